import { serializePrimitiveParam } from 'openapi-fetch'

/** `/v1/orders/{orderId}` with its parameters filled in and encoded. */
export const writePath = (template: string, parameters: object): string =>
  Object.entries(parameters).reduce(
    (path, [name, value]) => path.replace(`{${name}}`, () => encodeURIComponent(value)),
    template,
  )

/** A list is one parameter for each of its values; what is `undefined` is left out. */
const writeQuery = (query: object): string =>
  Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((each) => serializePrimitiveParam(name, each)))
    .filter((written) => written !== '')
    .join('&')

export interface RequestParts {
  readonly method: string
  readonly path: string
  readonly query: object
  readonly body: unknown
}

/**
 * Writes a request. How a value becomes part of an address is openapi-fetch's business, and this file is all that knows
 * of it. Its client stays unused, as it would read bodies whole before anybody could count their bytes; so do its
 * serialisers of other styles than the contract's one, which weigh more than this whole file.
 */
export function createRequest(baseUrl: string, parts: RequestParts, signal: AbortSignal): Request {
  const { method, path, query, body } = parts
  const search = writeQuery(query)
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const url = `${baseUrl}${path}${search && '?'}${search}`
  return new Request(url, { method, redirect: 'error', signal, ...content })
}
