import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots, Side, Ticks } from '../values/types.ts'
import { noteTrade } from './note-trade.ts'

/** A trade made here, told to everyone, before its fills. That of an auction has no taker and says which one it was. */
export function printTrade(
  state: ExchangeState,
  listing: Listing,
  trade: {
    readonly priceTicks: Ticks
    readonly quantityLots: Lots
    readonly takerSide: Side | null
    readonly condition?: string
  },
): number {
  const { priceTicks, quantityLots, takerSide, condition } = trade
  state.lastTradeNumber += 1
  noteTrade(state, listing, priceTicks)
  state.emit({
    type: 'TradePrinted',
    time: state.time,
    tradeNumber: state.lastTradeNumber,
    symbol: listing.instrument.symbol,
    priceTicks,
    subTick: 0,
    quantityLots,
    takerSide,
    source: 'exchange',
    ...(condition === undefined ? {} : { conditions: [condition] }),
  })
  return state.lastTradeNumber
}
