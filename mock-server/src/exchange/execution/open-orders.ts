import type { Listing } from '../instruments/listing.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'

/** Everybody's open orders in a symbol, in the book or not, by account. */
export function openOrdersIn(state: ExchangeState, listing: Listing): OrderRecord[] {
  const records: OrderRecord[] = []
  for (const account of state.accounts.values()) {
    for (const record of state.orders.archive(account).open.oldestFirst()) {
      if (record.listing === listing) records.push(record)
    }
  }
  return records
}
