import { Rows, rowsOf } from '../snapshot/rows.ts'

/** First in, first out over one array; the front is cut off when it has grown as large as the rest. */
export class AgeQueue<Item> {
  #items: Item[] = []
  #head = 0
  /** Somebody reads the items still: none may be replaced in place. */
  #isRead = false

  get length(): number {
    return this.#items.length - this.#head
  }

  get oldest(): Item | undefined {
    return this.#items[this.#head]
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
