import { ByAge } from './by-age.ts'
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
