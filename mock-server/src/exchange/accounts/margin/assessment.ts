import type { Instrument } from '../../instruments/instrument.ts'
import type { Lots, Minor } from '../../values/types.ts'
import type { Account } from '../account.ts'
import { totalLots } from '../position.ts'
import { isLentOn } from './credit.ts'
import type { MarginDesk } from './margin-desk.ts'
import { openRequirement } from './open-orders.ts'
import { NO_REQUIREMENT, type Requirement, requirementOf, sumOf } from './requirements.ts'
import { worthOf } from './valuation.ts'

/** What a margin account is worth and owes, valued now, in its currency. */
export interface Assessment {
  /** Cash and positions, what is short counted against it. */
  readonly equity: Minor
  readonly cash: Minor
  readonly longMarketValue: Minor
  /** Negative or zero. */
  readonly shortMarketValue: Minor
  /** What its positions want behind them. */
  readonly positions: Requirement
  /** The same for what its open orders may open, and the money that other orders hold. */
  readonly orders: Requirement
}

/**
 * Not simulated: conversion between currencies; what is quoted in another one counts nothing, as in the worth of
 * other accounts. A position without any price counts what it cost.
 */
export function assess(desk: MarginDesk, account: Account): Assessment {
  const { available = 0n, held = 0n } = account.balances.get(account.currency) ?? {}
  const cash = available + held
  const sums = { longMarketValue: 0n, shortMarketValue: 0n }
  let positions = NO_REQUIREMENT
  for (const [symbol, position] of account.positions) {
    const lots = totalLots(position)
    const listing = desk.listings.get(symbol)
    if (lots === 0 || listing === undefined || listing.instrument.quoteAsset !== account.currency) continue
    const value = worthOf(listing, position)
    if (lots > 0) sums.longMarketValue += value
    else sums.shortMarketValue += value
    positions = sumOf(positions, wantedBehind(desk, account, listing.instrument, lots, value))
  }
  let orders: Requirement = { initial: held, maintenance: held, full: held }
  for (const [symbol, exposure] of account.margin?.exposures ?? []) {
    const instrument = desk.listings.get(symbol)?.instrument
    if (instrument === undefined) continue
    const lots = lotsOf(account, symbol)
    orders = sumOf(orders, openRequirement(desk, instrument, lots, exposure))
  }
  const equity = cash + sums.longMarketValue + sums.shortMarketValue
  return { equity, cash, ...sums, positions, orders }
}

/** What a position wants behind it: where nothing is lent, all that it is worth. */
export function wantedBehind(
  desk: MarginDesk,
  account: Account,
  instrument: Instrument,
  lots: Lots,
  value: Minor,
): Requirement {
  const size = value < 0n ? -value : value
  return isLentOn(instrument, account.currency)
    ? requirementOf(desk.marginRules, instrument, lots, size, desk.time)
    : { initial: size, maintenance: size, full: size }
}

/** What an account has in a symbol, negative where it is short. */
export function lotsOf(account: Account, symbol: string): number {
  const position = account.positions.get(symbol)
  return position === undefined ? 0 : totalLots(position)
}

/** What equity is left above what is wanted, of each measure; negative where it lacks. */
export function excessOf({ equity, positions, orders }: Assessment): Requirement {
  return {
    initial: equity - positions.initial - orders.initial,
    maintenance: equity - positions.maintenance - orders.maintenance,
    full: equity - positions.full - orders.full,
  }
}
