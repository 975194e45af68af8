import { InvalidResponseError } from '../errors/client-errors.ts'
import { errorFromAnswer } from '../errors/from-answer.ts'
import { describeFailure } from '../errors/message.ts'
import type { ResolvedOptions } from '../options.ts'
import type { ApiResponse } from './api-promise.ts'
import { authenticate, type TokenSource } from './authenticate.ts'
import { compose, type Next } from './compose.ts'
import { sendDeadline } from './deadline.ts'
import { failureOf, type Progress } from './failure.ts'
import type { Call } from './operation.ts'
import { readBody } from './read-body.ts'
import { parseRetryAfter } from './retry-after.ts'
import { observeServerTime, type ServerClock } from './server-clock.ts'
import { createWatch, type Watch } from './timeout.ts'
import type { Transport, TransportReply } from './transport.ts'

/** What all calls of a client share. */
export interface HttpContext {
  readonly options: ResolvedOptions
  readonly transport: Transport
  readonly token: TokenSource
  readonly serverClock: ServerClock
}

export interface AttemptLimits {
  readonly headersMs: number
  /** Told the deadline that goes out with the request. */
  readonly onDeadline: ((deadline: string) => void) | undefined
}

/** Sends a call once and reads the answer whole. Rejects with this package's errors only. */
export async function attempt(
  context: HttpContext,
  call: Call,
  parent: Watch,
  limits: AttemptLimits,
): Promise<ApiResponse<unknown>> {
  const { options, token, serverClock } = context
  const watch = createWatch(options.clock, [parent.signal])
  const progress: Progress = { changesState: call.changesState, sent: false, answered: undefined }
  const network: Next = async (request) => {
    watch.limit('headers', limits.headersMs)
    progress.sent = true
    const response = await watch.race(options.fetch(request))
    progress.answered = { status: response.status, requestId: requestIdOf(response) }
    return response
  }
  const send = compose(
    [
      authenticate(token, watch),
      sendDeadline(call, options, serverClock, limits.onDeadline),
      readBody(watch, { maximumBytes: options.maximumResponseBytes, idleMs: options.timeouts.bodyIdleMs }),
      observeServerTime(serverClock, options.clock),
    ],
    network,
  )
  try {
    const { method, template, parameters, body } = call
    const reply = await context.transport({ method, template, parameters, body, signal: watch.signal, send })
    return accept(context, call, reply)
  } catch (error) {
    throw failureOf(call, watch.signal.aborted ? watch.signal.reason : error, progress)
  } finally {
    watch.end()
  }
}

function accept(
  { options, serverClock }: HttpContext,
  call: Call,
  reply: TransportReply,
): ApiResponse<unknown> {
  const { response, data } = reply
  const { status, headers } = response
  const requestId = requestIdOf(response)
  if (!response.ok) {
    throw errorFromAnswer(call, {
      status,
      contentType: headers.get('content-type') ?? '',
      requestId,
      retryAfterMs: parseRetryAfter(headers.get('retry-after'), serverClock.nowMs()),
      body: reply.error,
    })
  }
  const isObject = typeof data === 'object' && data !== null
  const wrong = isObject
    ? options.validate?.reply(call.operationId, status, data)
    : 'the answer is not a JSON object'
  if (wrong !== undefined) {
    const code = isObject ? 'contract-violation' : 'invalid-response'
    const processed = call.changesState ? 'unknown' : 'no'
    const facts = { code, status, requestId, processed } as const
    throw new InvalidResponseError(describeFailure(call, wrong, facts), facts)
  }
  return { data, status, headers, requestId }
}

const requestIdOf = (response: Response): string | undefined =>
  response.headers.get('x-request-id') ?? undefined
