import type { Channel } from './channel.ts'

interface Entry {
  readonly channel: Channel
  /** Of the message that was its oldest when this was looked at last: the oldest now is no older. */
  offset: number
}

/**
 * Channels by the age of their oldest message, as a heap. Nothing is done for a message that comes or goes: an entry
 * that is out of date is put right when it comes up.
 */
export class ByAge {
  /** The oldest first; each is no younger than those at twice its place plus one and two. */
  readonly #heap: Entry[] = []
  readonly #entered = new Set<Channel>()

  /** A channel that was empty has a message. */
  add(channel: Channel, offset: number): void {
    if (this.#entered.has(channel)) return
    this.#entered.add(channel)
    this.#rise({ channel, offset })
  }

  /** The one with the oldest message of all. */
  get oldest(): Channel | undefined {
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      const { channel } = top
      if (channel.size === 0) this.#leave(channel)
      else {
        const offset = channel.offsetOf(channel.oldestSeq)
        if (offset === top.offset) return channel
        top.offset = offset
        this.#sink(top)
      }
    }
    return undefined
  }

  /** The first one. */
  #leave(channel: Channel): void {
    this.#entered.delete(channel)
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) this.#sink(last)
  }

  #rise(entry: Entry): void {
    const heap = this.#heap
    let place = heap.length
    while (place > 0) {
      const above = (place - 1) >>> 1
      const other = heap[above]
      if (other === undefined || other.offset <= entry.offset) break
      heap[place] = other
      place = above
    }
    heap[place] = entry
  }

  /** From the first place to its own. */
  #sink(entry: Entry): void {
    const heap = this.#heap
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      const right = left + 1
      const below = (heap[right]?.offset ?? Infinity) < (heap[left]?.offset ?? Infinity) ? right : left
      const other = heap[below]
      if (other === undefined || other.offset >= entry.offset) break
      heap[place] = other
      place = below
    }
    heap[place] = entry
  }
}
