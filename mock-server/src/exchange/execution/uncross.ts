import { fitReservation } from '../accounts/reservations.ts'
import type { Listing } from '../instruments/listing.ts'
import { type AuctionOrder, decideUncross, type Uncross } from '../matching/auction.ts'
import type { Clearing } from '../matching/clearing.ts'
import { preventionOf } from '../orders/decide-steps.ts'
import { OrderEntry } from '../orders/entry.ts'
import { limitOf } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { validateElected } from '../orders/validate.ts'
import { type AuctionKind, takesPart } from '../sessions/auction-kind.ts'
import { lastTicks } from '../sessions/reference.ts'
import type { ExchangeState } from '../state.ts'
import type { Ticks } from '../values/types.ts'
import { formatPrice, formatQuantity } from '../values/wire.ts'
import { cancelOrder } from './conclude-order.ts'
import { executeTrade } from './execute-trade.ts'
import { preventTrade } from './prevent-trade.ts'
import { printTrade } from './print-trade.ts'
import { queuedOrders } from './queue.ts'
import { restingOrders } from './resting-orders.ts'

/**
 * The auction trades: what waits for it and what stands in the book, at one price, as one print. What is left stays
 * where it was.
 */
export function uncross(state: ExchangeState, listing: Listing, kind: AuctionKind): void {
  const plan = decidePaid(state, listing, kind)
  if (plan === undefined) return
  for (const { earlier, later, lots, prevention } of plan.preventions) {
    const [maker, taker] = [recordOf(state, earlier), recordOf(state, later)]
    preventTrade(state, maker, taker, { prevention, quantityLots: lots })
  }
  const { clearing, matches } = plan
  if (clearing === undefined) return
  const { priceTicks, pairedLots } = clearing
  const print = { priceTicks, quantityLots: pairedLots, takerSide: null, condition: kind }
  const tradeNumber = printTrade(state, listing, print)
  const why = whyOf(listing, kind, clearing)
  for (const { earlier, later, lots } of matches) {
    const [maker, taker] = [recordOf(state, earlier), recordOf(state, later)]
    const trade = { listing, maker, taker, priceTicks, quantityLots: lots, tradeNumber }
    executeTrade(state, { ...trade, aggressor: 'auction', why: { maker: why, taker: why } })
  }
}

/** Everybody who takes part in an auction held now. */
export function participants(
  state: ExchangeState,
  listing: Listing,
  kind: AuctionKind,
): readonly AuctionOrder[] {
  const waiting = queuedOrders(state, listing).filter(({ order }) => takesPart(order.terms, kind))
  // A book alone does not cross.
  if (waiting.length === 0) return []
  return [...waiting, ...restingOrders(state, listing)].map(auctionOrder)
}

function auctionOrder({ order, account, placeNumber }: OrderRecord): AuctionOrder {
  const { orderNumber, terms, remainingLots } = order
  return {
    orderNumber,
    side: terms.side,
    limitTicks: limitOf(terms),
    lots: remainingLots,
    owner: account.ownerNumber,
    placeNumber,
    prevention: preventionOf(terms),
  }
}

/** A market order that cannot pay the price is canceled, and the price found anew without it. */
function decidePaid(state: ExchangeState, listing: Listing, kind: AuctionKind): Uncross | undefined {
  for (;;) {
    const orders = participants(state, listing, kind)
    if (orders.length === 0) return undefined
    const plan = decideUncross(orders, lastTicks(listing))
    if (plan.clearing === undefined) return plan
    const buyers = new Set<OrderRecord>()
    for (const { earlier, later } of plan.matches) {
      buyers.add(recordOf(state, earlier.side === 'buy' ? earlier : later))
    }
    const { priceTicks } = plan.clearing
    if ([...buyers].every((record) => pays(state, record, listing, priceTicks))) return plan
  }
}

/** Holds what a market order needs at the price, or cancels it. */
function pays(state: ExchangeState, record: OrderRecord, listing: Listing, priceTicks: Ticks): boolean {
  const { account, order } = record
  if (limitOf(order.terms) !== undefined || account.kind !== 'customer') return true
  const parts = { terms: order.terms, account, listing, desk: state }
  const rejection = validateElected(new OrderEntry({ ...parts, auctionTicks: priceTicks }, record))
  if (rejection !== undefined) {
    cancelOrder(state, record, rejection.code)
    return false
  }
  record.collarTicks = priceTicks
  fitReservation(record, order.remainingLots, state)
  return true
}

function recordOf(state: ExchangeState, { orderNumber }: AuctionOrder): OrderRecord {
  const record = state.orders.get(orderNumber)
  if (record === undefined) throw new Error(`auction order ${orderNumber} is not in the register`)
  return record
}

function whyOf({ instrument }: Listing, kind: AuctionKind, clearing: Clearing): string {
  const { priceTicks, pairedLots, surplusSide, surplusLots } = clearing
  const paired = `${formatQuantity(instrument, pairedLots)} paired at ${formatPrice(instrument, priceTicks)}`
  const surplus =
    surplusSide === null
      ? 'nothing left over'
      : `${formatQuantity(instrument, surplusLots)} left to ${surplusSide}`
  return `In the ${kind} auction: ${paired}, ${surplus}; market orders first, then by price and time.`
}
