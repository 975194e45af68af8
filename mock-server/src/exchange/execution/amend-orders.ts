import { isOnCredit } from '../accounts/margin/credit.ts'
import { refitStock } from '../accounts/margin/fit-exposure.ts'
import { fitReservation } from '../accounts/reservations.ts'
import { noteOwed } from '../accounts/reversal.ts'
import type { Fill } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { amendedOrder, type FilledPart } from '../orders/progress.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots, Ticks } from '../values/types.ts'
import { cancelOrder, leaveBook, nextMoment } from './conclude-order.ts'
import { restOrder } from './enter-order.ts'

export interface Amendment {
  readonly reason: string
  /** What the trade is in truth; nothing of it where left out. */
  readonly corrected?: { readonly priceTicks?: Ticks; readonly quantityLots?: Lots }
}

export interface AmendedSide {
  readonly before: Fill
  /** Undefined: busted. */
  readonly after: Fill | undefined
}

/** The order that was filled, and those that took its place with what it had filled. */
export function amendOrders(state: ExchangeState, side: AmendedSide, amendment: Amendment): void {
  let record = state.orders.get(side.before.orderNumber)
  while (record !== undefined) {
    amendOrder(state, record, side, amendment)
    const { replacedBy } = record.order
    record = replacedBy === undefined ? undefined : state.orders.get(replacedBy)
  }
}

function amendOrder(
  state: ExchangeState,
  record: OrderRecord,
  { before, after }: AmendedSide,
  { reason: amendReason }: Amendment,
): void {
  const taken = partOf(before)
  const given = after === undefined ? NOTHING : partOf(after)
  const lots = taken.lots - given.lots
  const reason = after === undefined ? 'trade-busted' : 'trade-corrected'
  const { order } = record
  state.orders.changing(record)
  record.order = amendedOrder(order, taken, given, reason, nextMoment(state, record))
  if (isOpen(order.status)) {
    if (lots > 0) workAgain(state, record, lots)
    // What the rest may cost depends on what the order has paid.
    fitReservation(record, record.order.remainingLots, state)
  }
  const { time } = state
  const fill = after ?? { ...before, bustedAt: time, amendReason }
  state.emit({
    type: after === undefined ? 'TradeBusted' : 'TradeCorrected',
    time,
    order: record.order,
    fill,
  })
  if (lots > 0 && record.group !== undefined) state.followUps.push({ record, filledLots: -lots })
}

function partOf({ quantityLots, value, fee }: Fill): FilledPart {
  return { lots: quantityLots, value, fee }
}

const NOTHING: FilledPart = { lots: 0, value: 0n, fee: 0n }

/** More to trade queues anew. The market's own accounts show what they mean to show, and no more for it. */
function workAgain(state: ExchangeState, record: OrderRecord, lots: Lots): void {
  const { account, listing, resting } = record
  if (account.kind !== 'customer') {
    const { order } = record
    const terms = { ...order.terms, quantityLots: order.terms.quantityLots - lots }
    record.order = { ...order, terms, remainingLots: order.remainingLots - lots }
    return
  }
  if (resting !== undefined && listing !== undefined) {
    const { priceTicks } = listing.book.placeOf(resting)
    leaveBook(state, record)
    restOrder(state, record, listing, priceTicks, record.order.remainingLots)
  }
}

/** Orders that what is left does not cover any more are canceled, the newest first. */
export function cover(state: ExchangeState, listing: Listing, accountId: string): void {
  const account = state.accounts.get(accountId)
  if (account === undefined || account.kind !== 'customer') return
  if (isOnCredit(account, listing.instrument)) {
    // It may owe what it does not have: its equity says how much.
    refitStock(account, listing, state.ledger)
    return
  }
  const { symbol, quoteAsset } = listing.instrument
  const open = state.orders.archive(account).open.newestFirst()
  for (const record of open) {
    if (!isOpen(record.order.status)) continue
    const lacksCash = record.reservedCash > 0n && account.balance(quoteAsset).available < 0n
    const isOfAsset = record.listing?.instrument.quoteAsset === quoteAsset
    const lacksStock = record.reservedLots > 0 && account.position(symbol).availableLots < 0
    const isOfSymbol = record.listing === listing
    if ((lacksCash && isOfAsset) || (lacksStock && isOfSymbol))
      cancelOrder(state, record, 'no-longer-covered')
  }
  noteOwed(account, symbol, quoteAsset)
}
