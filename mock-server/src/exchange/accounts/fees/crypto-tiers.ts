import type { FeeModel } from './fee-model.ts'
import { amount } from './rounding.ts'

/** From which value traded in 30 days on, in basis points for resting and incoming orders. */
const TIERS = [
  { from: amount('0'), maker: 15n, taker: 25n },
  { from: amount('100000'), maker: 12n, taker: 22n },
  { from: amount('500000'), maker: 10n, taker: 20n },
  { from: amount('1000000'), maker: 8n, taker: 18n },
  { from: amount('10000000'), maker: 5n, taker: 15n },
  { from: amount('25000000'), maker: 2n, taker: 13n },
  { from: amount('50000000'), maker: 2n, taker: 12n },
  { from: amount('100000000'), maker: 0n, taker: 10n },
] as const
const BASIS_POINTS = 10_000n
/** What an open order reserves: its account may have fallen back to the first tier when it trades. */
const WORST = 25n

/**
 * A share of each execution that falls with what the account traded in the 30 days before today (UTC), rounded down to
 * 0.00000001 (Alpaca's crypto tiers, as ccxt has them).
 */
export const cryptoTiers: FeeModel = {
  byVolume: true,
  fee({ liquidity, value, tradedValue }) {
    let rate = 0n
    for (const tier of TIERS) if (tradedValue >= tier.from) rate = tier[liquidity]
    return (value * rate) / BASIS_POINTS
  },
  worstFee: (_instrument, { value }) => (value * WORST) / BASIS_POINTS,
}
