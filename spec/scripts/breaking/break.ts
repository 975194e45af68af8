import type { DocumentName } from './documents.ts'

/** A change after which a program that kept to the released contract may fail. */
export interface Break {
  readonly document: DocumentName
  /** The name of the kind of change, such as `property-removed`. */
  readonly rule: string
  /** Where it is, as a JSON pointer into the document. */
  readonly at: string
  /** The operation, channel or component in which it was met, in words. */
  readonly where: string
  readonly message: string
}

export function describeBreak({ document, rule, at, where, message }: Break): string {
  return `${document}: ${where}: ${message}\n    rule: ${rule}\n    at: '${at}'`
}
