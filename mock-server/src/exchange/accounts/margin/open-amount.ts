import type { Listing } from '../../instruments/listing.ts'
import type { OrderRecord } from '../../orders/order-record.ts'
import { parameters } from '../../parameters/parameters.ts'
import { divideUp, UNIT } from '../../values/decimal.ts'
import type { Lots, Ticks, Time } from '../../values/types.ts'
import { tradeValue } from '../../values/wire.ts'
import type { Account } from '../account.ts'
import type { OrderSoFar } from '../fees/fee-model.ts'
import { beyondShared, heldPriceOf, lotsHeldBy, sharedBy } from '../held-by-order.ts'
import { NO_AMOUNT, type OpenAmount } from './margin-account.ts'

/** What an open order on credit counts as, with `remainingLots` to trade; of two exits the second what it needs beyond the first. */
export function openAmountOf(record: OrderRecord, remainingLots: Lots): OpenAmount {
  const own = ownAmount(record, remainingLots)
  const shared = sharedBy(record, (leader) => ownAmount(leader, leader.order.remainingLots), NO_AMOUNT)
  if (shared.lots === 0) return own
  const lots = record.order.terms.side === 'sell' ? lotsHeldBy(record, remainingLots) : beyond(own, shared)
  return { lots, value: beyondShared(own.value, shared.value), fees: beyondShared(own.fees, shared.fees) }
}

function beyond(own: OpenAmount, shared: OpenAmount): Lots {
  return Math.max(0, own.lots - shared.lots)
}

function ownAmount(record: OrderRecord, lots: Lots): OpenAmount {
  const { order, account, listing, collarTicks, shortPriceTicks = 0 } = record
  if (listing === undefined || order.status === 'held' || lots === 0) return NO_AMOUNT
  const held = heldPriceOf(order, listing.instrument) ?? collarTicks
  if (order.terms.side === 'sell') {
    return amountAt(account, listing, Math.max(held ?? 0, shortPriceTicks), lots, order)
  }
  // A buy at any price trades within its own command, and was checked against its matches.
  return held === undefined ? NO_AMOUNT : amountAt(account, listing, held, lots, order)
}

export function amountAt(
  { fees }: Account,
  { instrument }: Listing,
  priceTicks: Ticks,
  lots: Lots,
  soFar: OrderSoFar,
): OpenAmount {
  const value = tradeValue(instrument, priceTicks, lots)
  return { lots, value, fees: fees.worstFee(instrument, { lots, value }, soFar) }
}

/** What a short sale is counted at whatever its price: somewhat above the ask, which may rise. */
export function shortPrice({ book }: Listing, time: Time): Ticks {
  const ask = book.asks.bestTicks
  if (ask === undefined) return 0
  return Number(divideUp(BigInt(ask) * parameters.at('shortSaleMarkup', time), UNIT))
}
