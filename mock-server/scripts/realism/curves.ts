import { returnsOf } from './measure.ts'
import type { Recording } from './recording.ts'
import { autocorrelation } from './statistics/correlation.ts'
import { variance } from './statistics/moments.ts'

/** What the picture of a preset shows; the mean over the seeds of each. */
export interface Curves {
  /** Share of the 10 s returns in bins of half a standard deviation from -8 to 8. */
  readonly returns: readonly number[]
  /** Autocorrelation of absolute and of plain 10 s returns, lags 1 to 60. */
  readonly absoluteAcf: readonly number[]
  readonly plainAcf: readonly number[]
  /** Of the signs of market orders, lags 1 to 100. */
  readonly signAcf: readonly number[]
  /** Mean depth of the levels 1 to 20 over that of the best. */
  readonly depths: readonly number[]
  /** Volume of each thirteenth of the time over the mean. */
  readonly volumes: readonly number[]
}

export const BINS = 32
const PARTS = 13

export function curvesOf(recording: Recording): Curves {
  const returns = returnsOf(recording.mids, 10)
  const sizes = returns.map(Math.abs)
  const best = recording.depths[0] ?? 1
  return {
    returns: histogram(returns),
    absoluteAcf: lags(60, (lag) => autocorrelation(sizes, lag)),
    plainAcf: lags(60, (lag) => autocorrelation(returns, lag)),
    signAcf: lags(100, (lag) => autocorrelation(recording.tradeSigns, lag)),
    depths: Array.from(recording.depths, (depth) => depth / best),
    volumes: volumesOf(recording),
  }
}

/** Volume of each thirteenth of the time over their mean. */
export function volumesOf({ tradeTimes, tradeLots, seconds }: Recording): number[] {
  const sums = new Array<number>(PARTS).fill(0)
  let total = 0
  for (const [index, time] of tradeTimes.entries()) {
    const part = Math.min(PARTS - 1, Math.floor((time / seconds) * PARTS))
    sums[part] = (sums[part] ?? 0) + (tradeLots[index] ?? 0)
    total += tradeLots[index] ?? 0
  }
  return sums.map((sum) => (sum * PARTS) / total)
}

export function meanCurves(all: readonly Curves[]): Curves {
  const mean = (of: (curves: Curves) => readonly number[]): number[] => {
    const [first] = all
    if (first === undefined) return []
    return of(first).map(
      (_, index) => all.reduce((sum, curves) => sum + (of(curves)[index] ?? 0), 0) / all.length,
    )
  }
  return {
    returns: mean((curves) => curves.returns),
    absoluteAcf: mean((curves) => curves.absoluteAcf),
    plainAcf: mean((curves) => curves.plainAcf),
    signAcf: mean((curves) => curves.signAcf),
    depths: mean((curves) => curves.depths),
    volumes: mean((curves) => curves.volumes),
  }
}

function lags(count: number, of: (lag: number) => number): number[] {
  return Array.from({ length: count }, (_, index) => of(index + 1))
}

function histogram(returns: Float64Array): number[] {
  const deviation = Math.sqrt(variance(returns))
  const counts = new Array<number>(BINS).fill(0)
  for (const value of returns) {
    const bin = Math.floor((value / deviation) * 2) + BINS / 2
    if (bin >= 0 && bin < BINS) counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count) => count / returns.length)
}
