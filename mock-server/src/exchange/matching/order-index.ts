import type { RestingOrder } from './price-level.ts'

const PAGE_SIZE = 256

interface Page {
  readonly slots: (RestingOrder | undefined)[]
  used: number
}

/**
 * Resting orders by number. Numbers are given one after another, so pages of slots are smaller and several
 * times faster than a hash map; a page goes when its last order goes. At worst every resting order keeps a
 * page of 256 slots alive (2 KiB).
 */
export class OrderIndex {
  readonly #pages = new Map<number, Page>()
  #size = 0

  get size(): number {
    return this.#size
  }

  get(orderNumber: number): RestingOrder | undefined {
    return this.#pages.get(Math.floor(orderNumber / PAGE_SIZE))?.slots[orderNumber % PAGE_SIZE]
  }

  set(order: RestingOrder): void {
    const number = Math.floor(order.orderNumber / PAGE_SIZE)
    let page = this.#pages.get(number)
    if (page === undefined) {
      page = { slots: new Array<RestingOrder | undefined>(PAGE_SIZE).fill(undefined), used: 0 }
      this.#pages.set(number, page)
    }
    page.slots[order.orderNumber % PAGE_SIZE] = order
    page.used += 1
    this.#size += 1
  }

  delete(orderNumber: number): void {
    const number = Math.floor(orderNumber / PAGE_SIZE)
    const page = this.#pages.get(number)
    if (page === undefined) return
    page.slots[orderNumber % PAGE_SIZE] = undefined
    page.used -= 1
    this.#size -= 1
    if (page.used === 0) this.#pages.delete(number)
  }
}
