import { resolvePointer } from './documents.ts'

type Node = { readonly [key: string]: unknown }

/**
 * The pointers of the enums that a client meets in answers as closed ones: it may have a branch for each value
 * and none for others. Where `x-open` stands on the way, beside the enum or beside a reference to it, clients
 * were told to expect more.
 */
export function closedAnswerEnums(document: object): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null || seen.has(pointer)) return
    seen.add(pointer)
    const { $ref, enum: values, 'x-open': open } = node as Node
    if (open === true) return
    if (Array.isArray(values)) found.add(`${pointer}/enum`)
    if (typeof $ref === 'string') visit(resolvePointer(document, $ref), $ref)
    else for (const [key, child] of Object.entries(node)) visit(child, `${pointer}/${escapeKey(key)}`)
  }
  for (const [pointer, root] of answers(document)) visit(root, pointer)
  return found
}

/** The responses of REST operations and the messages that the server sends. */
function answers(document: object): [string, unknown][] {
  const { paths = {}, operations = {} } = document as Record<string, Record<string, Node>>
  const responses = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, unknown] => [
      `#/paths/${escapeKey(path)}/${method}/responses`,
      (operation as Node | null)?.responses,
    ]),
  )
  const sent = Object.entries(operations)
    .filter(([, operation]) => operation.action === 'send')
    .map(([name, { messages }]): [string, unknown] => [`#/operations/${name}/messages`, messages])
  return [...responses, ...sent]
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
