import type { Instrument } from '../instruments/instrument.ts'
import type { HalfTicks, Side, Ticks } from '../values/types.ts'
import type { OrderTerms } from './order.ts'

/** Units of 1e-8 percent in the whole. */
const WHOLE = 10_000_000_000n

/**
 * Where a trailing stop stands, given the best price since it follows: that far below it for a sale, above it
 * for a buy, rounded away from the market to a tick, within the instrument's prices.
 */
export function trailingStop(terms: OrderTerms, extreme: HalfTicks, instrument: Instrument): Ticks {
  const { side, trailTicks, trailPercent } = terms
  const away = side === 'sell' ? -1 : 1
  const stop =
    trailPercent === undefined
      ? roundAway(side, extreme + away * 2 * (trailTicks ?? 0))
      : byPercent(side, extreme, trailPercent)
  return Math.min(instrument.maximumPriceTicks, Math.max(instrument.minimumPriceTicks, stop))
}

function byPercent(side: Side, extreme: HalfTicks, percent: bigint): Ticks {
  const half = BigInt(extreme)
  // Two half ticks make a tick.
  if (side === 'sell') return Number((half * (WHOLE - percent)) / (2n * WHOLE))
  return Number((half * (WHOLE + percent) + 2n * WHOLE - 1n) / (2n * WHOLE))
}

function roundAway(side: Side, half: HalfTicks): Ticks {
  return side === 'sell' ? Math.floor(half / 2) : -Math.floor(-half / 2)
}
