import type { OpenbourseError } from '../errors/openbourse-error.ts'
import { type AttemptEvent, notify } from '../observability/client-event.ts'
import type { ApiResponse } from './api-promise.ts'
import { attempt, type HttpContext } from './attempt.ts'
import { failureOf, unsent } from './failure.ts'
import type { Call, InnerOptions } from './operation.ts'
import { retryDelay, shouldRetry } from './retry.ts'
import { createWatch, pause, type Watch } from './timeout.ts'

/** Sends a call, again where that is safe and may help, all within one limit of time. */
export async function send(
  context: HttpContext,
  call: Call,
  given: InnerOptions,
  closing: AbortSignal,
): Promise<ApiResponse<unknown>> {
  const { clock, timeouts } = context.options
  const totalMs = given.timeoutMs ?? timeouts.totalMs
  const watch = createWatch(clock, [given.signal, closing])
  watch.limit('total', totalMs)
  try {
    watch.signal.throwIfAborted()
    return await attempts(context, call, given, { watch, endsMs: clock.monotonicMs() + totalMs })
  } catch (error) {
    throw failureOf(call, error, unsent)
  } finally {
    watch.end()
  }
}

async function attempts(
  context: HttpContext,
  call: Call,
  given: InnerOptions,
  { watch, endsMs }: { readonly watch: Watch; readonly endsMs: number },
): Promise<ApiResponse<unknown>> {
  const { clock, timeouts, random } = context.options
  const { changesState } = call
  const headersMs = changesState ? (given.timeoutMs ?? timeouts.orderHeadersMs) : timeouts.headersMs
  let mended = false
  for (let number = 1; ; number++) {
    const offsetMs = serverOffsetMs(context)
    const report = attemptReporter(context, call, number)
    try {
      const answer = await attempt(context, call, watch, { headersMs, onDeadline: given.onDeadline })
      report(answer)
      return answer
    } catch (error) {
      const failed = { changesState, attempt: number, error: error as OpenbourseError }
      const mend: boolean = !mended && mendCredential(context, failed.error, offsetMs)
      mended ||= mend
      const waitMs = mend ? 0 : shouldRetry(failed) ? retryDelay(failed, random) : undefined
      const inTime = waitMs !== undefined && !watch.signal.aborted && clock.monotonicMs() + waitMs < endsMs
      const { status, requestId, code } = failed.error
      report({ status, requestId, errorCode: code, retryInMs: inTime ? waitMs : undefined })
      if (!inTime) throw error
      await watch.race(pause(clock, waitMs, watch.signal))
    }
  }
}

/** How far the server's clock is from the machine's, as the client knows it. */
export const serverOffsetMs = ({ options, serverClock }: HttpContext): number =>
  serverClock.nowMs() - options.clock.monotonicMs()

/** A clock that was wrong by less did not cause a refusal. */
const clockErrorMs = 500

/**
 * Whether the refusal was of the credential or the clock alone, before anything was processed, and is mended now: then
 * even a request that changes something is sent once more.
 */
export function mendCredential(context: HttpContext, error: OpenbourseError, offsetMs: number): boolean {
  const { code, status } = error
  if (code === 'clock-skew' && status === 401) return true
  if (code === 'request-expired') return Math.abs(serverOffsetMs(context) - offsetMs) > clockErrorMs
  const refused = status === 401 && (code === 'token-expired' || code === 'key-unknown')
  if (!refused || context.tokenRefused === undefined) return false
  context.tokenRefused()
  return true
}

type Report = Pick<AttemptEvent, 'status' | 'requestId'> &
  Partial<Pick<AttemptEvent, 'errorCode' | 'retryInMs'>>

export function attemptReporter(
  { options }: HttpContext,
  call: Call,
  number: number,
): (result: Report) => void {
  const startedMs = options.clock.monotonicMs()
  const { operationId, method, path } = call
  return ({ status, requestId, errorCode, retryInMs }) => {
    const durationMs = options.clock.monotonicMs() - startedMs
    const result = { durationMs, status, requestId, errorCode, retryInMs }
    notify(options.observe, { type: 'attempt', operationId, method, path, attempt: number, ...result })
  }
}
