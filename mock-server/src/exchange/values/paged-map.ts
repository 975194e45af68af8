/** Larger pages are fewer, and found faster; one that a single thing keeps alive has 2 KiB. */
const PAGE_SIZE = 256

interface Page<Of> {
  readonly items: (Of | undefined)[]
  count: number
}

/**
 * From numbers that were given one after another to things. A page of numbers is found in a hash map, which is a
 * small one therefore; the page of the last call is known. A page goes with the last of its things.
 */
export class PagedMap<Of> {
  readonly #pages = new Map<number, Page<Of>>()
  #lastNumber = -1
  #last: Page<Of> | undefined = undefined

  get(key: number): Of | undefined {
    return this.#pageOf(key)?.items[key % PAGE_SIZE]
  }

  set(key: number, thing: Of): void {
    const page = this.#pageOf(key) ?? this.#open(key)
    if (page.items[key % PAGE_SIZE] === undefined) page.count += 1
    page.items[key % PAGE_SIZE] = thing
  }

  delete(key: number): void {
    const page = this.#pageOf(key)
    if (page?.items[key % PAGE_SIZE] === undefined) return
    page.items[key % PAGE_SIZE] = undefined
    page.count -= 1
    if (page.count > 0) return
    this.#pages.delete(this.#lastNumber)
    this.#lastNumber = -1
    this.#last = undefined
  }

  #pageOf(key: number): Page<Of> | undefined {
    const pageNumber = Math.floor(key / PAGE_SIZE)
    if (pageNumber === this.#lastNumber) return this.#last
    const page = this.#pages.get(pageNumber)
    if (page === undefined) return undefined
    this.#lastNumber = pageNumber
    this.#last = page
    return page
  }

  #open(key: number): Page<Of> {
    const page: Page<Of> = { items: new Array<Of | undefined>(PAGE_SIZE).fill(undefined), count: 0 }
    this.#lastNumber = Math.floor(key / PAGE_SIZE)
    this.#last = page
    this.#pages.set(this.#lastNumber, page)
    return page
  }
}
