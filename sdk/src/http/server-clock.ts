import type { Clock } from '../ports/clock.ts'
import type { Middleware } from './compose.ts'

/** What one answer told about the server's time: it was `serverMs` at some moment between sending and receiving. */
export interface TimeSample {
  readonly serverMs: number
  readonly sentMs: number
  readonly receivedMs: number
}

/** The server's clock as this client knows it, by the `X-Server-Time` of its answers. */
export interface ServerClock {
  /** Milliseconds since 1970; the machine's own time until the first answer. */
  nowMs(): number
  /** Both ends on the monotonic clock. */
  observe(sample: TimeSample): void
}

/** Two clocks drift apart: what was learned longer ago gives way to whatever comes. */
const freshMs = 600_000

/**
 * Keeps the sample with the shortest round trip of the last ten minutes, as its error is at most half of that, until
 * one contradicts it: then the server's clock (or this machine's) was set, and the new one counts.
 */
export function createServerClock(clock: Clock): ServerClock {
  // The machine's own time, which anything the server says is better than.
  let best = { offsetMs: clock.nowMs() - clock.monotonicMs(), roundTripMs: Number.POSITIVE_INFINITY, atMs: 0 }
  return {
    nowMs: () => clock.monotonicMs() + best.offsetMs,
    observe({ serverMs, sentMs, receivedMs }) {
      const roundTripMs = receivedMs - sentMs
      const offsetMs = serverMs - (sentMs + receivedMs) / 2
      const agrees = Math.abs(best.offsetMs - offsetMs) <= (best.roundTripMs + roundTripMs) / 2 + 1
      const isStale = receivedMs - best.atMs > freshMs
      if (!agrees || isStale || roundTripMs <= best.roundTripMs)
        best = { offsetMs, roundTripMs, atMs: receivedMs }
    },
  }
}

/** Learns from every answer, failed ones included. */
export function observeServerTime(serverClock: ServerClock, clock: Clock): Middleware {
  return async (request, next) => {
    const sentMs = clock.monotonicMs()
    const response = await next(request)
    const serverMs = Number(response.headers.get('x-server-time'))
    if (serverMs > 0) serverClock.observe({ serverMs, sentMs, receivedMs: clock.monotonicMs() })
    return response
  }
}
