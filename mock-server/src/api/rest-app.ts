import { deprecations, type OperationDeprecation, type OperationId, routes } from '@openbourse/spec'
import type { AccountView } from '../exchange/exchange.ts'
import type { Clock } from '../ports/clock.ts'
import type { World } from '../worlds/world.ts'
import { createAuthenticate } from './authenticate.ts'
import type { ApiCall, ApiReply, RestApp } from './call.ts'
import type { ApiServices, Durability, ServerStatus } from './context.ts'
import { type CorsRule, corsHeaders } from './cors.ts'
import type { CurrentRequest, Outcome } from './current-request.ts'
import { createCursors } from './cursor.ts'
import { fetchThrough } from './fetch.ts'
import { createAttempts } from './limits/attempts.ts'
import { createLimiter } from './limits/limiter.ts'
import { type RateLimits, RELAXED_RATES } from './limits/rate-limits.ts'
import { refuse } from './problems.ts'
import { type Caching, writeReply } from './reply.ts'
import { respond } from './respond.ts'

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

function cachingOf({ operationId, call }: CurrentRequest): Caching | undefined {
  if (operationId === undefined || !routes[operationId].conditional) return undefined
  const by = routes[operationId].security === 'none' ? 'forAll' : 'forKey'
  return { by, ifNoneMatch: call.header('if-none-match') }
}

function ordersPosition(world: World, account: AccountView | undefined): string | undefined {
  if (account === undefined) return undefined
  const now = world.view.account(account.accountId) ?? account
  return `${world.feed.epoch}:${now.ordersSeq}`
}
