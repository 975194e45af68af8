import type { Lots, Minor, Time } from '../../values/types.ts'
import { DayTrading } from './day-trading.ts'

/** What open orders of one side may still trade, and at which price they are counted. */
export interface OpenAmount {
  readonly lots: Lots
  readonly value: Minor
  readonly fees: Minor
}

export const NO_AMOUNT: OpenAmount = { lots: 0, value: 0n, fees: 0n }

/** The open orders of one account in one symbol, added up. */
export interface Exposure {
  readonly buy: OpenAmount
  readonly sell: OpenAmount
  /** What is borrowed for the short position, and set aside for open sales beyond the long one. */
  readonly borrowedLots: Lots
}

export const NO_EXPOSURE: Exposure = { buy: NO_AMOUNT, sell: NO_AMOUNT, borrowedLots: 0 }

/** Until when its holder may bring equity; then the broker closes positions. */
export interface MarginCall {
  readonly calledAt: Time
  readonly dueAt: Time
  readonly isLiquidating: boolean
}

/** Regulation T: what was opened on the credit of a day and is kept beyond it wants its initial margin. */
export interface InitialCall extends MarginCall {
  /** What the day before left to be paid in or closed. */
  readonly amount: Minor
}

/**
 * What a margin account has besides money and stock. Its orders in what is lent on hold no money: they count
 * against what the account may borrow.
 */
export class MarginAccount {
  /** By symbol; only what is not zero. */
  readonly exposures = new Map<string, Exposure>()
  /** That it has less equity than its positions want. */
  call: MarginCall | undefined = undefined
  initialCall: InitialCall | undefined = undefined
  /** Equity above what positions wanted at the initial rate as the day began; below zero where it lacked. */
  dayExcess: Minor = 0n
  /** What trades of the day want at the initial rate, less what they closed and what was paid in. */
  dayCharge: Minor = 0n
  readonly dayTrading = new DayTrading()

  exposure(symbol: string): Exposure {
    return this.exposures.get(symbol) ?? NO_EXPOSURE
  }

  setExposure(symbol: string, exposure: Exposure): void {
    const { buy, sell, borrowedLots } = exposure
    if (isNothing(buy) && isNothing(sell) && borrowedLots === 0) this.exposures.delete(symbol)
    else this.exposures.set(symbol, exposure)
  }
}

/** Of two exits the second may count no lots of its own, and yet what it costs more than the first. */
export function isNothing({ lots, value, fees }: OpenAmount): boolean {
  return lots === 0 && value === 0n && fees === 0n
}

export function plus(one: OpenAmount, other: OpenAmount): OpenAmount {
  return { lots: one.lots + other.lots, value: one.value + other.value, fees: one.fees + other.fees }
}

export function minus(one: OpenAmount, other: OpenAmount): OpenAmount {
  return { lots: one.lots - other.lots, value: one.value - other.value, fees: one.fees - other.fees }
}
