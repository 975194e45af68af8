import type { Instrument } from '../instruments/instrument.ts'
import { isOpen } from '../orders/lifecycle.ts'
import { isStop, limitOf, type Order } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { trailingStop } from '../orders/trail.ts'
import type { Lots, Minor, Ticks } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import type { OrderSoFar } from './fees/fee-model.ts'
import type { Ledger } from './ledger.ts'

/**
 * What open orders of customers keep from being spent twice.
 * Buy limit: limit price times remaining quantity, and the worst fee on it. Buy stop that waits: the same at its
 * stop price; once triggered it is checked again. Sell: the remaining quantity.
 * Buy market: nothing is held, because it trades and ends within its own command; it is checked against the
 * very matches it is about to make. Each exit path ends in {@link fitReservation} with nothing remaining.
 */

export function reservationOf(
  record: OrderRecord,
  remainingLots: Lots,
  soFar: OrderSoFar = record.order,
): Minor {
  if (record.group === undefined) return cashOf(record, remainingLots, soFar)
  return more(
    cashOf(record, remainingLots, soFar),
    shareOf(record, (leader) => cashOf(leader, leader.order.remainingLots, leader.order), 0n),
  )
}

/** Stock that a sale holds. */
export function lotsHeldBy(record: OrderRecord, remainingLots: Lots): Lots {
  if (record.order.terms.side !== 'sell' || record.order.status === 'held') return 0
  if (record.group === undefined) return remainingLots
  return Math.max(0, remainingLots - shareOf(record, ({ order }) => order.remainingLots, 0))
}

function cashOf(
  { order, listing, account, collarTicks }: OrderRecord,
  remainingLots: Lots,
  soFar: OrderSoFar,
): Minor {
  if (order.terms.side === 'sell' || order.status === 'held') return 0n
  if (listing === undefined || remainingLots === 0) return 0n
  const priceTicks = heldPriceOf(order, listing.instrument) ?? collarTicks
  if (priceTicks === undefined) return 0n
  const value = tradeValue(listing.instrument, priceTicks, remainingLots)
  return value + account.fees.worstFee(listing.instrument, { lots: remainingLots, value }, soFar)
}

/** Of two exits only one will trade: the second holds what it needs beyond the first. */
function shareOf<Amount>(record: OrderRecord, held: (leader: OrderRecord) => Amount, none: Amount): Amount {
  const leader = record.group?.exits[0]
  if (leader === undefined || leader === record || record.group?.exits.includes(record) !== true) return none
  return isOpen(leader.order.status) && leader.order.status !== 'held' ? held(leader) : none
}

function more(needed: Minor, shared: Minor): Minor {
  return needed > shared ? needed - shared : 0n
}

/** The price at which a buy holds money; undefined for what trades at any price now. */
export function heldPriceOf(
  order: Pick<Order, 'terms' | 'stopPriceTicks' | 'triggeredAt'>,
  instrument: Instrument,
): Ticks | undefined {
  const { terms, stopPriceTicks, triggeredAt } = order
  const limit = limitOf(terms)
  if (limit !== undefined || !isStop(terms) || triggeredAt !== undefined) return limit
  if (stopPriceTicks !== undefined) return stopPriceTicks
  // A trailing buy that does not follow yet will start no higher than this.
  return terms.activationPriceTicks === undefined
    ? undefined
    : trailingStop(terms, 2 * terms.activationPriceTicks, instrument)
}

/** Holds or releases so that exactly what `remainingLots` need is held. */
export function fitReservation(
  record: OrderRecord,
  remainingLots: Lots,
  books: { readonly ledger: Ledger },
): void {
  const { account, listing } = record
  if (account.kind !== 'customer' || listing === undefined) return
  const { symbol, quoteAsset } = listing.instrument
  if (record.order.terms.side === 'sell') {
    const lots = lotsHeldBy(record, remainingLots)
    if (record.reservedLots === lots) return
    books.ledger.holdStock(symbol, account, lots - record.reservedLots)
    record.reservedLots = lots
    return
  }
  const cash = reservationOf(record, remainingLots)
  if (record.reservedCash === cash) return
  books.ledger.holdCash(quoteAsset, account, cash - record.reservedCash)
  record.reservedCash = cash
}
