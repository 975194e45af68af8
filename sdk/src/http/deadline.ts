import type { ResolvedOptions } from '../options.ts'
import { formatTime } from '../ports/clock.ts'
import type { Middleware } from './compose.ts'
import type { Call } from './operation.ts'
import type { ServerClock } from './server-clock.ts'

/**
 * Tells the server after when to refuse a request that changes something, by the server's own clock: a copy that
 * lingers somewhere on the way must not take effect long after its sender gave up on it.
 */
export function sendDeadline(
  call: Call,
  options: Pick<ResolvedOptions, 'deadlineMs'>,
  serverClock: ServerClock,
  onDeadline: ((deadline: string) => void) | undefined,
): Middleware {
  return (request, next) => {
    if (call.changesState) {
      const deadline = formatTime(serverClock.nowMs() + options.deadlineMs)
      request.headers.set('x-request-deadline', deadline)
      onDeadline?.(deadline)
    }
    return next(request)
  }
}
