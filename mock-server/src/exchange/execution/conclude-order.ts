import type { Account } from '../accounts/account.ts'
import { fitReservation } from '../accounts/reservations.ts'
import type { Listing } from '../instruments/listing.ts'
import { isStop } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { acceptedOrder, endedOrder, type Moment, replacedOrder } from '../orders/progress.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots } from '../values/types.ts'

/** The exits that an order has besides being filled. Each leaves the book, releases, and tells. */

export function cancelOrder(state: ExchangeState, record: OrderRecord, reason: string): void {
  if (record.order.remainingLots === 0) {
    endFilled(state, record)
    return
  }
  endOrder(state, record, 'cancel', reason)
  state.emit({ type: 'OrderCanceled', time: state.time, order: record.order })
}

/** All that the account has open, in the order of entry. */
export function cancelOpenOrders(state: ExchangeState, account: Account, reason: string): void {
  for (const record of state.orders.archive(account).open.oldestFirst()) cancelOrder(state, record, reason)
}

/** Filled while a request was on its way: that came too late. */
export function endFilled(state: ExchangeState, record: OrderRecord): void {
  record.order = acceptedOrder(record.order, nextMoment(state, record))
  settleFinished(state, record)
  state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason: 'too-late' })
  if (record.group !== undefined) state.followUps.push({ record, filledLots: 0 })
}

export function expireOrder(state: ExchangeState, record: OrderRecord, reason: string): void {
  endOrder(state, record, 'expire', reason)
  state.emit({ type: 'OrderExpired', time: state.time, order: record.order })
}

/** The order whose place another takes; it has left the book already where that one kept its queue place. */
export function replaceOrder(state: ExchangeState, record: OrderRecord, replacedBy: number): void {
  leaveBook(state, record)
  record.order = replacedOrder(record.order, replacedBy, nextMoment(state, record))
  settleFinished(state, record)
  state.emit({ type: 'OrderReplaced', time: state.time, order: record.order })
}

/** Time and number of the account's next order event. */
export function nextMoment(state: ExchangeState, record: OrderRecord): Moment {
  record.account.ordersSeq += 1
  return { time: state.time, seq: record.account.ordersSeq }
}

/** Takes the order's rest out of the book, if it rests, or out of the stops. */
export function leaveBook(state: ExchangeState, record: OrderRecord): void {
  const { listing, resting } = record
  if (listing === undefined) return
  if (isStop(record.order.terms)) leaveStops(record, listing)
  if (resting === undefined) return
  state.touch(listing)
  listing.remove(resting)
  record.resting = undefined
}

/** Less of what rests. A new part that it shows takes a new place in the queue. */
export function takeResting(state: ExchangeState, record: OrderRecord, lots: Lots): void {
  const { listing, resting } = record
  if (listing === undefined || resting === undefined) return
  state.touch(listing)
  if (!listing.take(resting, lots)) return
  state.lastPlaceNumber += 1
  record.placeNumber = state.lastPlaceNumber
}

function leaveStops(record: OrderRecord, { stops }: Listing): void {
  const { orderNumber, terms } = record.order
  stops.trails(terms.triggerBy ?? 'last', terms.side).delete(orderNumber)
  if (record.waiting !== undefined) stops.leave(record.waiting)
  record.waiting = undefined
}

export function leaveExpiries(state: ExchangeState, record: OrderRecord): void {
  if (record.expiresAt !== undefined) state.expiries.remove(record.expiresAt, record.order.orderNumber)
}

/** A finished order holds nothing, expires no more, and starts to age. */
export function settleFinished(state: ExchangeState, record: OrderRecord): void {
  if (record.reservedCash !== 0n || record.reservedLots !== 0) state.accountChanged(record.account)
  fitReservation(record, 0, state)
  leaveExpiries(state, record)
  record.listing?.queue.delete(record.order.orderNumber)
  if (record.account.tradeGroup !== undefined) record.listing?.transferring.delete(record.order.orderNumber)
  state.orders.finish(record, state.time)
}

function endOrder(state: ExchangeState, record: OrderRecord, how: 'cancel' | 'expire', reason: string): void {
  leaveBook(state, record)
  record.order = endedOrder(record.order, how, reason, nextMoment(state, record))
  settleFinished(state, record)
  if (record.group !== undefined) state.followUps.push({ record, filledLots: 0 })
}
