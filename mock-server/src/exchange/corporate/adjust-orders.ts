import { fitReservation } from '../accounts/reservations.ts'
import { cancelOrder, leaveBook, nextMoment } from '../execution/conclude-order.ts'
import { restByPlace } from '../execution/enter-order.ts'
import { openOrdersIn } from '../execution/open-orders.ts'
import { queueOrder } from '../execution/queue.ts'
import { release } from '../execution/release.ts'
import { waitForStop } from '../execution/wait-for-stop.ts'
import type { Listing } from '../instruments/listing.ts'
import { isOpen } from '../orders/lifecycle.ts'
import { isStop, limitOf } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { restatedOrder } from '../orders/progress.ts'
import { parameters } from '../parameters/parameters.ts'
import type { ExchangeState } from '../state.ts'
import type { Ticks } from '../values/types.ts'
import { adjustedOrder, type OrderAdjustment } from './adjusted-order.ts'
import type { CorporateTerms } from './corporate-terms.ts'
import { isReverseSplit, type PriceChange } from './price-change.ts'

const REASON = 'corporate-action'

/** An open order and what becomes of it. */
interface Adjusted {
  readonly record: OrderRecord
  readonly next: OrderAdjustment
  readonly rested: boolean
  readonly waited: boolean
}

/**
 * Every open order of the symbol: they leave the book and come back in the order of their places, at their new
 * prices. A reverse split ends what customers have open, as does a price that would fall below the lowest. A
 * replacement on its way was meant for the order as it was, and ends as well: the order goes on without it.
 */
export function adjustOrders(
  state: ExchangeState,
  listing: Listing,
  action: CorporateTerms,
  change: PriceChange,
  between: () => void,
): void {
  if (isReverseSplit(action)) cancelCustomers(state, listing)
  const adjusted = openOrders(state, listing).flatMap((record): Adjusted[] => {
    const next = adjustmentOf(state, record, action, change)
    const { terms, status, triggeredAt } = record.order
    const waited = isStop(terms) && triggeredAt === undefined && status !== 'held'
    return next === undefined ? [] : [{ record, next, rested: record.resting !== undefined, waited }]
  })
  for (const { record } of adjusted) {
    leaveBook(state, record)
    if (action.type === 'split') fitReservation(record, 0, state)
  }
  between()
  for (const order of adjusted) comeBack(state, listing, order, change)
  holdAnew(state, listing)
  for (const house of state.houses.get(listing)?.values() ?? []) house.rekey()
  meetAnew(state, listing)
}

/** Undefined: it stays as it is, as customers' orders do after the smallest dividends. */
function adjustmentOf(
  { time }: ExchangeState,
  { order, account }: OrderRecord,
  action: CorporateTerms,
  change: PriceChange,
): OrderAdjustment | undefined {
  const isCustomer = account.kind === 'customer'
  const isSmall = action.type === 'cashDividend' && action.amount < parameters.at('dividendAdjustment', time)
  return isCustomer && isSmall ? undefined : adjustedOrder(order, action, change, isCustomer)
}

/** In the order of their places in the book. */
function openOrders(state: ExchangeState, listing: Listing): OrderRecord[] {
  return openOrdersIn(state, listing).sort((one, other) => one.placeNumber - other.placeNumber)
}

function cancelCustomers(state: ExchangeState, listing: Listing): void {
  for (const record of openOrders(state, listing)) {
    if (record.account.kind === 'customer' && isOpen(record.order.status)) cancelOrder(state, record, REASON)
  }
}

function comeBack(state: ExchangeState, listing: Listing, adjusted: Adjusted, change: PriceChange): void {
  const { record, next, rested, waited } = adjusted
  if (!isOpen(record.order.status)) return
  const isCustomer = record.account.kind === 'customer'
  if (record.extreme !== undefined) record.extreme = change.seen(record.extreme)
  record.printedLots = change.lots(record.printedLots)
  if (record.collarTicks !== undefined) record.collarTicks = change.limit('sell', record.collarTicks)
  const isOnItsWay = record.order.status === 'pendingNew'
  if (isOnItsWay || next.remainingLots === 0 || lowestOf(next) < listing.instrument.minimumPriceTicks) {
    cancelOrder(state, record, REASON)
    return
  }
  record.order = isCustomer
    ? restatedOrder(record.order, next, nextMoment(state, record))
    : { ...record.order, ...next }
  const limit = limitOf(next.terms)
  if (rested && limit !== undefined) {
    const ahead = record.aheadLots
    restByPlace(state, record, listing, limit, next.remainingLots)
    record.aheadLots = change.lots(ahead)
  } else if (waited) waitForStop(state, record, listing)
  if (!isCustomer) return
  state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason: REASON })
}

/** Once all are what they are now: of two exits the second holds what it needs beyond the first, changed itself or not. */
function holdAnew(state: ExchangeState, listing: Listing): void {
  const { quoteAsset } = listing.instrument
  for (const record of openOrders(state, listing)) {
    const { account, order } = record
    if (account.kind !== 'customer' || !isOpen(order.status) || order.status === 'pendingNew') continue
    fitReservation(record, order.remainingLots, state)
    state.accountChanged(account)
    // More shares may cost more fees than there is money for.
    if (record.reservedCash > 0n && account.balance(quoteAsset).available < 0n) {
      cancelOrder(state, record, 'no-longer-covered')
    }
  }
}

/** Bids that stayed where the market no longer is come to the book anew, as soon as they may trade. */
function meetAnew(state: ExchangeState, listing: Listing): void {
  for (const record of openOrders(state, listing)) {
    const { terms } = record.order
    const [limit, ask] = [limitOf(terms), listing.book.asks.bestTicks]
    if (terms.side !== 'buy' || record.resting === undefined) continue
    if (limit === undefined || ask === undefined || limit < ask) continue
    leaveBook(state, record)
    queueOrder(state, record, listing)
  }
  if (listing.queue.size > 0) release(state, listing)
}

function lowestOf({ terms, stopPriceTicks }: OrderAdjustment): Ticks {
  return Math.min(limitOf(terms) ?? Number.POSITIVE_INFINITY, stopPriceTicks ?? Number.POSITIVE_INFINITY)
}
