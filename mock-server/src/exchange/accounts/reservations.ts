import type { Instrument } from '../instruments/instrument.ts'
import { isStop, limitOf, type Order } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { trailingStop } from '../orders/trail.ts'
import type { Lots, Minor, Ticks } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import type { FeeModel } from './fees.ts'
import type { Ledger } from './ledger.ts'

/**
 * What open orders of customers keep from being spent twice.
 * Buy limit: limit price times remaining quantity, and the worst fee on it. Buy stop that waits: the same at its
 * stop price; once triggered it is checked again. Sell: the remaining quantity.
 * Buy market: nothing is held, because it trades and ends within its own command; it is checked against the
 * very matches it is about to make. Each exit path ends in {@link fitReservation} with nothing remaining.
 */

export function reservationOf(record: OrderRecord, remainingLots: Lots, fees: FeeModel): Minor {
  const { order, listing } = record
  if (order.terms.side === 'sell' || listing === undefined || remainingLots === 0) return 0n
  const priceTicks = heldPriceOf(order, listing.instrument)
  if (priceTicks === undefined) return 0n
  const value = tradeValue(listing.instrument, priceTicks, remainingLots)
  return value + fees.worstFee(listing.instrument, value)
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
  books: { readonly ledger: Ledger; readonly fees: FeeModel },
): void {
  const { account, listing } = record
  if (account.kind !== 'customer' || listing === undefined) return
  const { symbol, quoteAsset } = listing.instrument
  if (record.order.terms.side === 'sell') {
    if (record.reservedLots === remainingLots) return
    books.ledger.holdStock(symbol, account, remainingLots - record.reservedLots)
    record.reservedLots = remainingLots
    return
  }
  const cash = reservationOf(record, remainingLots, books.fees)
  if (record.reservedCash === cash) return
  books.ledger.holdCash(quoteAsset, account, cash - record.reservedCash)
  record.reservedCash = cash
}
