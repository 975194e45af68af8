import type { Fact } from './bands.ts'
import { median, quantile } from './statistics/moments.ts'

/** A fact as measured over many seeds. */
export interface Verdict {
  readonly fact: Fact
  readonly median: number
  /** Bootstrap interval of the median, 95 %. */
  readonly interval: readonly [low: number, high: number]
  /** Whether the interval and the band overlap. */
  readonly holds: boolean
}

const RESAMPLES = 2_000

export function judge(fact: Fact, values: readonly number[]): Verdict {
  const middle = median(values)
  const interval = medianInterval(values)
  const holds = interval[0] <= fact.high && interval[1] >= fact.low
  return { fact, median: middle, interval, holds }
}

/** The same resamples every time, so that a verdict is one of the measured values alone. */
export function medianInterval(values: readonly number[]): readonly [number, number] {
  const medians: number[] = []
  let state = 12_345
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * values.length)
  }
  for (let sample = 0; sample < RESAMPLES; sample += 1) {
    medians.push(median(Array.from(values, () => values[draw()] ?? Number.NaN)))
  }
  return [quantile(medians, 0.025), quantile(medians, 0.975)]
}
