import type { Minor } from '../../values/types.ts'
import type { Account } from '../account.ts'
import { type Assessment, assess, excessOf } from './assessment.ts'
import {
  boughtFor,
  buyingPowerOf,
  levelOf,
  mayBorrow,
  measured,
  regimeOf,
  withinExcess,
} from './buying-power.ts'
import type { MarginCall, MarginDesk } from './margin-account.ts'
import type { MarginRegime } from './margin-rules.ts'

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
}

export interface MarginCallView extends MarginCall {
  /** What equity lacks now. */
  readonly deficiency: Minor
}

export function marginViewOf(desk: MarginDesk, account: Account): MarginView {
  const assessment = assess(desk, account)
  const { equity, longMarketValue, shortMarketValue, positions, orders } = assessment
  const level = levelOf(desk, assessment)
  const available = account.balances.get(account.currency)?.available ?? 0n
  return {
    regime: regimeOf(desk),
    multiplier: Number(boughtFor(desk, level, 1n)),
    equity,
    longMarketValue,
    shortMarketValue,
    initialMargin: positions.initial,
    maintenanceMargin: positions.maintenance,
    orderMargin: orders.initial,
    buyingPower: buyingPowerOf(desk, assessment, level),
    regTBuyingPower: buyingPowerOf(desk, assessment, mayBorrow(desk, assessment) ? 'regT' : 'none'),
    intradayExcess: measured('intraday', excessOf(assessment)),
    cashBuyingPower: withinExcess(desk, account, available),
    call: callOf(account, assessment),
  }
}

function callOf({ margin }: Account, { equity, positions }: Assessment): MarginCallView | undefined {
  if (margin?.call === undefined) return undefined
  const deficiency = positions.maintenance - equity
  return { ...margin.call, deficiency: deficiency > 0n ? deficiency : 0n }
}
