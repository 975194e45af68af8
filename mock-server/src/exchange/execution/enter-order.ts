import type { Account } from '../accounts/account.ts'
import { fitReservation } from '../accounts/reservations.ts'
import type { Aggressor, Rejection } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import type { EntryStep } from '../matching/self-trade.ts'
import type { OrderEntry } from '../orders/entry.ts'
import { limitOf, type OrderTerms, type TimeInForce } from '../orders/order.ts'
import { OrderRecord } from '../orders/order-record.ts'
import { acceptedOrder, endedOrder, enteredOrder, heldOrder, successorOrder } from '../orders/progress.ts'
import { endOfDay } from '../sessions/sessions.ts'
import type { ExchangeState } from '../state.ts'
import { nextMidnight } from '../values/time.ts'
import type { Lots, Ticks, Time } from '../values/types.ts'
import { cancelOrder, nextMoment, settleFinished } from './conclude-order.ts'
import { executeTrade } from './execute-trade.ts'
import { aggressorOf, makerWhy, takerWhy } from './explain.ts'
import { preventTrade } from './prevent-trade.ts'
import { printTrade } from './print-trade.ts'
import { reprice } from './reprice.ts'
import { transferLots } from './transfer-lots.ts'

/** Gives the order its number and remembers it, before anything is decided about it. */
export function recordOrder(
  state: ExchangeState,
  account: Account,
  terms: OrderTerms,
  listing: Listing | undefined,
  fingerprint?: string,
): OrderRecord {
  state.lastOrderNumber += 1
  const order = enteredOrder(state.lastOrderNumber, account.accountId, terms, state.time)
  return remember(state, new OrderRecord(order, account, listing, fingerprint))
}

/** The same for an order that is to take another's place. */
export function recordSuccessor(
  state: ExchangeState,
  original: OrderRecord,
  terms: OrderTerms,
  fingerprint?: string,
): OrderRecord {
  state.lastOrderNumber += 1
  const order = successorOrder(state.lastOrderNumber, original.order, terms, state.time)
  const record = new OrderRecord(order, original.account, original.listing, fingerprint)
  record.election = original.election
  return remember(state, record)
}

function remember(state: ExchangeState, record: OrderRecord): OrderRecord {
  state.orders.enter(record)
  return record
}

export function rejectOrder(state: ExchangeState, record: OrderRecord, rejection: Rejection): void {
  record.rejection = rejection
  record.order = endedOrder(record.order, 'reject', rejection.code, nextMoment(state, record))
  settleFinished(state, record)
  state.emit({ type: 'OrderRejected', time: state.time, order: record.order, rejection })
}

export function acceptOrder(state: ExchangeState, record: OrderRecord, listing: Listing): void {
  record.order = acceptedOrder(record.order, nextMoment(state, record))
  if (record.acceptedSeq === 0) record.acceptedSeq = record.order.updatedSeq
  fitReservation(record, record.order.remainingLots, state)
  state.accountChanged(record.account)
  if (record.account.tradeGroup !== undefined && record.order.terms.selfTradePrevention === 'transfer')
    listing.transferring.set(record.order.orderNumber, record.account.accountId)
  record.expiresAt = endOf(state, record.order.terms, listing)
  if (record.expiresAt !== undefined) state.expiries.add(record.expiresAt, record.order.orderNumber)
  state.emit({ type: 'OrderAccepted', time: state.time, order: record.order })
}

/** A leg that waits for its parent: it holds nothing and trades with nobody. */
export function holdOrder(state: ExchangeState, record: OrderRecord): void {
  record.order = heldOrder(record.order, nextMoment(state, record))
  record.acceptedSeq = record.order.updatedSeq
  state.emit({ type: 'OrderPending', time: state.time, order: record.order })
}

/** Executes what was decided, each trade at the resting order's price. */
export function takeSteps(
  state: ExchangeState,
  taker: OrderRecord,
  listing: Listing,
  steps: readonly EntryStep[],
  aggressor: Aggressor = aggressorOf(taker),
): void {
  const { side: takerSide } = taker.order.terms
  let level = 0
  let lastTicks: Ticks | undefined
  for (const step of steps) {
    const { makerNumber, priceTicks, quantityLots } = step
    const maker = state.orders.get(makerNumber)
    if (maker === undefined) throw new Error(`resting order ${makerNumber} is not in the register`)
    if (step.prevention !== undefined) {
      preventTrade(state, maker, taker, step)
      if (step.prevention === 'transfer') transferLots(state, maker, taker, step)
      continue
    }
    if (priceTicks !== lastTicks) level += 1
    lastTicks = priceTicks
    const tradeNumber = printTrade(state, listing, { priceTicks, quantityLots, takerSide })
    executeTrade(state, {
      listing,
      maker,
      taker,
      priceTicks,
      quantityLots,
      tradeNumber,
      aggressor,
      level,
      why: {
        maker: makerWhy(maker, taker, aggressor),
        taker: takerWhy(taker, listing.instrument, { priceTicks, quantityLots, level }),
      },
    })
  }
}

