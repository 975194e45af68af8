import type { Lot, Position } from '@openbourse/spec'
import type { TaxLot } from '../../exchange/accounts/lots/lot-queue.ts'
import type { PositionView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatDate } from '../../exchange/values/time.ts'
import type { Lots } from '../../exchange/values/types.ts'
import {
  formatAveragePrice,
  formatMoney,
  formatPrice,
  formatQuantity,
  tradeValue,
} from '../../exchange/values/wire.ts'

/** What an account owns or owes of one instrument, valued at the price of the account. */
export function toWirePosition(position: PositionView, instrument: Instrument): Position {
  const lots = lotsOf(position)
  const price = position.valueTicks
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

export function toWireLot({ lots, cost, openedOn }: TaxLot, instrument: Instrument): Lot {
  return {
    quantity: formatQuantity(instrument, lots),
    costBasis: formatMoney(cost),
    openedOn: formatDate(openedOn),
  }
}

export function lotsOf(position: PositionView): Lots {
  return position.availableLots + position.heldLots
}

function averageEntryPrice(position: PositionView, instrument: Instrument, lots: Lots): string | null {
  const short = lots < 0
  return formatAveragePrice(instrument, short ? -position.cost : position.cost, short ? -lots : lots)
}
