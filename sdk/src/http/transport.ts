import type { paths } from '@openbourse/spec'
import createOpenApiClient from 'openapi-fetch'
import type { Next } from './compose.ts'

/** One request as the contract describes it, and the chain that sends it. */
export interface TransportCall {
  readonly method: string
  /** The template: `/v1/orders/{orderId}`. */
  readonly template: string
  readonly parameters: { readonly path?: object | undefined; readonly query?: object | undefined }
  readonly body: unknown
  readonly signal: AbortSignal
  readonly send: Next
}

export interface TransportReply {
  readonly response: Response
  /** The parsed JSON of a successful answer. */
  readonly data: unknown
  /** Of any other answer: the parsed JSON, or the text where it is not JSON. */
  readonly error: unknown
}

export type Transport = (call: TransportCall) => Promise<TransportReply>

type LooseRequest = (method: string, path: string, init: object) => Promise<Partial<TransportReply>>

/**
 * Writes addresses and bodies and reads answers, by openapi-fetch; this file is all that knows of it. Its own
 * middleware stays unused: ours is composed in `send`.
 */
export function createTransport(baseUrl: string): Transport {
  const client = createOpenApiClient<paths>({ baseUrl, redirect: 'error' })
  // Method, path and parameters were checked against the contract where they were written down, in resources/.
  const request = client.request as unknown as LooseRequest
  return async ({ method, template, parameters, body, signal, send }) => {
    const Request = globalThis.Request
    const init = { params: parameters, body, signal, fetch: send, Request }
    const reply = await request(method, template, init)
    return { data: reply.data, error: reply.error, response: reply.response as Response }
  }
}
