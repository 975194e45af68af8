import type { Channel, ChannelMessage } from './channel.ts'

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

/** Keeps messages in their rings and drops the oldest beyond the limits, in constant time a message. */
export class Retention {
  readonly #limits: RetentionLimits
  /** By age over all channels, so that the oldest of a world is found without a search. */
  readonly #state = new AgeList()
  readonly #prints = new AgeList()
  #bytes = 0

  constructor(limits: RetentionLimits) {
    this.#limits = limits
  }

  /** Bytes that market messages hold, estimated from above. */
  get bytes(): number {
    return this.#bytes
  }

  keep(message: ChannelMessage): void {
    const { source } = message
    source.ring.append(message)
    if (source.worth === 'private') return
    this.#list(source).append(message)
    this.#bytes += message.size
    this.expire(source, message.keptAtMs)
    while (source.ring.size > this.#limits.messages) this.#dropOldest(source)
    while (this.#bytes > this.#limits.bytes) {
      const oldest = this.#state.oldest ?? this.#prints.oldest
      if (oldest === undefined) return
      this.#dropOldest(oldest.source)
    }
  }

  /** Drops what is too old; idle channels need it before they are read. */
  expire(channel: Channel, nowMs: number): void {
    if (channel.worth === 'private') return
    const limit = nowMs - this.#limits.ms
    for (let oldest = channel.ring.oldest; oldest !== undefined; oldest = channel.ring.oldest) {
      if (oldest.keptAtMs >= limit) return
      this.#dropOldest(channel)
    }
  }

  #dropOldest(channel: Channel): void {
    const message = channel.ring.dropOldest()
    if (message === undefined) return
    channel.lostUpTo = message.offset
    this.#list(channel).remove(message)
    this.#bytes -= message.size
  }

  #list(channel: Channel): AgeList {
    return channel.worth === 'state' ? this.#state : this.#prints
  }
}

/** Messages from the oldest to the newest; any of them is removed in constant time. */
class AgeList {
  #oldest: ChannelMessage | undefined
  #newest: ChannelMessage | undefined

  get oldest(): ChannelMessage | undefined {
    return this.#oldest
  }

  append(message: ChannelMessage): void {
    message.older = this.#newest
    if (this.#newest === undefined) this.#oldest = message
    else this.#newest.newer = message
    this.#newest = message
  }

  remove(message: ChannelMessage): void {
    const { older, newer } = message
    if (older === undefined) this.#oldest = newer
    else older.newer = newer
    if (newer === undefined) this.#newest = older
    else newer.older = older
    message.older = undefined
    message.newer = undefined
  }
}
