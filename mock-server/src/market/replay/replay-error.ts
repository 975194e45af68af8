export interface ReplayFault {
  /** Path as the user gave it, or as found in a folder that the user gave. */
  readonly file: string
  /** What is wrong, and what would be right where that can be said. */
  readonly reason: string
  /** Counted from 1; absent when the file as a whole is at fault. */
  readonly line?: number
  /** Character in the line, counted from 1. */
  readonly column?: number
}

/** A recording that cannot be read (any further). The message names file, line, column and reason. */
export class ReplayError extends Error implements ReplayFault {
  readonly code = 'replay-file'
  readonly file: string
  readonly reason: string
  readonly line: number | undefined
  readonly column: number | undefined

  constructor({ file, reason, line, column }: ReplayFault, options?: ErrorOptions) {
    const place = [file, ...(line === undefined ? [] : [line, column ?? 1])].join(':')
    super(`${place}: ${reason}`, options)
    this.name = 'ReplayError'
    this.file = file
    this.reason = reason
    this.line = line
    this.column = column
  }
}

/** What a line parser throws; the reader adds file and line. */
export class LineFault extends Error {
  readonly column: number

  constructor(column: number, reason: string) {
    super(reason)
    this.name = 'LineFault'
    this.column = column
  }
}
