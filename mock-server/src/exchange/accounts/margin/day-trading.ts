import { parameters } from '../../parameters/parameters.ts'
import { UNIT } from '../../values/decimal.ts'
import type { Lots, Minor, Time } from '../../values/types.ts'
import { businessDayAfter, ledgerDay, startOfLedgerDay } from '../settlement/settlement-date.ts'

/** What an account opened in a symbol today and has not closed since. */
interface OpenedToday {
  /** Negative: sold short. */
  readonly lots: Lots
  /** What it cost or brought, positive. */
  readonly value: Minor
}

/** What the rule on pattern day traders counts, of one account. */
export class DayTrading {
  day = 0
  /** As the day began. */
  startEquity: Minor = 0n
  startBuyingPower: Minor = 0n
  /** Of whoever made too many day trades within five business days; it stays. */
  isPattern = false
  /** The days of its latest day trades, oldest first. */
  tradeDays: number[] = []
  /** An order that closes in several parts is one day trade. */
  lastOrder = 0
  readonly opened = new Map<string, OpenedToday>()
}

/** A day begins: what day trading may cost is fixed for all of it. */
export function beginDay(trading: DayTrading, equity: Minor, maintenance: Minor, time: Time): void {
  trading.day = ledgerDay(time)
  trading.opened.clear()
  trading.startEquity = equity
  const excess = equity - maintenance
  const multiple = parameters.at('dayTradeMultiple', time)
  trading.startBuyingPower = excess > 0n ? (excess * multiple) / UNIT : 0n
}

export function nextDayStart(time: Time): Time {
  return startOfLedgerDay(ledgerDay(time) + 1)
}

export interface TradedStock {
  readonly symbol: string
  /** Negative: sold. */
  readonly lots: Lots
  readonly value: Minor
  readonly orderNumber: number
  /** The position before. */
  readonly before: Lots
}

/** Closing what was opened on the same day is a day trade, and gives back what its opening took. */
export function noteDayTrading(trading: DayTrading, trade: TradedStock, time: Time): void {
  const { symbol, lots, value } = trade
  const opened = trading.opened.get(symbol) ?? { lots: 0, value: 0n }
  const closed = against(opened.lots, lots)
  const left = closed === 0 ? opened : reduced(opened, closed)
  if (closed > 0) countDayTrade(trading, trade.orderNumber, time)
  // The rest first closes what is left of earlier days.
  const rest = Math.abs(lots) - closed
  const fresh = rest - Math.min(rest, against(trade.before - opened.lots, lots))
  const next = {
    lots: left.lots + (lots < 0 ? -fresh : fresh),
    value: left.value + (value * BigInt(fresh)) / BigInt(Math.abs(lots)),
  }
  if (next.lots === 0) trading.opened.delete(symbol)
  else trading.opened.set(symbol, next)
}

/** How much of `lots` goes against what there is. */
export function against(there: Lots, lots: Lots): Lots {
  return there > 0 === lots > 0 ? 0 : Math.min(Math.abs(there), Math.abs(lots))
}

function reduced({ lots, value }: OpenedToday, closed: Lots): OpenedToday {
  const size = Math.abs(lots)
  const rest = BigInt(size - closed)
  return { lots: lots < 0 ? lots + closed : lots - closed, value: (value * rest) / BigInt(size) }
}

function countDayTrade(trading: DayTrading, orderNumber: number, time: Time): void {
  if (trading.lastOrder === orderNumber) return
  trading.lastOrder = orderNumber
  const day = ledgerDay(time)
  trading.tradeDays = [...recentDayTrades(trading, time), day]
  if (BigInt(trading.tradeDays.length) * UNIT >= parameters.at('dayTradeLimit', time))
    trading.isPattern = true
}

/** Those of today and the four business days before. */
export function recentDayTrades({ tradeDays }: DayTrading, time: Time): number[] {
  const today = ledgerDay(time)
  return tradeDays.filter((day) => businessDayAfter('usEquity', day, 5) > today)
}

/** Whether whoever wants to open a position may, given the day trades so far. */
export function mayOpen(trading: DayTrading, time: Time): boolean {
  if (trading.startEquity >= parameters.at('dayTradeMinimumEquity', time)) return true
  const next = BigInt(recentDayTrades(trading, time).length + 1) * UNIT
  return !trading.isPattern && next < parameters.at('dayTradeLimit', time)
}

/** What may still be bought and sold within the day; undefined: no more than Regulation T lets. */
export function dayTradingPower(trading: DayTrading, time: Time): Minor | undefined {
  const isRich = trading.startEquity >= parameters.at('dayTradeMinimumEquity', time)
  if (!trading.isPattern || !isRich) return undefined
  let used = 0n
  for (const { value } of trading.opened.values()) used += value
  return trading.startBuyingPower - used
}
