import { CRYPTO_TIERS } from '../../parameters/fee-schedules.ts'
import { parameters } from '../../parameters/parameters.ts'
import type { FeeModel } from './fee-model.ts'
import { DEAREST } from './rates.ts'
import { shareOf } from './rounding.ts'

/** From which value traded in 30 days on, for resting and incoming orders. */
const TIERS = CRYPTO_TIERS.map(
  (tier) =>
    ({
      from: `cryptoTier${tier}From`,
      maker: `cryptoTier${tier}Maker`,
      taker: `cryptoTier${tier}Taker`,
    }) as const,
)

/**
 * A share of each execution that falls with what the account traded in the 30 days before today (UTC), rounded down to
 * 0.00000001 (Alpaca's crypto tiers, as ccxt has them).
 */
export const cryptoTiers: FeeModel = {
  byVolume: true,
  fee({ liquidity, value, tradedValue, time }) {
    const tier = TIERS.findLast(({ from }) => tradedValue >= parameters.at(from, time))
    return tier === undefined ? 0n : shareOf(value, parameters.at(tier[liquidity], time))
  },
  /** The account may have fallen back to the first tier when its order trades. */
  worstFee: (_instrument, { value }) => shareOf(value, DEAREST.rate('cryptoTier1Taker')),
}
