import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch'
import type { Call } from './operation.ts'

const querySerializer = createQuerySerializer()

/**
 * Writes a call as a request. How parameters become an address is openapi-fetch's business, and this file is all that
 * knows of it. Its client stays unused: it would read bodies whole before anybody could count their bytes, and weighs
 * as much as the rest of the transport.
 */
export function createRequest(baseUrl: string, call: Call, signal: AbortSignal): Request {
  const { method, template, parameters, body } = call
  const url = createFinalURL(template, {
    baseUrl,
    params: parameters,
    querySerializer,
    pathSerializer: defaultPathSerializer,
  })
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return new Request(url, { method, redirect: 'error', signal, ...content })
}
