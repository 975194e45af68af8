import { FlowDraws } from '../../src/market/flow/flow-draws.ts'
import type { FlowPreset } from '../../src/market/flow/preset.ts'
import type { SymbolSourceOptions } from '../../src/market/symbol-source.ts'
import { type Measures, returnsOf } from './measure.ts'
import { autocorrelation } from './statistics/correlation.ts'
import { kurtosis } from './statistics/moments.ts'

const SECOND = 1_000_000

/** The price that makers quote around at the end of each second, without a book: the draws need none. */
export function fundamentalPath(
  preset: FlowPreset,
  options: SymbolSourceOptions,
  seconds: number,
): Float64Array {
  const draws = new FlowDraws(preset, options)
  return new Float64Array(seconds).map((_, second) => {
    const until = options.startTime + (second + 1) * SECOND
    while (draws.due <= until) draws.next()
    return draws.fundamental.ticks
  })
}

/** Facts of minute bars that are recorded over days. Kurtosis is plain here, because the recorded figure is. */
export function ofMinuteBars(mids: Float64Array): Measures {
  const returns = returnsOf(mids, 60)
  const sizes = returns.map(Math.abs)
  const measures: Record<string, number> = { 'bars.kurtosis': kurtosis(returns) }
  for (const lag of [1, 10, 50]) measures[`bars.abs-acf.lag${lag}`] = autocorrelation(sizes, lag)
  return measures
}
