import type { OpenbourseError } from '../errors/openbourse-error.ts'
import { notify } from '../observability/client-event.ts'
import type { ApiResponse } from './api-promise.ts'
import { attempt, type HttpContext } from './attempt.ts'
import { failureOf } from './failure.ts'
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
    throw failureOf(call, error, { changesState: call.changesState, sent: false, answered: undefined })
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
      report(answer.status, answer.requestId)
      return answer
    } catch (error) {
      const failed = { changesState, attempt: number, error: error as OpenbourseError }
      const waitMs = shouldRetry(failed) ? retryDelay(failed, random) : undefined
      const inTime = waitMs !== undefined && !watch.signal.aborted && clock.monotonicMs() + waitMs < endsMs
      const { status, requestId, code } = failed.error
      report(status, requestId, code, inTime ? waitMs : undefined)
      if (!inTime) throw error
      await watch.race(pause(clock, waitMs, watch.signal))
    }
  }
}

type Report = (status?: number, requestId?: string, errorCode?: string, retryInMs?: number) => void

function attemptReporter({ options }: HttpContext, call: Call, number: number): Report {
  const startedMs = options.clock.monotonicMs()
  const { operationId, method, path } = call
  return (status, requestId, errorCode, retryInMs) => {
    const durationMs = options.clock.monotonicMs() - startedMs
    const result = { durationMs, status, requestId, errorCode, retryInMs }
    notify(options.observe, { type: 'attempt', operationId, method, path, attempt: number, ...result })
  }
}
