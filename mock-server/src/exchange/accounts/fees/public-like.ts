import type { FeeModel } from './fee-model.ts'
import { perOrderFees } from './per-order.ts'
import { amount, least, most, shareOf } from './rounding.ts'

/** What an order of at most so much costs. */
const TIERS = [
  [amount('10.00'), amount('0.49')],
  [amount('25.00'), amount('0.69')],
  [amount('50.00'), amount('1.19')],
  [amount('100.00'), amount('1.69')],
  [amount('250.00'), amount('3.29')],
  [amount('500.00'), amount('6.29')],
] as const
const HIGHEST_TIER = amount('6.29')
/** Of the value of larger orders, and never less than the highest tier. */
const RATE = amount('0.0125')

/** Crypto by the value of the order, as far as it is filled (the schedule of Public.com, as LEAN has it in PublicFeeModel). */
export const publicCrypto: FeeModel = perOrderFees((_instrument, { value }) => {
  const tier = TIERS.find(([atMost]) => value <= atMost)
  return tier === undefined ? most(HIGHEST_TIER, shareOf(value, RATE)) : tier[1]
})

const EXTENDED_HOURS = amount('2.99')

/**
 * Stocks: nothing in the regular session, and once an order that is filled before or after it (after Public.com,
 * as LEAN has it). A buy reserves it, because any order may be filled outside the session.
 */
export const publicStocks: FeeModel = {
  fee({ side, value, phase }, { fees }) {
    if (phase !== 'preMarket' && phase !== 'postMarket') return 0n
    const due = most(0n, EXTENDED_HOURS - fees)
    return side === 'sell' ? least(due, value) : due
  },
  worstFee: (_instrument, { lots }, { fees }) => (lots === 0 ? 0n : most(0n, EXTENDED_HOURS - fees)),
}
