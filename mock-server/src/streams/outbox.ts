import type { FeedMessage } from '../feed/feed.ts'
import { CLOSE_BYTES, DRAIN_POLL_MS, HIGH_WATER_BYTES, LOW_WATER_BYTES, UNDRAINED_MS } from './limits.ts'
import type { StreamSocket } from './session.ts'
import type { SessionTimers } from './timers.ts'

export interface OutboxEvents {
  /** The peer has read: what was held back may go. */
  room(): void
  /** The peer reads too slowly to be served any longer. */
  tooSlow(): void
}

/** A peer that reads nothing at all is looked at this often while something small waits for it. */
const IDLE_POLL_MS = 1_000
const LATE_MS = 500

/**
 * Everything that a session writes, in order: frames of one message, or arrays of them. Watches how much of it
 * the peer has taken. Asks others to hold back by `slow`; never drops anything itself.
 */
export class Outbox {
  readonly #socket: StreamSocket
  readonly #timers: SessionTimers
  readonly #events: OutboxEvents
  #batchMs = 0
  #batch: string[] = []
  #batchLength = 0
  #slow = false
  #closed = false
  /** Bytes written, and of these what the peer had taken when it was last looked at. */
  #written = 0
  #taken = 0
  #progressAtMs = 0
  #lookAtMs = 0

  constructor(socket: StreamSocket, timers: SessionTimers, events: OutboxEvents) {
    this.#socket = socket
    this.#timers = timers
    this.#events = events
  }

  /** True from the high-water mark until the peer is below the low one. */
  get slow(): boolean {
    return this.#slow
  }

  get closed(): boolean {
    return this.#closed
  }

  backlogged(): boolean {
    return !this.#closed && (this.#slow || this.#socket.bufferedAmount() > LOW_WATER_BYTES)
  }

  /** From now on frames are arrays, sent `batchMs` after their first message; 0 ends that. */
  batchFor(batchMs: number): void {
    this.flush()
    this.#batchMs = batchMs
  }

  /** A message that other sessions send too: encoded once for all. */
  share(message: FeedMessage): void {
    if (this.#batchMs > 0) {
      this.#collect(message.text)
      return
    }
    if (this.#closed) return
    if (this.#socket.takesBytes === true) {
      const { bytes } = message
      this.#socket.send(message.text, bytes)
      this.#wrote(bytes.length)
    } else {
      this.#write(message.text)
    }
  }

  /** A message of this session alone. */
  send(text: string): void {
    if (this.#batchMs > 0) this.#collect(text)
    else this.#write(text)
  }

  /** An answer, or what a peer should not wait for: goes at once, after all that was collected. */
  control(message: object): void {
    this.send(JSON.stringify(message))
    this.flush()
  }

  flush(): void {
    if (this.#batch.length === 0) return
    const batch = this.#batch
    this.#batch = []
    this.#batchLength = 0
    this.#timers.cancel('batch')
    this.#write(`[${batch.join(',')}]`)
  }

  close(): void {
    this.#closed = true
    this.#batch = []
  }

  #collect(text: string): void {
    if (this.#closed) return
    this.#batch.push(text)
    this.#batchLength += text.length
    if (this.#batchLength > LOW_WATER_BYTES) this.flush()
    else if (!this.#timers.has('batch')) this.#timers.set('batch', this.#batchMs, () => this.flush())
  }

  #write(text: string): void {
    if (this.#closed) return
    this.#socket.send(text)
    this.#wrote(text.length)
  }

  #wrote(length: number): void {
    this.#written += length
    const buffered = this.#socket.bufferedAmount()
    if (buffered === 0) return
    if (buffered > CLOSE_BYTES) {
      this.#events.tooSlow()
      return
    }
    const becameSlow = !this.#slow && buffered > HIGH_WATER_BYTES
    if (becameSlow) this.#slow = true
    const watched = this.#timers.has('drain')
    if (!watched) {
      this.#progressAtMs = this.#timers.nowMs()
      this.#taken = this.#written - buffered
    }
    if (becameSlow || !watched) this.#watch()
  }

  #watch(): void {
    const deadlineMs = this.#progressAtMs + UNDRAINED_MS - this.#timers.nowMs()
    const delayMs = Math.max(0, Math.min(this.#slow ? DRAIN_POLL_MS : IDLE_POLL_MS, deadlineMs))
    this.#lookAtMs = this.#timers.nowMs() + delayMs
    this.#timers.set('drain', delayMs, () => this.#look())
  }

  #look(): void {
    const buffered = this.#socket.bufferedAmount()
    const nowMs = this.#timers.nowMs()
    const taken = this.#written - buffered
    // A look that comes late says that this process stood still, not the peer.
    const late = nowMs - this.#lookAtMs > LATE_MS
    if (taken > this.#taken || buffered === 0 || late) this.#progressAtMs = nowMs
    this.#taken = taken
    if (nowMs - this.#progressAtMs >= UNDRAINED_MS) {
      this.#events.tooSlow()
      return
    }
    if (buffered > 0) this.#watch()
    if (!this.#slow || buffered > LOW_WATER_BYTES) return
    this.#slow = false
    this.#events.room()
  }
}
