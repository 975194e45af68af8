import { firstWhere } from '../exchange/values/first-where.ts'
import type { Channel } from './channel.ts'

/** How much of the market's channels a world keeps. Private channels are kept for the whole epoch. */
export interface RetentionLimits {
  /** Age in milliseconds of the clock that the feed was given. */
  readonly ms: number
  /** Messages a channel. */
  readonly messages: number
  /** Memory of all market channels together; at the limit the oldest quotes and books go first. */
  readonly bytes: number
}

export const DEFAULT_RETENTION: RetentionLimits = { ms: 60_000, messages: 8_192, bytes: 32 * 1024 * 1024 }

/** Drops the oldest messages beyond the limits, in constant time a message. */
export class Retention {
  readonly #limits: RetentionLimits
  readonly #byAge = { state: new ByAge(), prints: new ByAge() }
  #bytes = 0

  constructor(limits: RetentionLimits) {
    this.#limits = limits
  }

  /** Bytes that market messages hold, estimated from above. */
  get bytes(): number {
    return this.#bytes
  }

  /** The channel has another message. */
  keep(channel: Channel): void {
    if (channel.worth === 'private') return
    const { lastSeq } = channel
    if (channel.size === 1) this.#byAge[channel.worth].add(channel, channel.offsetOf(lastSeq))
    this.#bytes += channel.sizeOf(lastSeq)
    this.expire(channel, channel.keptAtMsOf(lastSeq))
    while (channel.size > this.#limits.messages) this.#dropOldest(channel)
    while (this.#bytes > this.#limits.bytes) {
      const oldest = this.#byAge.state.oldest ?? this.#byAge.prints.oldest
      if (oldest === undefined) return
      this.#dropOldest(oldest)
    }
  }

  /** Drops what is too old; idle channels need it before they are read. */
  expire(channel: Channel, nowMs: number): void {
    if (channel.worth === 'private') return
    const limit = nowMs - this.#limits.ms
    while (channel.size > 0 && channel.keptAtMsOf(channel.oldestSeq) < limit) this.#dropOldest(channel)
  }

  #dropOldest(channel: Channel): void {
    this.#bytes -= channel.sizeOf(channel.oldestSeq)
    channel.dropOldest()
  }
}

interface Entry {
  readonly channel: Channel
  /** Of the message that was its oldest when the entry was made: the oldest now is no older. */
  readonly offset: number
}

/**
 * Channels by the age of their oldest message. Nothing is done for a message that comes or goes: an entry that is
 * out of date is put right when it comes up.
 */
class ByAge {
  /** The oldest last. */
  readonly #entries: Entry[] = []
  readonly #entered = new Set<Channel>()

  /** A channel that was empty has a message. */
  add(channel: Channel, offset: number): void {
    if (this.#entered.has(channel)) return
    this.#entered.add(channel)
    this.#insert({ channel, offset })
  }

  /** The one with the oldest message of all. */
  get oldest(): Channel | undefined {
    for (let entry = this.#entries.at(-1); entry !== undefined; entry = this.#entries.at(-1)) {
      const { channel } = entry
      const offset = channel.size === 0 ? undefined : channel.offsetOf(channel.oldestSeq)
      if (offset === entry.offset) return channel
      this.#entries.pop()
      if (offset === undefined) this.#entered.delete(channel)
      else this.#insert({ channel, offset })
    }
    return undefined
  }

  #insert(entry: Entry): void {
    const entries = this.#entries
    const place = firstWhere(0, entries.length, (at) => (entries[at]?.offset ?? 0) <= entry.offset)
    entries.splice(place, 0, entry)
  }
}
