import type { Position } from '@openbourse/spec'
import type { BestPrices, PositionView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Lots, Ticks } from '../../exchange/values/types.ts'
import {
  formatAveragePrice,
  formatMoney,
  formatPrice,
  formatQuantity,
  tradeValue,
} from '../../exchange/values/wire.ts'

/** What an account owns of one instrument, valued at what the book would pay for it now. */
export function toWirePosition(
  position: PositionView,
  instrument: Instrument,
  best: BestPrices | undefined,
): Position {
  const lots = lotsOf(position)
  const price = valuationPrice(best, lots)
  const value = price === null ? null : tradeValue(instrument, price, lots)
  return {
    symbol: position.symbol,
    quantity: formatQuantity(instrument, lots),
    availableQuantity: formatQuantity(instrument, position.availableLots),
    heldQuantity: formatQuantity(instrument, position.heldLots),
    averageEntryPrice: averageEntryPrice(position, instrument, lots),
    costBasis: formatMoney(position.cost),
    marketPrice: price === null ? null : formatPrice(instrument, price),
    marketValue: value === null ? null : formatMoney(value),
    unrealizedProfit: value === null ? null : formatMoney(value - position.cost),
    realizedProfit: formatMoney(position.realizedProfit),
    unsettledQuantity: formatQuantity(instrument, position.unsettledLots),
  }
}

/** The price at which the position could be closed: the bid of a long one, the ask of a short one. */
export function valuationPrice(best: BestPrices | undefined, lots: Lots): Ticks | null {
  if (best === undefined) return null
  return lots < 0 ? best.askTicks : best.bidTicks
}

export function lotsOf(position: PositionView): Lots {
  return position.availableLots + position.heldLots
}

function averageEntryPrice(position: PositionView, instrument: Instrument, lots: Lots): string | null {
  const short = lots < 0
  return formatAveragePrice(instrument, short ? -position.cost : position.cost, short ? -lots : lots)
}
