import type { Listing } from '../instruments/listing.ts'
import { OrderEntry } from '../orders/entry.ts'
import { isOpen } from '../orders/lifecycle.ts'
import { entryOf } from '../orders/reprice.ts'
import { validateReleased } from '../orders/validate.ts'
import type { ExchangeState } from '../state.ts'
import { cancelOrder, leaveBook } from './conclude-order.ts'
import { enterAfterWait } from './enter-order.ts'
import { queuedOrders, queueOrder } from './queue.ts'
import { restingOrders } from './resting-orders.ts'

/** Who may trade now comes to the book, by the time of entry, and keeps that time there. */
export function release(state: ExchangeState, listing: Listing): void {
  for (const record of queuedOrders(state, listing)) {
    const { order, account } = record
    if (!isOpen(order.status)) continue
    const parts = { terms: order.terms, account, listing, desk: state }
    const entry = entryOf(parts, record)
    if (entry.admission !== 'trades') continue
    listing.queue.delete(order.orderNumber)
    record.collarTicks = undefined
    enterAfterWait(state, record, listing, entry, validateReleased(entry))
  }
}

/** Orders for an auction that is over have nothing to wait for. */
export function cancelUnfilled(state: ExchangeState, listing: Listing, timeInForce: 'opg' | 'cls'): void {
  for (const record of queuedOrders(state, listing)) {
    if (record.order.terms.timeInForce === timeInForce) cancelOrder(state, record, 'auction-unfilled')
  }
}

/** Customers' orders that may not trade in the present phase leave the book and wait, with their place in time. */
export function withdraw(state: ExchangeState, listing: Listing): void {
  for (const record of restingOrders(state, listing)) {
    const { order, account } = record
    if (account.kind !== 'customer') continue
    const parts = { terms: order.terms, account, listing, desk: state }
    if (new OrderEntry(parts, record).admission === 'trades') continue
    leaveBook(state, record)
    queueOrder(state, record, listing)
  }
}
