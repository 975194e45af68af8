import { parameters } from '../../parameters/parameters.ts'
import { UNIT } from '../../values/decimal.ts'
import type { Minor } from '../../values/types.ts'
import type { Account } from '../account.ts'
import { type Assessment, assess, excessOf } from './assessment.ts'
import { dayTradingPower } from './day-trading.ts'
import type { MarginDesk } from './margin-desk.ts'
import type { MarginRegime } from './margin-rules.ts'
import type { Requirement } from './requirements.ts'

/**
 * How much credit an order may use. `none`: what there is without it; `regT`: what Regulation T lets be opened and
 * kept; `intraday`: what the maintenance requirement lets be opened within a day.
 */
export type CreditLevel = 'none' | 'regT' | 'intraday'

const MEASURES: Readonly<Record<CreditLevel, keyof Requirement>> = {
  none: 'full',
  regT: 'initial',
  intraday: 'maintenance',
}

export function regimeOf({ marginRules, time }: MarginDesk): MarginRegime {
  if (marginRules.regime !== 'byDate') return marginRules.regime
  return parameters.at('dayTradeRule', time) > 0n ? 'legacyDayTrade' : 'intraday'
}

/** Whether the account has what credit and short sales take at the least. */
export function mayBorrow({ time }: MarginDesk, { equity }: Assessment): boolean {
  return equity >= parameters.at('marginMinimumEquity', time)
}

export function levelOf(desk: MarginDesk, assessment: Assessment): CreditLevel {
  if (!mayBorrow(desk, assessment)) return 'none'
  return regimeOf(desk) === 'intraday' ? 'intraday' : 'regT'
}

/** Of a requirement, or of an excess, the part that counts at this level. */
export function measured(level: CreditLevel, requirement: Requirement): Minor {
  return requirement[MEASURES[level]]
}

/** What stocks worth may be bought for this much equity at a level, where nothing more is wanted of them. */
export function boughtFor({ time }: MarginDesk, level: CreditLevel, equity: Minor): Minor {
  if (level === 'none') return equity
  const rate = parameters.at(level === 'regT' ? 'initialMargin' : 'maintenanceMargin', time)
  return (equity * UNIT) / rate
}

/** What new orders may cost; never below zero. */
export function buyingPowerOf(desk: MarginDesk, assessment: Assessment, level: CreditLevel): Minor {
  const excess = measured(level, excessOf(assessment))
  return excess > 0n ? boughtFor(desk, level, excess) : 0n
}

/** Money that what is not lent on may cost, and that may be withdrawn: no credit, and none that credit needs. */
export function withinExcess(desk: MarginDesk, account: Account, available: Minor): Minor {
  const { initial } = excessOf(assess(desk, account))
  const most = initial < available ? initial : available
  return most > 0n ? most : 0n
}

/** What a pattern day trader may still open within the day, its open orders aside; undefined: there is no such allowance. */
export function dayTradingLeft(desk: MarginDesk, account: Account): Minor | undefined {
  if (account.margin === undefined || regimeOf(desk) !== 'legacyDayTrade') return undefined
  return dayTradingPower(account.margin.dayTrading, desk.time)
}
