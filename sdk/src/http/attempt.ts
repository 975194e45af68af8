import { InvalidResponseError } from '../errors/client-errors.ts'
import { errorFromAnswer } from '../errors/from-answer.ts'
import { describeFailure } from '../errors/message.ts'
import type { OpenbourseError } from '../errors/openbourse-error.ts'
import type { ResolvedOptions } from '../options.ts'
import type { ApiResponse } from './api-promise.ts'
import { authenticate, type SignerSource, signed, type TokenSource } from './authenticate.ts'
import { compose, type Next } from './compose.ts'
import { sendDeadline } from './deadline.ts'
import { failureOf, type Progress } from './failure.ts'
import type { KeptAnswers } from './kept-answers.ts'
import type { Call } from './operation.ts'
import { readBody } from './read-body.ts'
import { parseRetryAfter } from './retry-after.ts'
import { observeServerTime, type ServerClock } from './server-clock.ts'
import { createWatch, type Watch } from './timeout.ts'
import { createRequest } from './transport.ts'

/** What all calls of a client share. */
export interface HttpContext {
  readonly options: ResolvedOptions
  readonly token: TokenSource
  /** Told that the server refused the last token, where another can be had. */
  readonly tokenRefused: (() => void) | undefined
  /** Signs in place of sending a token. */
  readonly signer: SignerSource | undefined
  readonly serverClock: ServerClock
  readonly kept: KeptAnswers
  /** Told the headers of each answer. */
  readonly noticeDeprecation: (operationId: string, headers: Headers) => void
}

export interface AttemptLimits {
  readonly headersMs: number
  /** Told the deadline that goes out with the request. */
  readonly onDeadline: ((deadline: string) => void) | undefined
}

/** Sends a request once with its credentials; gives the answer as soon as its headers are here. */
export async function sendOnce(
  context: HttpContext,
  call: Call,
  request: Request,
  {
    watch,
    progress,
    headersMs,
    onDeadline,
  }: AttemptLimits & { readonly watch: Watch; readonly progress: Progress },
): Promise<Response> {
  const { options, token, signer, serverClock } = context
  const network: Next = (ready) => {
    watch.limit('headers', headersMs)
    progress.sent = true
    return watch.race(options.fetch(ready))
  }
  const send = compose(
    [
      // A token may be long in coming, and the deadline would run meanwhile; a signature covers the deadline.
      ...(signer === undefined ? [authenticate(token, watch)] : []),
      sendDeadline(call, options, serverClock, onDeadline),
      ...(signer === undefined ? [] : [signed(signer, context, call, watch)]),
      observeServerTime(serverClock, options.clock),
    ],
    network,
  )
  const response = await send(request)
  const requestId = response.headers.get('x-request-id') ?? undefined
  progress.answered = { status: response.status, requestId }
  context.noticeDeprecation(call.operationId, response.headers)
  return response
}

/** Sends a call once and reads the answer whole. Rejects with this package's errors only. */
export async function attempt(
  context: HttpContext,
  call: Call,
  parent: Watch,
  limits: AttemptLimits,
): Promise<ApiResponse<unknown>> {
  const { options, serverClock, kept } = context
  const watch = createWatch(options.clock, [parent.signal])
  const progress: Progress = { changesState: call.changesState, sent: false, answered: undefined }
  try {
    const request = createRequest(options.baseUrl, call, watch.signal)
    if (!call.changesState) kept.ask(request)
    const response = await sendOnce(context, call, request, { ...limits, watch, progress })
    const { headers } = response
    const unchanged = kept.unchanged(request, response)
    const status = unchanged === undefined ? response.status : 200
    const requestId = progress.answered?.requestId
    const bounds = { maximumBytes: options.maximumResponseBytes, idleMs: options.timeouts.bodyIdleMs }
    const text = unchanged ?? (await readBody(response, watch, bounds))
    if (unchanged === undefined && !response.ok) throw refusalOf(call, response, text, serverClock)
    const data: unknown = JSON.parse(text)
    check(context, call, { data, status, requestId })
    if (!call.changesState) kept.keep(request, response, text)
    return { data, status, headers, requestId }
  } catch (error) {
    throw failureOf(call, watch.signal.aborted ? watch.signal.reason : error, progress)
  } finally {
    watch.end()
  }
}

/** The error of an answer outside 2xx. */
export function refusalOf(
  call: Call,
  { status, headers }: Response,
  text: string,
  serverClock: ServerClock,
): OpenbourseError {
  return errorFromAnswer(call, {
    status,
    contentType: headers.get('content-type') ?? '',
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfterMs: parseRetryAfter(headers.get('retry-after'), serverClock.nowMs()),
    body: parsed(text),
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function check({ options }: HttpContext, call: Call, answer: Omit<ApiResponse<unknown>, 'headers'>): void {
  const { data, status, requestId } = answer
  const isObject = Object(data) === data && !Array.isArray(data)
  const wrong = isObject
    ? options.validate?.reply(call.operationId, status, data)
    : 'the answer is not a JSON object'
  if (wrong === undefined) return
  const code = isObject ? 'contract-violation' : 'invalid-response'
  const processed = call.changesState ? 'unknown' : 'no'
  const facts = { code, status, requestId, processed } as const
  throw new InvalidResponseError(describeFailure(call, wrong, facts), facts)
}
