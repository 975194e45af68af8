import {
  deprecations,
  type OperationDeprecation,
  type OperationId,
  routes,
  streamPath,
} from '@openbourse/spec'
import type { AccountView } from '../exchange/exchange.ts'
import type { Time } from '../exchange/values/types.ts'
import type { Clock } from '../ports/clock.ts'
import type { Principal } from '../worlds/principal.ts'
import type { World } from '../worlds/world.ts'
import { type Authenticate, createAuthenticate } from './authenticate.ts'
import type { ApiCall, ApiReply, ReplyStream, RestApp } from './call.ts'
import type { AccountContext, ApiServices, Durability, PublicContext, ServerStatus } from './context.ts'
import { type CorsRule, corsHeaders, preflightHeaders } from './cors.ts'
import { createCursors } from './cursor.ts'
import { checkDeadline, readDeadline } from './deadline.ts'
import { checkEdge, checkMediaType } from './edge.ts'
import { fetchThrough } from './fetch.ts'
import { createAttempts } from './limits/attempts.ts'
import { createLimiter, type LimitVerdict } from './limits/limiter.ts'
import { type RateLimits, RELAXED_RATES } from './limits/rate-limits.ts'
import { refuseLimited } from './limits/refuse-limited.ts'
import { operations } from './operations/operations.ts'
import { type ProblemSource, quoted, type Refusal, refuse } from './problems.ts'
import { type Caching, writeReply } from './reply.ts'
import { allMethods, matchRoute } from './router.ts'
import { parseTarget } from './target.ts'
import { type ValidInput, validateInput } from './validate.ts'

export interface RestAppOptions {
  readonly world: World
  /** The security clock: credentials, deadlines, `X-Server-Time`, and the security time of getTime. */
  readonly clock: Clock
  /** The server's own version, as getStatus tells it. @default '0.0.0' */
  readonly version?: string
  /** Signs cursors. Derive it from the world, so that cursors survive a restart. @default 'openbourse' */
  readonly cursorSecret?: string
  /** @default the relaxed profile */
  readonly rateLimits?: RateLimits
  /** Counts the rate limits: the transport clock and what it was explicitly advanced. @default `clock` */
  readonly securityClock?: Pick<Clock, 'nowMs'>
  /** Which pages of other origins may read answers. @default none */
  readonly cors?: CorsRule | undefined
  /** @default what the contract says */
  readonly deprecations?: Readonly<Partial<Record<OperationId, OperationDeprecation>>>
  /** While it is not `ok`, everything but getStatus, getTime, getLimits and the documents answers 503. */
  readonly serverStatus?: ServerStatus
  /** As getLimits tells it. @default 'memory' */
  readonly durability?: Durability
  /** Opens event streams; undefined when the account has too many. @default none can be opened */
  readonly openEvents?: ApiServices['openEvents']
  /** Hears of faults of this server, which a caller only sees as `internal-error`. */
  readonly onInternalError?: (error: unknown, requestId: string) => void
}

/**
 * The REST part of the contract over one world.
 *
 * A request is answered within the call of `handle`, without waiting for anything: whatever a caller's key
 * or body, commands reach the exchange in the order in which their requests were complete.
 */
export function createRestApp(options: RestAppOptions): RestApp {
  const limits = options.rateLimits ?? RELAXED_RATES
  const security = options.securityClock ?? options.clock
  const services: ApiServices = {
    world: options.world,
    clock: options.clock,
    cursors: createCursors(options.cursorSecret ?? 'openbourse'),
    limiter: createLimiter(limits, () => security.nowMs()),
    attempts: createAttempts(limits.attempts, () => security.nowMs()),
    version: options.version ?? '0.0.0',
    openEvents: options.openEvents ?? (() => undefined),
    serverStatus: options.serverStatus ?? (() => 'ok'),
    durability: options.durability ?? 'memory',
  }
  const authenticate = createAuthenticate(options.world.authenticator, options.clock)
  const deprecated = options.deprecations ?? deprecations
  let requests = 0

  const answer = (call: ApiCall): ApiReply => {
    requests += 1
    const request: CurrentRequest = { requestId: `req_${requests}`, path: '/', call }
    let outcome: Outcome
    try {
      outcome = respond(services, request, authenticate)
    } catch (error) {
      options.onInternalError?.(error, request.requestId)
      outcome = refuse(request, 'internal-error', 'The server failed. Nothing of the fault is told here.')
    }
    return writeReply({
      ...outcome,
      headers: outcome.headers,
      requestId: request.requestId,
      nowMs: services.clock.nowMs(),
      ordersPosition: ordersPosition(services.world, request.account),
      limit: request.limit,
      caching: cachingOf(request),
      deprecation: request.operationId && deprecated[request.operationId],
      cors: options.cors && corsHeaders(options.cors, call.header('origin')),
    })
  }

  const handle = async (call: ApiCall): Promise<ApiReply> => answer(call)
  return { handle, fetch: (request) => fetchThrough(handle, request) }
}

/** Fills up on its way through the steps of `respond`. */
interface CurrentRequest extends ProblemSource {
  readonly call: ApiCall
  path: string
  operationId?: OperationId
  account?: AccountView
  limit?: LimitVerdict
}

