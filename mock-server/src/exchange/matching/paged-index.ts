const PAGE_SIZE = 256

/**
 * From whole numbers that lie close together (order numbers, prices) to small ones from 1. Pages of 256 are smaller
 * and several times faster than a hash map of each number, and the page of the last call is known; a page goes when
 * its last number goes. At worst every number keeps a page alive (1 KiB).
 */
export class PagedIndex {
  /** Page number -> where the page starts in `values`. */
  readonly #pages = new Map<number, number>()
  #values = new Int32Array(0)
  /** Numbers a page, by the page's place. */
  readonly #used: number[] = []
  readonly #free: number[] = []
  #lastPage = -1
  #lastStart = -1

  /** 0 where there is none. */
  get(key: number): number {
    const start = this.#startOf(Math.floor(key / PAGE_SIZE))
    return start < 0 ? 0 : (this.#values[start + (key % PAGE_SIZE)] ?? 0)
  }

  set(key: number, value: number): void {
    const page = Math.floor(key / PAGE_SIZE)
    const known = this.#startOf(page)
    const start = known < 0 ? this.#open(page) : known
    this.#values[start + (key % PAGE_SIZE)] = value
    const place = start / PAGE_SIZE
    this.#used[place] = (this.#used[place] ?? 0) + 1
  }

  delete(key: number): void {
    const page = Math.floor(key / PAGE_SIZE)
    const start = this.#startOf(page)
    const at = start + (key % PAGE_SIZE)
    if (start < 0 || this.#values[at] === 0) return
    this.#values[at] = 0
    const place = start / PAGE_SIZE
    const left = (this.#used[place] ?? 0) - 1
    this.#used[place] = left
    if (left > 0) return
    this.#pages.delete(page)
    this.#free.push(start)
    this.#lastPage = -1
  }

  /** Where the page starts; -1 where there is no such page. */
  #startOf(page: number): number {
    if (page === this.#lastPage) return this.#lastStart
    const start = this.#pages.get(page)
    if (start === undefined) return -1
    this.#lastPage = page
    this.#lastStart = start
    return start
  }

  /** A page that went is empty, so that another number may have it as it is. */
  #open(page: number): number {
    const start = this.#free.pop() ?? this.#used.length * PAGE_SIZE
    if (start >= this.#values.length) {
      const values = new Int32Array(Math.max(PAGE_SIZE, 2 * this.#values.length))
      values.set(this.#values)
      this.#values = values
    }
    this.#used[start / PAGE_SIZE] = 0
    this.#pages.set(page, start)
    return start
  }
}
