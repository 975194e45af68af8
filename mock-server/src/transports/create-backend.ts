import type { ErrorCode } from '@openbourse/spec'
import type { ApiReply } from '../api/call.ts'
import type { Durability, ServerStatus } from '../api/context.ts'
import { type CorsRule, corsHeaders } from '../api/cors.ts'
import type { RateLimits } from '../api/limits/rate-limits.ts'
import { refuse } from '../api/problems.ts'
import { writeReply } from '../api/reply.ts'
import { createRestApp } from '../api/rest-app.ts'
import { formatTime } from '../exchange/values/time.ts'
import type { Clock } from '../ports/clock.ts'
import { createStreamHub, type StreamHub } from '../streams/hub.ts'
import type { StreamLimits } from '../streams/limits.ts'
import type { World } from '../worlds/world.ts'
import type { Backend } from './backend.ts'

export interface BackendOptions {
  readonly world: World
  /** The transport clock. */
  readonly clock: Clock
  readonly securityClock: Clock
  readonly limits: StreamLimits & RateLimits
  readonly cors: CorsRule | undefined
  readonly version: string
  /** Signs cursors: those of another world are refused. */
  readonly cursorSecret: string
  readonly serverStatus: ServerStatus
  readonly onInternalError: (error: unknown) => void
  /** As getLimits tells it. @default 'memory' */
  readonly durability?: Durability | undefined
}

export interface WorldBackend extends Backend {
  readonly streams: StreamHub
}

/** REST and streams over one world. */
export function createBackend(options: BackendOptions): WorldBackend {
  const { world, clock, securityClock, limits, cors, version, cursorSecret, serverStatus } = options
  const { onInternalError } = options
  let sessions = 0
  const streams = createStreamHub({
    feed: world.feed,
    authenticator: { authenticate: (token) => world.authenticator.authenticateStream(token) },
    clock,
    securityClock,
    limits,
    worldTime: () => formatTime(world.now()),
    onError: onInternalError,
    nextSessionId: () => {
      sessions += 1
      return `ses_${sessions}`
    },
  })
  const rest = createRestApp({
    world,
    clock: securityClock,
    securityClock,
    rateLimits: limits,
    cors,
    version,
    cursorSecret,
    serverStatus: (call) => (world.hasFailed ? 'stopping' : serverStatus(call)),
    onInternalError,
    durability: options.durability ?? 'memory',
    openEvents: (request) => streams.openEvents(request),
  })
  return {
    streams,
    handle: (call) => rest.handle(call),
    fetch: (request) => rest.fetch(request),
    openStream: (socket) => streams.open(socket),
    refuse: createEdgeRefusals(securityClock, cors),
  }
}

/** Answers to what never became a call; their request ids count apart. */
function createEdgeRefusals(clock: Clock, cors: CorsRule | undefined): Backend['refuse'] {
  let refusals = 0
  return (code: ErrorCode, detail: string, target: string, origin?: string): ApiReply => {
    refusals += 1
    const requestId = `req_edge_${refusals}`
    const refusal = refuse({ requestId, path: target.split('?', 1)[0] ?? '/' }, code, detail)
    return writeReply({
      ...refusal,
      headers: undefined,
      requestId,
      nowMs: clock.nowMs(),
      ordersPosition: undefined,
      cors: corsHeaders(cors, origin),
    })
  }
}
