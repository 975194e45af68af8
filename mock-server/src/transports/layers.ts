import type { ApiCall, ApiReply } from '../api/call.ts'
import { fetchThrough } from '../api/fetch.ts'
import { handleControl, isControlCall } from '../control/control-app.ts'
import { type Backend, ConnectionDropped } from './backend.ts'

/** What stands in front of the API on every transport, each layer a backend around a backend. */

/** Adds the control API. */
export function withControl(backend: Backend, isReady: () => boolean): Backend {
  const options = { isReady, refuse: backend.refuse }
  return withHandle(backend, (call) =>
    isControlCall(call.target) ? Promise.resolve(handleControl(options, call)) : backend.handle(call),
  )
}

/** Adds the reference of the contract, which is loaded when somebody first asks for it. */
export function withDocs(backend: Backend): Backend {
  const answer = async (call: ApiCall): Promise<ApiReply> => {
    const { handleDocs } = await import('../docs/docs-app.ts')
    return handleDocs(call, backend.refuse) ?? backend.handle(call)
  }
  return withHandle(backend, (call) => (isDocsCall(call.target) ? answer(call) : backend.handle(call)))
}

/** `/docs` and what is below it, and the types of problems, which lead to the error table. */
function isDocsCall(target: string): boolean {
  return target.startsWith('/docs') || target.startsWith('/problems/')
}

/** Answers by somebody else's rules first; undefined lets the backend answer. */
export type Interceptor = (request: Request) => Promise<Response | undefined>

/** @param onError hears of rules that throw, and of requests that they cannot be asked about */
export function withInterceptor(
  backend: Backend,
  origin: () => string,
  intercept: Interceptor,
  onError: (error: unknown) => void,
): Backend {
  return withHandle(backend, async (call) => {
    try {
      const request = toRequest(call, origin())
      const response = request && (await intercept(request))
      if (response !== undefined) return await toReply(response)
    } catch (error) {
      if (!(error instanceof ConnectionDropped)) onError(error)
      throw error
    }
    return backend.handle(call)
  })
}

function withHandle(backend: Backend, handle: Backend['handle']): Backend {
  return { ...backend, handle, fetch: (request) => fetchThrough(handle, request) }
}

/** Undefined for what no Request can say, such as TRACE: nobody can have a rule for it. */
function toRequest(
  { method, target, header, headerNames, body }: ApiCall,
  origin: string,
): Request | undefined {
  if (UNSPEAKABLE_METHODS.has(method) || !URL.canParse(origin + target)) return undefined
  const headers = new Headers()
  for (const name of headerNames?.() ?? []) {
    const value = header(name)
    if (value !== undefined) headers.set(name, value)
  }
  const sent = method === 'GET' || method === 'HEAD' ? undefined : body
  return new Request(origin + target, { method, headers, body: sent as BodyInit | undefined })
}

const UNSPEAKABLE_METHODS: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT'])

async function toReply(response: Response): Promise<ApiReply> {
  if (response.type === 'error') throw new ConnectionDropped('The answer is a network error')
  const body = await response.text()
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}
