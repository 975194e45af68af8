import type { Listing } from '../instruments/listing.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'

/** From now on the order waits for its stop price. */
export function waitForStop(state: ExchangeState, record: OrderRecord, listing: Listing): void {
  const { orderNumber, stopPriceTicks, terms } = record.order
  const { side, type, triggerBy = 'last' } = terms
  if (record.waitNumber === 0) {
    state.lastWaitNumber += 1
    record.waitNumber = state.lastWaitNumber
  }
  if (type === 'trailingStop') listing.stops.trails(triggerBy, side).add(orderNumber)
  if (stopPriceTicks !== undefined)
    record.waiting = listing.stops.wait(orderNumber, side, triggerBy, stopPriceTicks)
  state.stopListings.add(listing)
}
