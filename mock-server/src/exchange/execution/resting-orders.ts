import type { Listing } from '../instruments/listing.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'

/** Everybody in the book, each side from the best. */
export function restingOrders(state: ExchangeState, { book }: Listing): readonly OrderRecord[] {
  const records: OrderRecord[] = []
  for (const side of [book.bids, book.asks]) {
    for (let position = 0; position < side.count; position += 1) {
      for (const { orderNumber } of side.queueFromBest(position)) {
        const record = state.orders.get(orderNumber)
        if (record !== undefined) records.push(record)
      }
    }
  }
  return records
}
