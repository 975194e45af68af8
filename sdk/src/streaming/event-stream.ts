import type { DataMessage } from '@openbourse/spec'
import type { GoneError } from '../errors/api-errors.ts'
import { ArgumentError, InvalidResponseError } from '../errors/client-errors.ts'
import { isGoneError } from '../errors/guards.ts'
import { describeFailure } from '../errors/message.ts'
import type { OpenbourseError } from '../errors/openbourse-error.ts'
import { refusalOf, sendOnce } from '../http/attempt.ts'
import { failureOf, type Progress } from '../http/failure.ts'
import type { SharedHttp } from '../http/http.ts'
import { type Call, toCall } from '../http/operation.ts'
import { readBody } from '../http/read-body.ts'
import { shouldRetry } from '../http/retry.ts'
import { attemptReporter, mendCredential, serverOffsetMs } from '../http/send.ts'
import { createWatch, pause, type Watch } from '../http/timeout.ts'
import { createRequest } from '../http/transport.ts'
import { reconnectDelay } from './backoff.ts'
import { EventParser, type StreamBlock } from './event-parser.ts'

/** A comment comes every 5 s: a connection silent for longer is dead, however open it looks. */
const silenceMs = 12_000
/** A server that asks for more is asked again all the same. */
const longestRetryMs = 30_000

/** Which events, and from where on. */
export interface EventStreamOptions {
  /** Up to 32, such as `quotes.AAPL`, or `orders` for the account's own. */
  readonly channels: readonly string[]
  /** Goes on after this event, as another process may have left it. @default begins now */
  readonly lastEventId?: string | undefined
  /** Whose `orders` and `account` are meant where no account is named. @default the key's default account */
  readonly accountId?: string
  /** Ends the loop with an `AbortedError`. */
  readonly signal?: AbortSignal
  /**
   * Events between the last id and now are no longer to be had. Called once the stream stands again, so that a state
   * taken here misses nothing; events wait until it is done. Without it the loop ends with the `GoneError`.
   */
  readonly onGone?: (error: GoneError) => void | Promise<void>
}

/** The events of some channels, to be looped over once. */
export interface EventStream extends AsyncIterable<DataMessage> {
  /** The id of the last message that the loop was given, or of where the stream began; to be kept and given back. */
  readonly lastEventId: string | undefined
}

/** What a header can carry, as ids of events are sent back in one. */
const sendable = /^[\x21-\x7e]{0,1024}$/

export function createEventStream(shared: SharedHttp, options: EventStreamOptions): EventStream {
  const { lastEventId = '' } = options
  if (!sendable.test(lastEventId)) {
    throw new ArgumentError(
      'lastEventId is the id of an event, such as "e-7f3a:43": visible ASCII characters',
    )
  }
  const reader = new EventReader(shared, options)
  const messages = reader.messages()
  return {
    get lastEventId() {
      return reader.lastEventId
    },
    [Symbol.asyncIterator]: () => messages,
  }
}

class EventReader {
  lastEventId: string | undefined
  readonly #shared: SharedHttp
  readonly #options: EventStreamOptions
  readonly #call: Call
  #gone: GoneError | undefined
  /** Attempts in a row after which no byte of a stream came. */
  #failures = 0
  #mended = false
  #retryMs = 0

  constructor(shared: SharedHttp, options: EventStreamOptions) {
    const { channels, accountId, lastEventId } = options
    this.lastEventId = lastEventId
    this.#shared = shared
    this.#options = options
    const query = { channels: [...channels] }
    this.#call = toCall('streamEvents GET /v1/events/stream', { query }, accountId ? { accountId } : {})
  }

