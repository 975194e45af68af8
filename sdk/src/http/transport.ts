import { createQuerySerializer, defaultPathSerializer } from 'openapi-fetch'

const writeQuery = createQuerySerializer()

/** `/v1/orders/{orderId}` with its parameters filled in and encoded. */
export const writePath = (template: string, parameters: object): string =>
  defaultPathSerializer(template, parameters as Record<string, unknown>)

export interface RequestParts {
  readonly method: string
  readonly path: string
  readonly query: object
  readonly body: unknown
}

/**
 * Writes a request. How parameters become an address is openapi-fetch's business, and this file is all that knows of
 * it. Its client stays unused: it would read bodies whole before anybody could count their bytes, and weighs as much as
 * the rest of the transport.
 */
export function createRequest(baseUrl: string, parts: RequestParts, signal: AbortSignal): Request {
  const { method, path, query, body } = parts
  const search = writeQuery(query)
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const url = `${baseUrl}${path}${search && '?'}${search}`
  return new Request(url, { method, redirect: 'error', signal, ...content })
}
