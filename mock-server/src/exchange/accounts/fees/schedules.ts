import type { AssetClass } from '../../instruments/instrument.ts'
import { noFees } from './basis-points.ts'
import { cryptoTiers } from './crypto-tiers.ts'
import { exchangeRebates } from './exchange-rebates.ts'
import type { FeeModel } from './fee-model.ts'
import { perShare } from './per-share.ts'
import { publicCrypto, publicStocks } from './public-like.ts'
import { usRetail } from './us-retail.ts'

type ByClass = Readonly<Partial<Record<AssetClass, FeeModel>>>

/** The schedules that an account may have, and what they charge for; other asset classes are free of fees. */
const SCHEDULES = {
  usRetail: { usEquity: usRetail },
  perShare: { usEquity: perShare },
  publicLike: { usEquity: publicStocks, crypto: publicCrypto },
  cryptoTiers: { crypto: cryptoTiers },
  exchangeRebates: { usEquity: exchangeRebates },
} as const satisfies Readonly<Record<string, ByClass>>

export type FeeSchedule = keyof typeof SCHEDULES

export const FEE_SCHEDULES = Object.keys(SCHEDULES) as readonly FeeSchedule[]

/** @throws RangeError when there is no such schedule, or two are for the same asset class. */
export function feesBySchedules(names: readonly FeeSchedule[]): FeeModel {
  const byClass: Partial<Record<AssetClass, FeeModel>> = {}
  for (const name of names) {
    if (!Object.hasOwn(SCHEDULES, name)) {
      throw new RangeError(`fees: there is no schedule ${name}; there are ${FEE_SCHEDULES.join(', ')}`)
    }
    const schedule: ByClass = SCHEDULES[name]
    const twice = Object.keys(schedule).find((assetClass) => Object.hasOwn(byClass, assetClass))
    if (twice !== undefined) throw new RangeError(`fees: two schedules for ${twice}: ${names.join(', ')}`)
    Object.assign(byClass, schedule)
  }
  const { usEquity = noFees, crypto = noFees, fx = noFees } = byClass
  const models = { usEquity, crypto, fx }
  return {
    byVolume: Object.values(models).some((model) => model.byVolume === true),
    fee: (execution, order) => models[execution.instrument.assetClass].fee(execution, order),
    worstFee: (instrument, rest, order) => models[instrument.assetClass].worstFee(instrument, rest, order),
  }
}
