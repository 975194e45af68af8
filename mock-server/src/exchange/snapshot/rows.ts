/**
 * A long list, which a snapshot writes later and in parts. Its items do not change, or a {@link Reading} knows what
 * they were.
 */
export class Rows<Item> implements Iterable<Item> {
  readonly #items: Iterable<Item>
  /** Whether the items are orders as a snapshot has them, written with the list: each order is in one such list. */
  readonly isHome: boolean

  /** @param items read once, later: which ones there are may not depend on what happens until then */
  constructor(items: Iterable<Item>, isHome = false) {
    this.#items = items
    this.isHome = isHome
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#items[Symbol.iterator]()
  }
}

/** The items from `first` on, without those that are added later: so far the list may grow, and no item may be replaced. */
export function* rowsOf<Item>(items: readonly Item[], first = 0, end = items.length): Generator<Item> {
  for (let index = first; index < end; index += 1) yield items[index] as Item
}
