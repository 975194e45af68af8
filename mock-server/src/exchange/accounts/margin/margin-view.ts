import type { Minor } from '../../values/types.ts'
import type { Account } from '../account.ts'
import { type Assessment, assess, excessOf, lotsOf } from './assessment.ts'
import {
  boughtFor,
  buyingPowerOf,
  dayTradingLeft,
  levelOf,
  mayBorrow,
  measured,
  regimeOf,
  withinExcess,
} from './buying-power.ts'
import { recentDayTrades } from './day-trading.ts'
import { outstandingOf } from './initial-call.ts'
import type { InitialCall, MarginCall } from './margin-account.ts'
import type { MarginDesk } from './margin-desk.ts'
import type { MarginRegime } from './margin-rules.ts'
import { openingValue } from './open-orders.ts'
import { greater } from './requirements.ts'

/** A margin account in numbers, valued now, in minor units of its currency. */
export interface MarginView {
  readonly regime: MarginRegime
  /** How many times its equity an account may own without anything else in it: 1, 2 or 4. */
  readonly multiplier: number
  readonly equity: Minor
  readonly longMarketValue: Minor
  /** Negative or zero. */
  readonly shortMarketValue: Minor
  readonly initialMargin: Minor
  readonly maintenanceMargin: Minor
  /** What open orders want at the initial rate, and the money that they hold. */
  readonly orderMargin: Minor
  readonly buyingPower: Minor
  readonly regTBuyingPower: Minor
  /** Equity above what is wanted within the day; negative where it lacks. */
  readonly intradayExcess: Minor
  /** What may be spent where nothing is lent, and withdrawn. */
  readonly cashBuyingPower: Minor
  /** Undefined while it has what its positions want. */
  readonly call: MarginCallView | undefined
  /** Undefined unless the day before left initial margin to be brought; what of it is not met now. */
  readonly initialCall: InitialCall | undefined
  /** Under the rule that counts day trades. */
  readonly dayTrading: DayTradingView | undefined
}

export interface DayTradingView {
  /** Of today and the four business days before. */
  readonly count: number
  readonly isPattern: boolean
  readonly buyingPower: Minor
}

export interface MarginCallView extends MarginCall {
  /** What equity lacks now. */
  readonly deficiency: Minor
}

export function marginViewOf(desk: MarginDesk, account: Account): MarginView {
  const assessment = assess(desk, account)
  const { equity, longMarketValue, shortMarketValue, positions, orders } = assessment
  const level = levelOf(desk, assessment)
  const dayTrading = dayTradingOf(desk, account)
  const buyingPower = buyingPowerOf(desk, assessment, level)
  const available = account.balances.get(account.currency)?.available ?? 0n
  return {
    regime: regimeOf(desk),
    multiplier: dayTradingLeft(desk, account) === undefined ? Number(boughtFor(desk, level, 1n)) : 4,
    equity,
    longMarketValue,
    shortMarketValue,
    initialMargin: positions.initial,
    maintenanceMargin: positions.maintenance,
    orderMargin: orders.initial,
    buyingPower: greater(buyingPower, dayTrading?.buyingPower ?? 0n),
    regTBuyingPower: buyingPowerOf(desk, assessment, mayBorrow(desk, assessment) ? 'regT' : 'none'),
    intradayExcess: measured('intraday', excessOf(assessment)),
    cashBuyingPower: withinExcess(desk, account, available),
    call: callOf(account, assessment),
    initialCall: initialCallOf(account, assessment),
    dayTrading,
  }
}

function dayTradingOf(desk: MarginDesk, account: Account): DayTradingView | undefined {
  const { margin } = account
  if (margin === undefined || regimeOf(desk) !== 'legacyDayTrade') return undefined
  const { dayTrading, exposures } = margin
  let left = dayTradingLeft(desk, account) ?? 0n
  for (const [symbol, exposure] of exposures) left -= openingValue(lotsOf(account, symbol), exposure)
  const count = recentDayTrades(dayTrading, desk.time).length
  return { count, isPattern: dayTrading.isPattern, buyingPower: greater(left, 0n) }
}

function callOf({ margin }: Account, { equity, positions }: Assessment): MarginCallView | undefined {
  if (margin?.call === undefined) return undefined
  const deficiency = positions.maintenance - equity
  return { ...margin.call, deficiency: deficiency > 0n ? deficiency : 0n }
}

function initialCallOf({ margin }: Account, assessment: Assessment): InitialCall | undefined {
  if (margin?.initialCall === undefined) return undefined
  const amount = outstandingOf(margin, assessment)
  return amount === 0n ? undefined : { ...margin.initialCall, amount }
}
