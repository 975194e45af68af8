import type { FeedMessage } from '../feed/feed.ts'
import type { Principal } from '../worlds/principal.ts'
import { CLOSE } from './close-codes.ts'
import { whenExpired } from './expiry.ts'
import { COMMENT_EVERY_MS, LIFETIME_MS, RECONNECT_AFTER_MS, START_WITHIN_MS } from './limits.ts'
import { Outbox } from './outbox.ts'
import type { OpenStream, StreamContext, StreamSocket } from './session.ts'
import { SessionTimers } from './timers.ts'

/** Messages read from the log at a time. */
const PAGE = 64

export type EventStreamContext = Pick<StreamContext, 'feed' | 'clock' | 'securityClock' | 'onError'>

export interface EventStreamRequest {
  readonly principal: Principal
  /** Full names of channels that there are, each once. */
  readonly channels: readonly string[]
  /** The place in the log after which it begins. */
  readonly after: number
}

/**
 * What some channels publish as Server-Sent Events, in the order of the log, each event once. Nothing is conflated
 * or dropped: a reader that is behind is served from the log as fast as it reads, and one that takes nothing is ended
 * and may come again by its last id. It holds its place from the moment it is made.
 */
export class EventStream implements OpenStream {
  readonly #context: EventStreamContext
  readonly #channels: readonly string[]
  readonly #timers: SessionTimers
  readonly #left: () => void
  readonly #stops: (() => void)[]
  #outbox: Outbox | undefined
  #socket: StreamSocket | undefined
  /** The place in the log of what was written last. */
  #position: number
  /** Whether everything before the next message that is heard has been written. */
  #live = false
  #closed = false

  /** @param left told once that the stream is over */
  constructor(context: EventStreamContext, request: EventStreamRequest, left: () => void) {
    const { feed, clock, securityClock = clock } = context
    this.#context = context
    this.#channels = request.channels
    this.#position = request.after
    this.#left = left
    this.#timers = new SessionTimers(clock, (error) => this.#fail(error))
    this.#stops = request.channels.map((name) => feed.listen(name, (message) => this.#heard(message)))
    this.#stops.push(
      whenExpired(request.principal, securityClock, () =>
        this.end(CLOSE.tokenExpired, 'the token has expired'),
      ),
    )
    this.#timers.set('start', START_WITHIN_MS, () => this.closed())
    this.#timers.set('life', LIFETIME_MS, () => this.end(CLOSE.restart, 'a stream lives 24 hours'))
  }

  /** Writes from now on. The first block tells the place in the log, so that nothing is lost before the first event. */
  start(socket: StreamSocket): void {
    if (this.#closed) {
      socket.close(CLOSE.restart, '')
      return
    }
    this.#timers.cancel('start')
    this.#socket = socket
    this.#outbox = new Outbox(socket, this.#timers, {
      room: () => this.#catchUp(),
      tooSlow: () => this.end(CLOSE.slowConsumer, 'the reader is too slow'),
    })
    this.#timers.set('heartbeat', COMMENT_EVERY_MS, () => this.#comment())
    this.#outbox.send(`retry: ${RECONNECT_AFTER_MS}\nid: ${this.#id(this.#position)}\n\n`)
    this.#guard(() => this.#catchUp())
  }

  /** The reader has gone. */
  closed(): void {
    if (this.#closed) return
    this.#closed = true
    this.#timers.clear()
    this.#outbox?.close()
    for (const stop of this.#stops) stop()
    this.#left()
  }

  /** The last line says why. */
  end(code: number, reason: string): void {
    if (this.#closed) return
    const reads = this.#outbox?.slow === false
    this.closed()
    if (reads) this.#socket?.send(`: ${reason}\n\n`)
    this.#socket?.close(code, reason)
  }

  backlogged(): boolean {
    return !this.#closed && (!this.#live || this.#outbox?.backlogged() === true)
  }

  #heard(message: FeedMessage): void {
    if (!this.#live || message.offset <= this.#position) return
    // What cannot be written now is found in the log when there is room again.
    if (this.#outbox?.slow !== false) this.#live = false
    else this.#guard(() => this.#write(message))
  }

  #catchUp(): void {
    this.#live = false
    while (this.#outbox?.slow === false && !this.#closed) {
      const request = { channels: this.#channels, after: this.#position, limit: PAGE }
      const page = this.#context.feed.log(request)
      if (page.outcome === 'gone') {
        this.end(CLOSE.slowConsumer, 'the reader is too slow: what it has not read is no longer held')
        return
      }
      if (page.messages.length === 0) {
        this.#live = true
        return
      }
      for (const message of page.messages) {
        if (this.#outbox.slow || this.#closed) break
        this.#write(message)
      }
    }
  }

  #write(message: FeedMessage): void {
    this.#position = message.offset
    const { type, text } = message
    this.#outbox?.send(`id: ${this.#id(message.offset)}\nevent: ${type}\ndata: ${text}\n\n`)
  }

  #id(offset: number): string {
    return `${this.#context.feed.epoch}:${offset}`
  }

  #comment(): void {
    this.#timers.set('heartbeat', COMMENT_EVERY_MS, () => this.#comment())
    if (this.#outbox?.slow === false) this.#outbox.send(': heartbeat\n\n')
  }

  #guard(action: () => void): void {
    try {
      action()
    } catch (error) {
      this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    this.#context.onError?.(error)
    this.end(CLOSE.internalError, 'internal error')
  }
}
