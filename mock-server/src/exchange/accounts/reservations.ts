import { limitOf } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { Lots, Minor } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import type { FeeModel } from './fees.ts'
import type { Ledger } from './ledger.ts'

/**
 * What open orders of customers keep from being spent twice.
 * Buy limit: limit price times remaining quantity, and the worst fee on it. Sell: the remaining quantity.
 * Buy market: nothing is held, because it trades and ends within its own command; it is checked against the
 * very matches it is about to make. Each exit path ends in {@link fitReservation} with nothing remaining.
 */

export function reservationOf(record: OrderRecord, remainingLots: Lots, fees: FeeModel): Minor {
  const { terms } = record.order
  const limitPriceTicks = limitOf(terms)
  const { listing } = record
  if (terms.side === 'sell' || limitPriceTicks === undefined || listing === undefined || remainingLots === 0)
    return 0n
  const value = tradeValue(listing.instrument, limitPriceTicks, remainingLots)
  return value + fees.worstFee(listing.instrument, value)
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
