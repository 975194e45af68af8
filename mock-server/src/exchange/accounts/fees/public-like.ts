import { PUBLIC_TIERS } from '../../parameters/fee-schedules.ts'
import type { FeeModel } from './fee-model.ts'
import { perOrderFees } from './per-order.ts'
import { DEAREST, ratesAt } from './rates.ts'
import { least, most, shareOf } from './rounding.ts'

const TIERS = PUBLIC_TIERS.map(
  (tier) => ({ upTo: `publicCrypto${tier}UpTo`, fee: `publicCrypto${tier}Fee` }) as const,
)

/**
 * Crypto by the value of the order, as far as it is filled: a fee by its tier, above the tiers a share, which is never
 * less than the fee of the highest one (the schedule of Public.com, as LEAN has it in PublicFeeModel).
 */
export const publicCrypto: FeeModel = perOrderFees((_instrument, { value }, { rate, bound }) => {
  const tier = TIERS.find(({ upTo }) => value <= bound(upTo))
  return tier === undefined
    ? most(rate('publicCrypto6Fee'), shareOf(value, rate('publicCryptoShare')))
    : rate(tier.fee)
})

/**
 * Stocks: nothing in the regular session, and once an order that is filled before or after it (after Public.com,
 * as LEAN has it). A buy reserves it, because any order may be filled outside the session.
 */
export const publicStocks: FeeModel = {
  fee({ side, value, phase, time }, { fees }) {
    if (phase !== 'preMarket' && phase !== 'postMarket') return 0n
    const due = most(0n, ratesAt(time).rate('publicExtendedHours') - fees)
    return side === 'sell' ? least(due, value) : due
  },
  worstFee: (_instrument, { lots }, { fees }) =>
    lots === 0 ? 0n : most(0n, DEAREST.rate('publicExtendedHours') - fees),
}
