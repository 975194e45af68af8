import type { AssetClass } from '../../instruments/instrument.ts'
import { noFees } from './basis-points.ts'
import { cryptoTiers } from './crypto-tiers.ts'
import { exchangeRebates } from './exchange-rebates.ts'
import type { FeeModel } from './fee-model.ts'
import { FEE_SCHEDULES, type FeeSchedule } from './fee-schedule.ts'
import { binanceCrypto, coinbaseCrypto, krakenCrypto } from './maker-taker.ts'
import { perShare } from './per-share.ts'
import { publicCrypto, publicStocks } from './public-like.ts'
import { usRetail } from './us-retail.ts'

type ByClass = Readonly<Partial<Record<AssetClass, FeeModel>>>

/** What the schedules charge for; other asset classes are free of fees. */
const SCHEDULES = {
  usRetail: { usEquity: usRetail },
  perShare: { usEquity: perShare },
  publicLike: { usEquity: publicStocks, crypto: publicCrypto },
  cryptoTiers: { crypto: cryptoTiers },
  exchangeRebates: { usEquity: exchangeRebates },
  binanceLike: { crypto: binanceCrypto },
  krakenLike: { crypto: krakenCrypto },
  coinbaseLike: { crypto: coinbaseCrypto },
} as const satisfies Readonly<Record<FeeSchedule, ByClass>>

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
  const modelOf = (assetClass: AssetClass): FeeModel => byClass[assetClass] ?? noFees
  return {
    byVolume: Object.values(byClass).some((model) => model.byVolume === true),
    fee: (execution, order) => modelOf(execution.instrument.assetClass).fee(execution, order),
    worstFee: (instrument, rest, order) => modelOf(instrument.assetClass).worstFee(instrument, rest, order),
  }
}
