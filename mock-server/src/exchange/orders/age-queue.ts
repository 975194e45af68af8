import { Rows, rowsOf } from '../snapshot/rows.ts'
import type { Time } from '../values/types.ts'

/**
 * First in, first out over one array; the front is cut off when it has grown as large as the rest. An item's time may
 * grow while it waits, so that the next one may be older.
 */
export class AgeQueue<Item> {
  #items: Item[] = []
  #head = 0
  /** The oldest is of no earlier time: its own when it was last looked at. */
  #since: Time = Number.NEGATIVE_INFINITY
  /** Somebody reads the items still: none may be replaced in place. */
  #isRead = false

  get length(): number {
    return this.#items.length - this.#head
  }

  get oldest(): Item | undefined {
    return this.#items[this.#head]
  }

  /** Whether the oldest is of before `time`. It lies far back in memory, and is looked at only where it may be. */
  hasBefore(time: Time, timeOf: (item: Item) => Time): boolean {
    if (time <= this.#since || this.length === 0) return false
    this.#since = timeOf(this.#items[this.#head] as Item)
    return this.#since < time
  }

  push(item: Item): void {
    this.#items.push(item)
  }

  /** Another value in the place of an item, wherever that stands. */
  replace(item: Item, by: Item): void {
    const index = this.#items.lastIndexOf(item)
    if (index < this.#head) return
    if (this.#isRead) this.#items = [...this.#items]
    this.#isRead = false
    this.#items[index] = by
  }

  dropOldest(): void {
    this.#head += 1
    this.#since = Number.NEGATIVE_INFINITY
    if (this.#head * 2 < this.#items.length) return
    this.#items = this.#items.slice(this.#head)
    this.#head = 0
  }

  /** For a snapshot: the oldest first. */
  keep(): Rows<Item> {
    this.#isRead = true
    return new Rows(rowsOf(this.#items, this.#head))
  }

  static revive<Item>(items: Iterable<Item>): AgeQueue<Item> {
    const queue = new AgeQueue<Item>()
    queue.#items = [...items]
    return queue
  }

  *newestFirst(): Generator<Item> {
    for (let index = this.#items.length - 1; index >= this.#head; index -= 1) {
      const item = this.#items[index]
      if (item !== undefined) yield item
    }
  }
}

/** Of items that have one. */
export function timeOf({ time }: { readonly time: Time }): Time {
  return time
}
