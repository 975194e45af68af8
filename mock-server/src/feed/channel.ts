import type { Contents } from './contents.ts'
import type { FeedMessage } from './feed.ts'
import { Message } from './message.ts'
import { Ring } from './ring.ts'

export type ChannelMessage = Message<unknown, Channel>

/** Numbers a message and keeps it. */
export type Emit = <Facts>(channel: Channel<Facts>, facts: Facts) => void

export type Listener = (message: FeedMessage) => void

/**
 * What a channel's history is worth when memory runs short: `state` can be had again by a snapshot and goes
 * first, `prints` go after it, `private` is kept for the whole epoch.
 */
export type Worth = 'state' | 'prints' | 'private'

/** The numbers of a message's row, before those of its contents. */
const OFFSET = 0
const KEPT_AT_MS = 1
const SIZE = 2
const CONTENTS = 3

/** One channel of a feed: its numbers, what is kept of it, and who listens. */
export class Channel<Facts = unknown> {
  readonly name: string
  readonly epoch: string
  readonly worth: Worth
  readonly contents: Contents<Facts>
  readonly listeners = new Set<Listener>()
  /** Up to this offset of the log something of this channel is no longer held, or was never written. */
  lostUpTo = 0
  readonly #ring: Ring<unknown>
  /** Those of the market that somebody has read: the next reader finds them written. Others are read once, if at all. */
  readonly #read = new Map<number, ChannelMessage>()

  constructor(name: string, epoch: string, worth: Worth, contents: Contents<Facts>) {
    this.name = name
    this.epoch = epoch
    this.worth = worth
    this.contents = contents
    this.#ring = new Ring(CONTENTS + contents.width)
  }

  get oldestSeq(): number {
    return this.#ring.oldestSeq
  }

  get lastSeq(): number {
    return this.#ring.lastSeq
  }

  /** Messages that are held. */
  get size(): number {
    return this.#ring.size
  }

  startAfter(lastSeq: number): void {
    this.#ring.startAfter(lastSeq)
  }

  append(facts: Facts, offset: number, nowMs: number): void {
    const { contents } = this
    const ring = this.#ring
    ring.append()
    const { numbers } = ring
    const row = ring.rowOf(ring.lastSeq)
    numbers[row + OFFSET] = offset
    numbers[row + KEPT_AT_MS] = nowMs
    numbers[row + SIZE] = ENVELOPE_BYTES + BYTES_A_CHARACTER * contents.lengthOf(facts)
    const rest = contents.write(facts, numbers, row + CONTENTS)
    if (rest !== undefined) ring.keep(rest)
  }

  dropOldest(): void {
    const seq = this.oldestSeq
    this.lostUpTo = this.offsetOf(seq)
    if (this.#read.size > 0) this.#read.delete(seq)
    this.#ring.dropOldest()
  }

  holds(seq: number): boolean {
    return this.#ring.holds(seq)
  }

  /** Of a message that is held; so are the others. */
  offsetOf(seq: number): number {
    return this.#numberOf(seq, OFFSET)
  }

  keptAtMsOf(seq: number): number {
    return this.#numberOf(seq, KEPT_AT_MS)
  }

  /** What it keeps in memory once it was read, in bytes. */
  sizeOf(seq: number): number {
    return this.#numberOf(seq, SIZE)
  }

  message(seq: number): ChannelMessage | undefined {
    if (!this.holds(seq)) return undefined
    const known = this.#read.get(seq)
    if (known !== undefined) return known
    const { numbers } = this.#ring
    const facts = this.contents.read(numbers, this.#ring.rowOf(seq) + CONTENTS, this.#ring.at(seq))
    const message: ChannelMessage = new Message(this, seq, this.offsetOf(seq), facts)
    if (this.worth !== 'private') this.#read.set(seq, message)
    return message
  }

  /** Messages `fromSeq` to `toSeq`, both included, as far as they are held. */
  messages(fromSeq: number, toSeq: number): ChannelMessage[] {
    const messages: ChannelMessage[] = []
    const last = Math.min(toSeq, this.lastSeq)
    for (let seq = Math.max(fromSeq, this.oldestSeq); seq <= last; seq += 1) {
      const message = this.message(seq)
      if (message !== undefined) messages.push(message)
    }
    return messages
  }

  #numberOf(seq: number, column: number): number {
    return this.#ring.numbers[this.#ring.rowOf(seq) + column] ?? 0
  }
}

/** The object itself, and the envelope of text and bytes. */
const ENVELOPE_BYTES = 500
/** As objects, as text and as bytes. */
const BYTES_A_CHARACTER = 3