  async *messages(): AsyncGenerator<DataMessage, undefined, undefined> {
    const { context, closing } = this.#shared
    const { clock } = context.options
    const life = createWatch(clock, [this.#options.signal, closing])
    try {
      for (;;) {
        const startedMs = clock.monotonicMs()
        let broken: OpenbourseError | undefined
        try {
          yield* this.#connection(life)
        } catch (thrown) {
          if (thrown instanceof HandlerFailure) throw thrown
          broken = failureOf(this.#call, thrown, connected)
        }
        await this.#recover(life, broken, startedMs)
      }
    } catch (thrown) {
      if (thrown instanceof HandlerFailure) throw thrown.reason
      const error = failureOf(this.#call, thrown, connected)
      if (error.code !== 'client-closed') throw error
    } finally {
      life.end()
    }
  }

  /** Everything that comes over one connection, until it ends. */
  async *#connection(life: Watch): AsyncGenerator<DataMessage, void, undefined> {
    const { clock, maximumResponseBytes } = this.#shared.context.options
    const over = new AbortController()
    const watch = createWatch(clock, [life.signal, over.signal])
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
    try {
      reader = (await this.#open(watch)).body?.getReader()
      await this.#tellGone()
      const parser = new EventParser(maximumResponseBytes)
      const decoder = new TextDecoder()
      while (reader !== undefined) {
        const { done, value } = await this.#read(reader, watch)
        if (done) return
        this.#failures = 0
        const blocks = parser.push(decoder.decode(value, { stream: true }))
        this.#retryMs = Math.min(parser.retryMs ?? 0, longestRetryMs)
        for (const block of blocks) {
          life.signal.throwIfAborted()
          if (!sendable.test(block.id)) throw this.#invalid('the id of an event cannot be sent back')
          if (block.id !== '') this.lastEventId = block.id
          if (block.data !== undefined) yield this.#message(block, block.data)
        }
      }
    } finally {
      watch.end()
      over.abort()
      reader?.cancel().catch(() => {})
    }
  }

  async #tellGone(): Promise<void> {
    const error = this.#gone
    if (error === undefined) return
    try {
      await this.#options.onGone?.(error)
    } catch (reason) {
      throw new HandlerFailure(reason)
    }
    this.#gone = undefined
  }

  /** Opens the stream after the last id, and tells observers how it went. */
  async #open(watch: Watch): Promise<Response> {
    const { context } = this.#shared
    const report = attemptReporter(context, this.#call, this.#failures + 1)
    const connecting = createWatch(context.options.clock, [watch.signal])
    const progress: Progress = { changesState: false, sent: false, answered: undefined }
    try {
      const response = await this.#request(watch, connecting, progress)
      const { status, requestId } = progress.answered ?? {}
      report({ status, requestId })
      this.#mended = false
      return response
    } catch (thrown) {
      const { signal } = connecting
      const error = failureOf(this.#call, signal.aborted ? signal.reason : thrown, progress)
      report({ status: error.status, requestId: error.requestId, errorCode: error.code })
      throw error
    } finally {
      connecting.end()
    }
  }

  async #request(watch: Watch, connecting: Watch, progress: Progress): Promise<Response> {
    const { context } = this.#shared
    const { baseUrl, timeouts } = context.options
    const request = createRequest(baseUrl, this.#call, watch.signal)
    request.headers.set('accept', 'text/event-stream')
    if (this.lastEventId !== undefined) request.headers.set('last-event-id', this.lastEventId)
    const limits = { headersMs: timeouts.headersMs, onDeadline: undefined }
    const response = await sendOnce(context, this.#call, request, { ...limits, watch: connecting, progress })
    if (!response.ok) {
      const bounds = { maximumBytes: context.options.maximumResponseBytes, idleMs: timeouts.bodyIdleMs }
      throw refusalOf(this.#call, response, await readBody(response, connecting, bounds), context.serverClock)
    }
    const type = response.headers.get('content-type') ?? ''
    if (!/^text\/event-stream\b/i.test(type)) throw this.#invalid(`the answer is no event stream (${type})`)
    return response
  }

  /** The next piece; silence ends the connection. */
  async #read(reader: ReadableStreamDefaultReader<Uint8Array>, watch: Watch) {
    const silence = createWatch(this.#shared.context.options.clock, [watch.signal])
    silence.limit('body', silenceMs)
    try {
      return await silence.race(reader.read())
    } finally {
      silence.end()
    }
  }

  #message({ id }: StreamBlock, data: string): DataMessage {
    let message: unknown
    try {
      message = JSON.parse(data)
    } catch {
      throw this.#invalid(`the event ${id} is not JSON`)
    }
    const wrong = this.#shared.context.options.validate?.message(message)
    if (wrong !== undefined) throw this.#invalid(wrong, 'contract-violation')
    // The shape is the contract's word, which the server is held to; `validate` checks it at run time.
    return message as DataMessage
  }

  #invalid(reason: string, code = 'invalid-event-stream'): InvalidResponseError {
    const facts = { code, status: 200 }
    return new InvalidResponseError(describeFailure(this.#call, reason, facts), facts)
  }

  /** Waits for the next attempt, or throws what trying again cannot mend. */
  async #recover(life: Watch, error: OpenbourseError | undefined, startedMs: number): Promise<void> {
    const { context } = this.#shared
    if (error === undefined) await this.#wait(life, undefined, startedMs)
    else if (isGoneError(error) && this.#options.onGone !== undefined && this.lastEventId !== undefined) {
      this.#gone = error
      this.lastEventId = undefined
    } else if (!this.#mended && mendCredential(context, error, serverOffsetMs(context))) {
      this.#mended = true
    } else if (mayPass(error)) {
      await this.#wait(life, (error as { readonly retryAfterMs?: number }).retryAfterMs, startedMs)
    } else throw error
  }

  /** As long as the server says, and by the same back-off as the other streams. */
  async #wait(life: Watch, retryAfterMs: number | undefined, startedMs: number): Promise<void> {
    const { clock, random } = this.#shared.context.options
    const backoffMs = reconnectDelay(this.#failures, clock.monotonicMs() - startedMs, random)
    this.#failures += 1
    const waitMs = retryAfterMs ?? Math.max(backoffMs, this.#retryMs)
    await life.race(pause(clock, waitMs, life.signal))
  }
}

/** What the caller's own function threw, which trying again is not meant for. */
class HandlerFailure {
  readonly reason: unknown

  constructor(reason: unknown) {
    this.reason = reason
  }
}

/** A stream that breaks off after its headers. */
const connected: Progress = {
  changesState: false,
  sent: true,
  answered: { status: 200, requestId: undefined },
}

/** A token that is not to be had now may be had later, unless the credentials themselves were refused. */
function mayPass(error: OpenbourseError): boolean {
  const { code, status } = error
  if (code === 'token-unavailable') return status !== 401 && status !== 403
  return shouldRetry({ changesState: false, attempt: 1, error })
}
