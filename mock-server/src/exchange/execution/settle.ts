import { fitReservation } from '../accounts/reservations.ts'
import type { Election } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import { referencePrice, SOURCES } from '../instruments/stops.ts'
import { crosses, opposite } from '../matching/side.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { TriggerBy } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { restatedOrder, triggeredOrder } from '../orders/progress.ts'
import { entryOf } from '../orders/reprice.ts'
import { trailingStop } from '../orders/trail.ts'
import { validateElected } from '../orders/validate.ts'
import type { ExchangeState } from '../state.ts'
import type { HalfTicks, Side } from '../values/types.ts'
import { nextMoment } from './conclude-order.ts'
import { enterAfterWait } from './enter-order.ts'
import { followUp, stepAside } from './follow-ups.ts'

/**
 * Brings the command to rest, after all that it did itself: the others of a group follow, and stops that were
 * reached are elected, each a new order that comes to the book, one after another. What they trade may reach
 * further ones. Ends because each stop is reached once, and each leg starts once.
 */
export function settle(state: ExchangeState): void {
  followUp(state)
  if (state.stopListings.size === 0) return
  for (let queue = collectReached(state); queue.length > 0; queue = collectReached(state)) {
    for (const record of queue) {
      if (!isOpen(record.order.status)) continue
      elect(state, record)
      followUp(state)
    }
  }
}

/** In the order of the prices that reached them, of one price the nearest stop first. */
function collectReached(state: ExchangeState): readonly OrderRecord[] {
  const reached: OrderRecord[] = []
  for (const listing of state.stopListings) {
    const prints = listing.stops.takePrints()
    if (listing.stops.isEmpty) state.stopListings.delete(listing)
    if (!listing.isRegular) continue
    const moved = new Set<OrderRecord>()
    for (const print of prints)
      for (const side of SIDES) look(state, listing, 'last', side, print, reached, moved)
    // A leg that starts may be past its price already: the last print is older than it.
    for (const triggerBy of SOURCES) {
      for (const side of SIDES) {
        const price = referencePrice(listing, triggerBy, side)
        if (price === undefined) continue
        const election = triggerBy === 'last' ? { price, tradeNumber: listing.stops.lastTrade } : { price }
        look(state, listing, triggerBy, side, election, reached, moved)
      }
    }
    for (const record of moved) restate(state, record)
  }
  return reached
}

const SIDES = ['buy', 'sell'] as const

/** A price is held against the stops as they stand, and only then do they follow it. */
function look(
  state: ExchangeState,
  listing: Listing,
  triggerBy: TriggerBy,
  side: Side,
  election: Election,
  reached: OrderRecord[],
  moved: Set<OrderRecord>,
): void {
  const { price } = election
  const trails = listing.stops.trails(triggerBy, side)
  const placeOf = (orderNumber: number) => state.orders.get(orderNumber)?.waitNumber ?? 0
  for (const orderNumber of listing.stops.takeReached({ triggerBy, side }, price, placeOf)) {
    const record = state.orders.get(orderNumber)
    if (record === undefined) throw new Error(`stop ${orderNumber} is not in the register`)
    record.waiting = undefined
    record.election = election
    trails.delete(orderNumber)
    moved.delete(record)
    reached.push(record)
  }
  for (const orderNumber of trails) {
    const record = state.orders.get(orderNumber)
    if (record !== undefined && follow(state, listing, record, price)) moved.add(record)
  }
}

/** Whether the stop of a trailing stop moves, which it does in one direction alone. */
function follow(state: ExchangeState, listing: Listing, record: OrderRecord, price: HalfTicks): boolean {
  const { terms, orderNumber, stopPriceTicks } = record.order
  const { side, triggerBy = 'last', activationPriceTicks } = terms
  const bound = record.extreme ?? 2 * (activationPriceTicks ?? 0)
  if (price === record.extreme || !crosses(opposite(side), price, bound)) return false
  record.extreme = price
  const stop = trailingStop(terms, price, listing.instrument)
  if (stop === stopPriceTicks) return false
  if (record.waiting !== undefined) listing.stops.leave(record.waiting)
  record.order = { ...record.order, stopPriceTicks: stop }
  record.waiting = listing.stops.wait(orderNumber, side, triggerBy, stop)
  fitReservation(record, record.order.remainingLots, state)
  state.accountChanged(record.account)
  return true
}

function restate(state: ExchangeState, record: OrderRecord): void {
  record.order = restatedOrder(record.order, {}, nextMoment(state, record))
  state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason: 'stop-moved' })
}

/** A stop that was reached comes to the book as what its type becomes, if it still passes the checks. */
function elect(state: ExchangeState, record: OrderRecord): void {
  const { listing, account } = record
  if (listing === undefined) return
  record.order = triggeredOrder(record.order, nextMoment(state, record))
  state.emit({ type: 'OrderTriggered', time: state.time, order: record.order })
  stepAside(state, record)
  const { terms } = record.order
  const entry = entryOf({ terms, account, listing, desk: state }, record)
  enterAfterWait(state, record, listing, entry, validateElected(entry))
}
