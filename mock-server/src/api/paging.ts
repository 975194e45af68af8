import type { PublicContext } from './context.ts'
import type { CursorKey, CursorScope } from './cursor.ts'
import { problemItem, type Refusal, refuse } from './problems.ts'

const DEFAULT_LIMIT = 100

export interface PageRequest<Item> {
  readonly operationId: string
  /** Everything that chooses the list; a cursor of another choice is refused. */
  readonly filter: readonly (string | number | undefined)[]
  readonly query: { readonly limit?: number; readonly cursor?: string }
  /** In the order of their keys. */
  readonly items: Iterable<Item>
  /** Newest first, or from the smallest on. */
  readonly order: 'descending' | 'ascending'
  /** Unique in the list and never changing. */
  keyOf(item: Item): CursorKey
}

export interface Page<Item> {
  readonly data: readonly Item[]
  readonly nextCursor: string | null
}

/** The items after the cursor. What was added before it since the last page does not move the rest. */
export function pageOf<Item>(context: PublicContext, request: PageRequest<Item>): Page<Item> | Refusal<422> {
  const scope = { operationId: request.operationId, filter: JSON.stringify(request.filter) }
  const start = readCursor(context, scope, request.query.cursor)
  if ('status' in start) return start
  const limit = request.query.limit ?? DEFAULT_LIMIT
  const wanted = request.order === 'descending' ? -1 : 1
  const data: Item[] = []
  for (const item of request.items) {
    if (start.key !== undefined && compareKeys(request.keyOf(item), start.key) !== wanted) continue
    const last = data.at(-1)
    if (data.length === limit && last !== undefined) {
      return { data, nextCursor: context.cursors.write(scope, request.keyOf(last)) }
    }
    data.push(item)
  }
  return { data, nextCursor: null }
}

/** Where the page starts; undefined at the beginning. */
export function readCursor(
  context: PublicContext,
  scope: CursorScope,
  cursor: string | undefined,
): { readonly key: CursorKey | undefined } | Refusal<422> {
  if (cursor === undefined) return { key: undefined }
  const outcome = context.cursors.read(scope, cursor)
  if (outcome.ok) return { key: outcome.key }
  const detail =
    outcome.code === 'invalid-cursor'
      ? 'the cursor was not made by this server; start from the first page'
      : 'the cursor belongs to another operation or filter; send it with those that it was made for'
  return refuse(context, outcome.code, `/query/cursor: ${detail}.`, {
    errors: [problemItem('/query/cursor', outcome.code, detail)],
  })
}

export function readLimit(query: { readonly limit?: number }): number {
  return query.limit ?? DEFAULT_LIMIT
}

/** Part by part; keys of one list have the same parts. */
function compareKeys(left: CursorKey, right: CursorKey): -1 | 0 | 1 {
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined || part === other) continue
    return part < other ? -1 : 1
  }
  return 0
}
