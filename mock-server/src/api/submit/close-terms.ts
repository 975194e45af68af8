import type { PositionView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { OrderTerms } from '../../exchange/orders/order.ts'
import { parseDecimal } from '../../exchange/values/decimal.ts'
import { toLots } from '../../exchange/values/wire.ts'
import { lotsOf } from '../../feed/wire/position.ts'

/** The market order that closes a position, or the part of it that was asked for. */
export function closeTerms(
  instrument: Instrument,
  position: PositionView,
  request: {
    /** Of accounts that may be short: it must not open the other side. */
    readonly reduceOnly: boolean
    readonly clientOrderId: string
    readonly quantity?: string | undefined
    readonly percent?: string | undefined
  },
): OrderTerms {
  const { clientOrderId, quantity, percent, reduceOnly } = request
  const owned = lotsOf(position)
  const lots = quantity === undefined ? shareOf(Math.abs(owned), percent) : toLots(instrument, quantity)
  return {
    clientOrderId,
    symbol: instrument.symbol,
    side: owned < 0 ? 'buy' : 'sell',
    type: 'market',
    timeInForce: 'day',
    quantityLots: lots ?? 0,
    ...(reduceOnly ? { reduceOnly } : undefined),
    ...(lots === undefined && quantity !== undefined ? { asWritten: { quantity } } : undefined),
  }
}

/** In units of 1e-8, so that a percentage is exact; rounded down to whole lots. */
function shareOf(lots: number, percent: string | undefined): number {
  if (percent === undefined) return lots
  return Number((BigInt(lots) * (parseDecimal(percent) ?? 0n)) / WHOLE)
}

/** 100 in units of 1e-8. */
export const WHOLE = 10_000_000_000n
