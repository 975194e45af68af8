import { divideHalfEven, UNIT } from '../../values/decimal.ts'
import type { Minor } from '../../values/types.ts'

/** A year's rates in units of 1e-8: 0.0825 is 8,250,000. What is left out is free. */
export interface InterestRates {
  /** On what a margin account owes. */
  readonly debit?: bigint
  /** On what an account has, short proceeds left out. */
  readonly credit?: bigint
  /** On the value of what is sold short. */
  readonly borrow?: bigint
}

/** What runs up until the end of the month: sums of minor units times days, so that nothing is rounded on the way. */
export interface Accrued {
  readonly owed: bigint
  readonly earned: bigint
  readonly borrowed: bigint
}

export const NOTHING_ACCRUED: Accrued = { owed: 0n, earned: 0n, borrowed: 0n }

/** Money is counted with years of 360 days. */
const DAYS_A_YEAR = 360n
const CENT = UNIT / 100n

export function accrue(before: Accrued, balance: Minor, shortValue: Minor, days: number): Accrued {
  const count = BigInt(days)
  return {
    owed: before.owed + (balance < 0n ? -balance * count : 0n),
    earned: before.earned + (balance > 0n ? balance * count : 0n),
    borrowed: before.borrowed + shortValue * count,
  }
}

/** What sums times days come to at a rate, half-even to a cent. */
export function interestOn(sum: bigint, rate = 0n): Minor {
  return divideHalfEven(sum * rate, DAYS_A_YEAR * UNIT * CENT) * CENT
}
