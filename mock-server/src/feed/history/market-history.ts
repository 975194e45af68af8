import type { TradePrinted } from '../../exchange/events.ts'
import type { Timeframe, TradeBar } from './bars.ts'
import type { TimedWorth } from './equity.ts'
import type { NumberedQuote } from './quotes.ts'

/** What happened before, by world time; each symbol keeps so many of each. Undefined: no such symbol. */
export interface MarketHistory {
  /** Newest first. */
  quotes(symbol: string): Iterable<NumberedQuote> | undefined
  /** Newest first; the first may be in progress. */
  bars(symbol: string, timeframe: Timeframe): Iterable<TradeBar> | undefined
  /** The bar in progress. */
  currentBar(symbol: string, timeframe: Timeframe): TradeBar | undefined
  /** What an account was worth at full minutes, newest first. */
  worth(accountId: string): Iterable<TimedWorth>
  lastTrade(symbol: string): TradePrinted | undefined
}
