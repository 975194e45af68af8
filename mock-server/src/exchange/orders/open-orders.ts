import type { OrderRecord } from './order-record.ts'

/** Open orders of one account by entry. Each knows its neighbours: it leaves without a search, and is let go at once. */
export class OpenOrders {
  #oldest: OrderRecord | undefined = undefined
  #newest: OrderRecord | undefined = undefined

  add(record: OrderRecord): void {
    record.olderOpen = this.#newest
    if (this.#newest === undefined) this.#oldest = record
    else this.#newest.newerOpen = record
    this.#newest = record
  }

  remove(record: OrderRecord): void {
    const { olderOpen, newerOpen } = record
    if (olderOpen === undefined) this.#oldest = newerOpen
    else olderOpen.newerOpen = newerOpen
    if (newerOpen === undefined) this.#newest = olderOpen
    else newerOpen.olderOpen = olderOpen
    record.olderOpen = undefined
    record.newerOpen = undefined
  }

  /** A list of its own, which stays as it is while its orders end. */
  oldestFirst(): OrderRecord[] {
    const records: OrderRecord[] = []
    for (let record = this.#oldest; record !== undefined; record = record.newerOpen) records.push(record)
    return records
  }

  newestFirst(): OrderRecord[] {
    return this.oldestFirst().reverse()
  }
}
