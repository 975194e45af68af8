import type { Recording } from './recording.ts'
import { arrivalVariation, fano, response } from './statistics/arrivals.ts'
import { humpAt, humpRatio, weightedHill, weightedQuantile } from './statistics/book-shape.ts'
import { autocorrelation, correlation, leverage, varianceRatio } from './statistics/correlation.ts'
import { hill, mean, trimmedKurtosis, variance } from './statistics/moments.ts'

/** Every statistic that a band may be given for, by name. */
export type Measures = Readonly<Record<string, number>>

export function measure(recording: Recording): Measures {
  return { ...ofSpread(recording), ...ofReturns(recording), ...ofTrades(recording), ...ofBook(recording) }
}

function ofSpread({ spreads, mids }: Recording): Measures {
  let total = 0
  let weighted = 0
  let narrow = 0
  for (const [spread, seconds] of spreads) {
    total += seconds
    weighted += seconds * spread
    if (spread === 1) narrow += seconds
  }
  const median = weightedQuantile(spreads, 0.5)
  return {
    'spread.median': median,
    'spread.mean': weighted / total,
    'spread.p95': weightedQuantile(spreads, 0.95),
    'spread.p99': weightedQuantile(spreads, 0.99),
    'spread.tail': weightedHill(spreads, 0.9),
    'spread.one-tick-share': narrow / total,
    'spread.median-bps': (median / mean(mids)) * 10_000,
  }
}

function ofReturns({ mids }: Recording): Measures {
  const measures: Record<string, number> = {}
  for (const step of [1, 10, 60, 300]) {
    const returns = returnsOf(mids, step)
    const sizes = returns.map(Math.abs)
    measures[`sd-bps.${step}s`] = Math.sqrt(variance(returns)) * 10_000
    measures[`kurtosis.${step}s`] = trimmedKurtosis(returns)
    measures[`acf1.${step}s`] = autocorrelation(returns, 1)
    for (const lag of [1, 10, 50]) measures[`abs-acf.${step}s.lag${lag}`] = autocorrelation(sizes, lag)
  }
  const minutes = returnsOf(mids, 60)
  measures['hill.60s'] = hill(minutes, 0.05)
  measures['hill.10s'] = hill(returnsOf(mids, 10), 0.02)
  measures['variance-ratio.300s'] = varianceRatio(returnsOf(mids, 10), 30)
  measures['variance-ratio.1800s'] = varianceRatio(minutes, 30)
  measures['leverage.60s'] = leverage(minutes, 10)
  measures['leverage.10s'] = leverage(returnsOf(mids, 10), 20)
  return measures
}

function ofTrades(recording: Recording): Measures {
  const { tradeTimes, tradeSigns, tradeMids, quoteTimes, seconds } = recording
  const spread = ofSpread(recording)['spread.median'] ?? Number.NaN
  const measures: Record<string, number> = {
    'trades.per-second': tradeTimes.length / seconds,
    'trades.arrival-cv': arrivalVariation(tradeTimes),
    'quotes.per-second': quoteTimes.length / seconds,
    'quotes.arrival-cv': arrivalVariation(quoteTimes),
  }
  for (const window of [1, 10, 60]) {
    measures[`trades.fano.${window}s`] = fano(tradeTimes, window, 0, seconds)
    measures[`quotes.fano.${window}s`] = fano(quoteTimes, window, 0, seconds)
  }
  for (const lag of [1, 10, 100]) measures[`sign-acf.lag${lag}`] = autocorrelation(tradeSigns, lag)
  for (const later of [1, 10, 100]) {
    measures[`response.${later}`] = response(tradeSigns, tradeMids, later) / spread
  }
  measures['volume-volatility.60s'] = volumeVolatility(recording)
  return measures
}

/** Correlation of the volume of a minute with the absolute return of the same minute. */
export function volumeVolatility({
  mids,
  tradeTimes,
  tradeLots,
}: Pick<Recording, 'mids' | 'tradeTimes' | 'tradeLots'>): number {
  const sizes = returnsOf(mids, 60).map(Math.abs)
  const volumes = new Float64Array(sizes.length)
  for (const [index, time] of tradeTimes.entries()) {
    // The first return begins where the first second ends.
    const minute = Math.floor((time - 1) / 60)
    if (minute < 0 || minute >= volumes.length) continue
    volumes[minute] = (volumes[minute] ?? 0) + (tradeLots[index] ?? 0)
  }
  return correlation(volumes, sizes)
}

function ofBook({ depths, depthsByPoint }: Recording): Measures {
  return {
    'book.hump-level': humpAt(depths),
    'book.hump-point': humpAt(depthsByPoint),
    'book.hump-ratio': humpRatio(depths),
    'book.best-lots': depths[0] ?? 0,
  }
}

/** Logarithmic returns of a price on a grid of seconds, over steps that do not overlap. */
export function returnsOf(mids: Float64Array, step: number): Float64Array {
  const count = Math.max(0, Math.floor((mids.length - 1) / step))
  const returns = new Float64Array(count)
  for (let index = 0; index < count; index += 1) {
    const from = mids[index * step] ?? Number.NaN
    returns[index] = Math.log((mids[(index + 1) * step] ?? Number.NaN) / from)
  }
  return returns
}
