import { parameters } from '../parameters/parameters.ts'
import { UNIT } from '../values/decimal.ts'
import type { Minor, Side, Ticks, Time } from '../values/types.ts'

/** 1: stocks of the large indices. 2: all others. */
export type BandTier = 1 | 2

export interface PriceBands {
  readonly lowerTicks: Ticks
  readonly upperTicks: Ticks
}

/**
 * The prices within which a stock trades, around its reference price: by a percentage that depends on its tier and
 * on its last close, and is twice as large near the end of the session, but for dearer stocks of tier 2. Rounded to
 * the nearest tick.
 */
export function bandsAround(
  reference: Ticks,
  by: {
    readonly tier: BandTier
    /** What a tick is worth in minor units. */
    readonly tick: Minor
    readonly lastClose: Ticks
    readonly isNearClose: boolean
    readonly time: Time
  },
): PriceBands {
  const { tier, tick, lastClose, isNearClose, time } = by
  const close = BigInt(lastClose) * tick
  const value = BigInt(reference) * tick
  const isLow = close <= parameters.at('bandLowPrice', time)
  const factor = isNearClose && (tier === 1 || isLow) ? 2n : 1n
  const width = widthOf(value, close, tier, isLow, time) * factor
  // In halves, so that what lies in the middle of two ticks is rounded up.
  const ticks = Number((2n * width + tick) / (2n * tick))
  return { lowerTicks: Math.max(1, reference - ticks), upperTicks: reference + ticks }
}

function widthOf(value: Minor, close: Minor, tier: BandTier, isLow: boolean, time: Time): Minor {
  const part = (percent: bigint) => (value * percent) / (100n * UNIT)
  if (!isLow) return part(parameters.at(tier === 1 ? 'bandTier1' : 'bandTier2', time))
  if (close >= parameters.at('bandPennyPrice', time)) return part(parameters.at('bandLow', time))
  const [share, most] = [part(parameters.at('bandPenny', time)), parameters.at('bandPennyMost', time)]
  return share < most ? share : most
}

/** Whether an order of this limit stands outside: a purchase above the upper band, or a sale below the lower. */
export function isBeyond(
  side: Side,
  limit: Ticks | undefined,
  { lowerTicks, upperTicks }: PriceBands,
): boolean {
  if (limit === undefined) return false
  return side === 'buy' ? limit > upperTicks : limit < lowerTicks
}

/** The worst price at which a side may trade. */
export function withinBands(side: Side, limit: Ticks, bands: PriceBands | undefined): Ticks {
  if (bands === undefined) return limit
  return side === 'buy' ? Math.min(limit, bands.upperTicks) : Math.max(limit, bands.lowerTicks)
}

/** A new mean counts only when it is that much away from the reference that stands. */
export function nextReference(reference: Ticks, mean: Ticks, time: Time): Ticks {
  const step = parameters.at('bandStep', time)
  const isFar = BigInt(Math.abs(mean - reference)) * 100n * UNIT >= BigInt(reference) * step
  return isFar ? mean : reference
}
