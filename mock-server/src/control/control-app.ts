import type { ErrorCode } from '@openbourse/spec'
import type { ApiCall, ApiReply } from '../api/call.ts'

/** Everything below this path is the control API: it runs the mock, and no real venue has it. */
export const CONTROL_PATH = '/_mock'

export interface ControlOptions {
  /** Whether the transport in front has been seen to answer. */
  isReady(): boolean
  refuse(code: ErrorCode, detail: string, target: string): ApiReply
}

type Operation = (options: ControlOptions, call: ApiCall) => ApiReply

/** Path below {@link CONTROL_PATH}, then method. HEAD is answered as GET. */
const operations: ReadonlyMap<string, ReadonlyMap<string, Operation>> = new Map([
  ['/ready', new Map([['GET', ready]])],
])

export function isControlCall(target: string): boolean {
  return target === CONTROL_PATH || target.startsWith(`${CONTROL_PATH}/`)
}

export function handleControl(options: ControlOptions, call: ApiCall): ApiReply {
  const path = call.target.split('?', 1)[0] ?? call.target
  const methods = operations.get(path.slice(CONTROL_PATH.length))
  if (methods === undefined) {
    const known = [...operations.keys()].map((name) => CONTROL_PATH + name)
    return options.refuse('unknown-route', `The control API has ${known.join(', ')}`, call.target)
  }
  const operation = methods.get(call.method === 'HEAD' ? 'GET' : call.method)
  if (operation !== undefined) return operation(options, call)
  const allow = [...methods.keys()].flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name])).join(', ')
  const reply = options.refuse('method-not-allowed', `Use ${allow}`, call.target)
  return { ...reply, headers: { ...reply.headers, allow } }
}

/** For scripts that wait: 503 until the server has answered a quote of every symbol and accepted a stream. */
function ready({ isReady, refuse }: ControlOptions, { target }: ApiCall): ApiReply {
  if (isReady()) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"status":"ready"}' }
  }
  const reply = refuse('starting', 'The server is starting', target)
  return { ...reply, headers: { ...reply.headers, 'retry-after': '1' } }
}
