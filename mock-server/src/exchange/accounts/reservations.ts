import type { OrderRecord } from '../orders/order-record.ts'
import type { Lots, Minor, Time } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import type { OrderSoFar } from './fees/fee-model.ts'
import { beyondShared, heldPriceOf, lotsHeldBy, sharedBy } from './held-by-order.ts'
import type { Ledger } from './ledger.ts'
import { isOnCredit } from './margin/credit.ts'
import { fitExposure } from './margin/fit-exposure.ts'
import { openAmountOf, shortPrice } from './margin/open-amount.ts'

/**
 * What open orders of customers keep from being spent twice.
 * Buy limit: limit price times remaining quantity, and the worst fee on it. Buy stop that waits: the same at its
 * stop price; once triggered it is checked again. Sell: the remaining quantity.
 * Buy market: nothing is held, because it trades and ends within its own command; it is checked against the
 * very matches it is about to make. What margin accounts trade on credit holds no money, but counts against their
 * buying power. Each exit path ends in {@link fitReservation} with nothing remaining.
 */

export function reservationOf(
  record: OrderRecord,
  remainingLots: Lots,
  soFar: OrderSoFar = record.order,
): Minor {
  if (record.group === undefined) return cashOf(record, remainingLots, soFar)
  return beyondShared(
    cashOf(record, remainingLots, soFar),
    sharedBy(record, (leader) => cashOf(leader, leader.order.remainingLots, leader.order), 0n),
  )
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

/** Holds or releases so that exactly what `remainingLots` need is held. */
export function fitReservation(
  record: OrderRecord,
  remainingLots: Lots,
  books: { readonly ledger: Ledger; readonly time: Time },
): void {
  const { account, listing } = record
  if (account.kind !== 'customer' || listing === undefined) return
  if (isOnCredit(account, listing.instrument)) {
    const { terms, status } = record.order
    if (terms.side === 'sell' && status !== 'held' && remainingLots > 0) {
      record.shortPriceTicks ??= shortPrice(listing, books.time)
    }
    fitExposure(record, openAmountOf(record, remainingLots), books.ledger)
    return
  }
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