interface Outcome {
  readonly status: number
  readonly body?: unknown
  readonly stream?: ReplyStream
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Every request passes these steps in this order; the first that refuses answers. */
function respond(services: ApiServices, request: CurrentRequest, authenticate: Authenticate): Outcome {
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
  const route = routes[operationId]
  const wrongType = checkMediaType(request, call, route.bodyType)
  if (wrongType !== undefined) return wrongType

  if (services.serverStatus(call) !== 'ok' && !isAlwaysAnswered(operationId))
    return refuseUnavailable(services, request)

  let principal: Principal | undefined
  let notAfter: Time | undefined
  if (route.security !== 'none') {
    const known = authenticate(request, call)
    if ('status' in known) return known
    if (route.rateLimit !== null) {
      request.limit = services.limiter.admit(known.principal.keyId, route.rateLimit)
      if (request.limit.outcome !== 'accepted') return refuseLimited(request, request.limit, route.rateLimit)
    }
    const missing = missingScope(known.principal, route.scope)
    if (missing !== undefined) {
      return refuse(
        request,
        'missing-scope',
        `The key lacks the scope ${missing}, which ${operationId} needs.`,
      )
    }
    ;({ principal, notAfter } = known)
  }

  const timing = route.changesState ? readDeadline(request, call.header) : NO_DEADLINE
  if ('status' in timing) return timing
  const late = checkDeadline(request, timing.deadline, services.clock)
  if (late !== undefined) return late

  const input = validateInput(request, operationId, {
    path: match.parameters,
    query: target.query,
    body: call.body,
  })
  if ('status' in input) return input

  // Whatever is read from here on is of the world's present instant.
  services.world.now()
  if (principal !== undefined && route.security === 'private') {
    const account = findAccount(services.world, principal, input)
    if (typeof account === 'string') {
      return refuse(request, 'unknown-account', `This key may use no account ${quoted(account)}.`)
    }
    request.account = account
  }
  const { world, clock, cursors, limiter, attempts, version, openEvents, serverStatus, durability } = services
  const context: Partial<AccountContext> & PublicContext = {
    world,
    clock,
    cursors,
    limiter,
    attempts,
    version,
    openEvents,
    serverStatus,
    durability,
    requestId: request.requestId,
    path: request.path,
    header: (name) => call.header(name),
    address: call.address,
    principal,
    account: request.account,
    deadline: earlier(timing.deadline, notAfter),
  }
  return run(operationId, input, context)
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

function cachingOf({ operationId, call }: CurrentRequest): Caching | undefined {
  if (operationId === undefined || !routes[operationId].conditional) return undefined
  const by = routes[operationId].security === 'none' ? 'forAll' : 'forKey'
  return { by, ifNoneMatch: call.header('if-none-match') }
}

/** What tells about the server itself, and the documents. */
function isAlwaysAnswered(operationId: OperationId): boolean {
  return routes[operationId].security === 'none' && !routes[operationId].changesState
}

const NO_DEADLINE = { deadline: undefined }

/** What a signature no longer vouches for is not executed either. */
function earlier(deadline: Time | undefined, notAfter: Time | undefined): Time | undefined {
  if (deadline === undefined || notAfter === undefined) return deadline ?? notAfter
  return Math.min(deadline, notAfter)
}

/**
 * The operation's own types hold by construction: its input was validated against its route's schemas, and
 * its context was filled as its route's security says.
 */
function run(operationId: OperationId, input: ValidInput, context: PublicContext): Outcome {
  const operation = operations[operationId] as (input: unknown, context: unknown) => Outcome
  return operation(input, context)
}

function missingScope(principal: Principal, scope: Principal['scopes'][number] | null): string | undefined {
  return scope === null || principal.scopes.includes(scope) ? undefined : scope
}

/** The account that a request names in its path or query, else the key's own; its id when the key may not use it. */
function findAccount(world: World, principal: Principal, input: ValidInput): AccountView | string {
  const path = input.path as { readonly accountId?: string }
  const query = input.query as { readonly accountId?: string }
  const accountId = path.accountId ?? query.accountId ?? principal.defaultAccountId
  if (!principal.accountIds.includes(accountId)) return accountId
  return world.view.account(accountId) ?? accountId
}

function ordersPosition(world: World, account: AccountView | undefined): string | undefined {
  if (account === undefined) return undefined
  const now = world.view.account(account.accountId) ?? account
  return `${world.feed.epoch}:${now.ordersSeq}`
}

function refuseUnknownRoute(source: ProblemSource, nearest: string): Refusal {
  const detail = `There is no ${quoted(source.path)}; the nearest is ${nearest}, and GET /openapi.json has all.`
  return refuse(source, 'unknown-route', detail)
}

function refuseMethod(source: ProblemSource, method: string, allow: string): Refusal {
  const detail = `${quoted(source.path)} does not take ${quoted(method)}; it takes ${allow}.`
  return { ...refuse(source, 'method-not-allowed', detail), headers: { allow } }
}

function refuseUnavailable(services: ApiServices, source: CurrentRequest): Refusal {
  const starting = services.serverStatus(source.call) === 'starting'
  const detail = starting ? 'The server is starting.' : 'The server is stopping.'
  return {
    ...refuse(source, starting ? 'starting' : 'unavailable', detail),
    headers: { 'retry-after': '1' },
  }
}
