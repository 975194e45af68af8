import type { ApiCall, ApiReply } from '../api/call.ts'
import { fetchThrough } from '../api/fetch.ts'
import { handleControl, isControlCall } from '../control/control-app.ts'
import type { Backend } from './backend.ts'

/** What stands in front of the API on every transport, each layer a backend around a backend. */

/** Adds the control API. */
export function withControl(backend: Backend, isReady: () => boolean): Backend {
  const options = { isReady, refuse: backend.refuse }
  return withHandle(backend, (call) =>
    isControlCall(call.target) ? Promise.resolve(handleControl(options, call)) : backend.handle(call),
  )
}

/** Answers by somebody else's rules first; undefined lets the backend answer. */
export type Interceptor = (request: Request) => Promise<Response | undefined>

export function withInterceptor(backend: Backend, origin: () => string, intercept: Interceptor): Backend {
  return withHandle(backend, async (call) => {
    const response = await intercept(toRequest(call, origin()))
    return response === undefined ? backend.handle(call) : toReply(response)
  })
}

function withHandle(backend: Backend, handle: Backend['handle']): Backend {
  return { ...backend, handle, fetch: (request) => fetchThrough(handle, request) }
}

/** Headers that a Request takes from a plain call, which has them by name only. */
const FORWARDED_HEADERS = ['accept', 'authorization', 'content-type', 'x-request-deadline', 'if-none-match']

function toRequest({ method, target, header, body }: ApiCall, origin: string): Request {
  const headers = new Headers()
  for (const name of FORWARDED_HEADERS) {
    const value = header(name)
    if (value !== undefined) headers.set(name, value)
  }
  const sent = method === 'GET' || method === 'HEAD' ? undefined : body
  return new Request(new URL(target, origin), { method, headers, body: sent as BodyInit | undefined })
}

async function toReply(response: Response): Promise<ApiReply> {
  const body = await response.text()
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}
