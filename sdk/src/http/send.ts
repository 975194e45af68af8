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
  for (let number = 1; ; number++) {
    const report = attemptReporter(context, call, number)
    try {
      const answer = await attempt(context, call, watch, { headersMs, onDeadline: given.onDeadline })
      report(answer)
      return answer
    } catch (error) {
      const failed = { changesState, attempt: number, error: error as OpenbourseError }
      const waitMs = shouldRetry(failed) ? retryDelay(failed, random) : undefined
      const inTime = waitMs !== undefined && !watch.signal.aborted && clock.monotonicMs() + waitMs < endsMs
      const { status, requestId, code } = failed.error
      report({ status, requestId, errorCode: code, retryInMs: inTime ? waitMs : undefined })
      if (!inTime) throw error
      await watch.race(pause(clock, waitMs, watch.signal))
    }
  }
}

type Report = Pick<AttemptEvent, 'status' | 'requestId'> &
  Partial<Pick<AttemptEvent, 'errorCode' | 'retryInMs'>>

function attemptReporter({ options }: HttpContext, call: Call, number: number): (result: Report) => void {
  const startedMs = options.clock.monotonicMs()
  const { operationId, method, path } = call
  return ({ status, requestId, errorCode, retryInMs }) => {
    const durationMs = options.clock.monotonicMs() - startedMs
    const result = { durationMs, status, requestId, errorCode, retryInMs }
    notify(options.observe, { type: 'attempt', operationId, method, path, attempt: number, ...result })
  }
}
