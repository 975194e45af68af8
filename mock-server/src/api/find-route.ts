import { type OperationId, routes, streamPath } from '@openbourse/spec'
import type { ApiCall } from './call.ts'
import { preflightHeaders } from './cors.ts'
import type { CurrentRequest, Outcome } from './current-request.ts'
import { checkEdge, checkMediaType } from './edge.ts'
import { type ProblemSource, quoted, type Refusal, refuse } from './problems.ts'
import { allMethods, matchRoute } from './router.ts'
import { parseTarget } from './target.ts'

export interface FoundRoute {
  readonly operationId: OperationId
  /** Of its path, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  /** Still encoded. */
  readonly query: string
}

/** The operation that a request asks for, with what its target says; else the answer to it. */
export function findRoute(request: CurrentRequest): FoundRoute | Outcome {
  const { call } = request
  const edge = checkEdge(request, call)
  if (edge !== undefined) return edge
  if (call.method === 'OPTIONS' && call.target === '*') return tellMethods(call, allMethods)
  const target = parseTarget(call.target)
  if (!target.ok) return refuse(request, 'malformed-request', `Request target: ${target.reason}.`)
  request.path = target.path
  if (target.path === streamPath) return answerStreamPath(request)
  const match = matchRoute(call.method, target.path, target.segments)
  if (match.found === 'nothing') return refuseUnknownRoute(request, match.nearest)
  if (match.found === 'path' && call.method === 'OPTIONS') return tellMethods(call, match.allow)
  if (match.found === 'path') return refuseMethod(request, call.method, match.allow)
  const { operationId } = match.route
  request.operationId = operationId
  const wrongType = checkMediaType(request, call, routes[operationId].bodyType)
  return wrongType ?? { operationId, parameters: match.parameters, query: target.query }
}

/** A handshake never comes here: whoever asks for the path of the streams as a resource is told what it is. */
function answerStreamPath(request: CurrentRequest): Outcome {
  const { method } = request.call
  const allow = 'GET, HEAD, OPTIONS'
  if (method === 'OPTIONS') return tellMethods(request.call, allow)
  if (method !== 'GET' && method !== 'HEAD') return refuseMethod(request, method, allow)
  const detail = `${streamPath} is a WebSocket endpoint: open it by a handshake, with the subprotocol openbourse.v1.json or none.`
  return {
    ...refuse(request, 'upgrade-required', detail),
    headers: { upgrade: 'websocket', connection: 'Upgrade' },
  }
}

/** A page's browser asks first what it may send; whether the page may, is told beside it. */
function tellMethods(call: ApiCall, allow: string): Outcome {
  const isPreflight = call.header('access-control-request-method') !== undefined
  return { status: 204, body: undefined, headers: { allow, ...(isPreflight && preflightHeaders(allow)) } }
}

function refuseUnknownRoute(source: ProblemSource, nearest: string): Refusal {
  const detail = `There is no ${quoted(source.path)}; the nearest is ${nearest}, and GET /openapi.json has all.`
  return refuse(source, 'unknown-route', detail)
}

function refuseMethod(source: ProblemSource, method: string, allow: string): Refusal {
  const detail = `${quoted(source.path)} does not take ${quoted(method)}; it takes ${allow}.`
  return { ...refuse(source, 'method-not-allowed', detail), headers: { allow } }
}
