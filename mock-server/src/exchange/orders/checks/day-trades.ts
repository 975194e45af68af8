import { regimeOf } from '../../accounts/margin/buying-power.ts'
import { mayOpen, recentDayTrades } from '../../accounts/margin/day-trading.ts'
import type { Rejection } from '../../events.ts'
import { parameters } from '../../parameters/parameters.ts'
import { formatMoney } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { creditCaseOf } from './credit.ts'
import { quantityPointer, suggestQuantity } from './suggest-quantity.ts'

/** The rule until 2026: whoever day-trades much needs 25,000, and opens nothing without. */
export function dayTradesAreAllowed(entry: OrderEntry): Rejection | undefined {
  const { account, desk, time } = entry
  const { margin } = account
  if (margin === undefined || regimeOf(desk) !== 'legacyDayTrade' || mayOpen(margin.dayTrading, time))
    return undefined
  const credit = creditCaseOf(entry)
  if (credit === undefined) return undefined
  const { closableLots } = credit
  if (entry.workingLots <= closableLots) return undefined
  const count = recentDayTrades(margin.dayTrading, time).length
  const least = formatMoney(parameters.at('dayTradeMinimumEquity', time))
  return {
    code: 'day-trade-limit',
    detail: `The account made ${count} day trades in five business days and began today with less than ${least}; it may only close positions.`,
    pointer: quantityPointer(entry.terms),
    ...suggestQuantity(entry, closableLots),
  }
}
