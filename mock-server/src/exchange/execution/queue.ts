import type { Listing } from '../instruments/listing.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'

/** The order waits outside the book for a phase in which it may trade; a place that it had it keeps. */
export function queueOrder(state: ExchangeState, record: OrderRecord, listing: Listing): void {
  if (record.placeNumber === 0) {
    state.lastPlaceNumber += 1
    record.placeNumber = state.lastPlaceNumber
  }
  listing.queue.add(record.order.orderNumber)
}

/** Who waits, in the order of time. */
export function queuedOrders(state: ExchangeState, { queue }: Listing): readonly OrderRecord[] {
  const records: OrderRecord[] = []
  for (const orderNumber of queue) {
    const record = state.orders.get(orderNumber)
    if (record !== undefined) records.push(record)
  }
  return records.sort((one, other) => one.placeNumber - other.placeNumber)
}
