import { type OperationId, routes } from './generated/routes.ts'

/**
 * Reads a query string by an operation's route: arrays from repeated names, integers from digits. What does not fit
 * stays as text (or as an array, where a name that stands for one value is repeated), so that validation can say what
 * is wrong with it. Unknown names are kept for the same reason.
 */
export function readQuery(id: OperationId, search: URLSearchParams): Record<string, unknown> {
  const known: Readonly<Record<string, { readonly type: string }>> = routes[id].parameters.query
  const query: Record<string, unknown> = Object.create(null)
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    const type = Object.hasOwn(known, name) ? known[name]?.type : undefined
    query[name] = type === 'array' || values.length > 1 ? values : readValue(values[0] ?? '', type)
  }
  return { ...query }
}

function readValue(text: string, type: string | undefined): string | number {
  return type === 'integer' && /^-?\d{1,16}$/.test(text) ? Number(text) : text
}