/** An order that waited comes to the book now, unless the checks refuse it. */
export function enterAfterWait(
  state: ExchangeState,
  record: OrderRecord,
  listing: Listing,
  entry: OrderEntry,
  rejection: Rejection | undefined,
): void {
  if (rejection !== undefined) {
    cancelOrder(state, record, rejection.code)
    return
  }
  if (entry.repricing !== undefined) reprice(state, record, entry.repricing)
  // What a market order held, it pays from now.
  fitReservation(record, record.order.remainingLots, state)
  state.accountChanged(record.account)
  takeSteps(state, record, listing, entry.steps)
  concludeEntry(state, record)
}

/** What was not traded on entry rests or is canceled, by type and time in force. */
export function concludeEntry(state: ExchangeState, record: OrderRecord): void {
  const { terms, remainingLots } = record.order
  if (remainingLots === 0) return
  const limit = limitOf(terms)
  if (terms.timeInForce === 'fok') cancelOrder(state, record, 'fok-unfilled')
  else if (limit === undefined) cancelOrder(state, record, 'no-liquidity')
  else if (terms.timeInForce === 'ioc') cancelOrder(state, record, 'ioc-remainder')
  else if (record.listing === undefined) return
  else if (record.placeNumber === 0) restOrder(state, record, record.listing, limit, remainingLots)
  else restByPlace(state, record, record.listing, limit, remainingLots)
}

export function restOrder(
  state: ExchangeState,
  record: OrderRecord,
  listing: Listing,
  priceTicks: Ticks,
  lots: Lots,
): void {
  state.touch(listing)
  state.lastPlaceNumber += 1
  record.placeNumber = state.lastPlaceNumber
  record.aheadLots = listing.book.quantityAt(record.order.terms.side, priceTicks)
  placeInBook(record, listing, priceTicks, lots)
}

/**
 * The order waited and keeps its place in time: those at its price that came later stand behind it, and of what
 * they show a part at a time begin a new part.
 */
export function restByPlace(
  state: ExchangeState,
  record: OrderRecord,
  listing: Listing,
  priceTicks: Ticks,
  lots: Lots,
): void {
  const { placeNumber } = record
  const later: OrderRecord[] = []
  const side = listing.book.side(record.order.terms.side)
  for (const { orderNumber } of [...side.pool.queue(side.numberAt(priceTicks))]) {
    const other = state.orders.get(orderNumber)
    if (other !== undefined && other.placeNumber > placeNumber) later.push(other)
  }
  for (const { resting } of later) if (resting !== undefined) listing.remove(resting)
  state.touch(listing)
  record.aheadLots = listing.book.quantityAt(record.order.terms.side, priceTicks)
  placeInBook(record, listing, priceTicks, lots)
  for (const other of later) placeInBook(other, listing, priceTicks, other.order.remainingLots)
}

function placeInBook(record: OrderRecord, listing: Listing, priceTicks: Ticks, lots: Lots): void {
  const { orderNumber, terms } = record.order
  const { ownerNumber } = record.account
  record.resting = listing.rest(
    orderNumber,
    terms.side,
    priceTicks,
    lots,
    ownerNumber,
    terms.displayLots ?? 0,
  )
}

/** When the order ends by itself. */
function endOf(state: ExchangeState, terms: OrderTerms, listing: Listing): Time | undefined {
  if (terms.timeInForce === 'gtd') return terms.expiresAt
  return ENDS_WITH_DAY[terms.timeInForce] ? endOfTradeDate(state, terms, listing) : undefined
}

/** An auction that is not held ends its orders with the day. */
const ENDS_WITH_DAY: Readonly<Record<TimeInForce, boolean>> = {
  day: true,
  opg: true,
  cls: true,
  gtc: false,
  gtd: false,
  ioc: false,
  fok: false,
}

/** Always-open symbols: 00:00 UTC. With a calendar: when the session closes, or the hours after it. */
function endOfTradeDate(state: ExchangeState, terms: OrderTerms, { calendar }: Listing): Time | undefined {
  if (calendar === undefined) return nextMidnight(state.time)
  return endOfDay(calendar, state.time, terms.extendedHours === true)
}
