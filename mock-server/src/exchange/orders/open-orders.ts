import type { OrderRecord } from './order-record.ts'

/** Holes are closed when there are so many, and three times as many as open orders, each of which gets another place then. */
const MANY_HOLES = 64

/**
 * Open orders of one account by entry. Each knows its place: it leaves without a search, and without a look at others,
 * which may lie far back in memory.
 */
export class OpenOrders {
  readonly #recordOf: (orderNumber: number) => OrderRecord | undefined
  /** Numbers; 0 where an order has left. */
  #numbers: number[] = []
  #holes = 0

  /** @param recordOf the order itself; asked of those that were added and not removed */
  constructor(recordOf: (orderNumber: number) => OrderRecord | undefined) {
    this.#recordOf = recordOf
  }

  get isEmpty(): boolean {
    return this.#holes === this.#numbers.length
  }

  add(record: OrderRecord): void {
    record.openAt = this.#numbers.length
    this.#numbers.push(record.order.orderNumber)
  }

  remove({ openAt }: OrderRecord): void {
    this.#numbers[openAt] = 0
    this.#holes += 1
    if (this.#holes >= MANY_HOLES && 4 * this.#holes > 3 * this.#numbers.length) this.#close()
  }

  /** A list of its own, which stays as it is while its orders end. */
  oldestFirst(): OrderRecord[] {
    const open: OrderRecord[] = []
    for (const orderNumber of this.#numbers) {
      const record = orderNumber === 0 ? undefined : this.#recordOf(orderNumber)
      if (record !== undefined) open.push(record)
    }
    return open
  }

  newestFirst(): OrderRecord[] {
    return this.oldestFirst().reverse()
  }

  #close(): void {
    const open = this.oldestFirst()
    this.#numbers = []
    this.#holes = 0
    for (const record of open) this.add(record)
  }
}
