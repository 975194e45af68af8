import { FLOW_PRESETS } from '../../src/market/flow/presets.ts'
import { type Curves, curvesOf, volumesOf } from './curves.ts'
import { type Measures, measure, returnsOf } from './measure.ts'
import { fundamentalPath, ofMinuteBars } from './minute-bars.ts'
import { modelOf, type Profile } from './profiles.ts'
import { simulate, WORLD } from './simulate.ts'
import { correlation } from './statistics/correlation.ts'
import { mean } from './statistics/moments.ts'

export interface SeedResult {
  readonly measures: Measures
  readonly curves: Curves
}

/** Monday, 2026-01-05, 9:30 in New York. */
const START = 1_767_623_400_000_000
const COMPANION_HOURS = 0.75

export interface Length {
  /** @default the profile's */
  readonly hours?: number
  /** How long the other symbol is played. @default 0.75 */
  readonly companionHours?: number
  /** @default the profile's */
  readonly barHours?: number
}

/** All statistics of one preset under one seed. */
export function playSeed(profile: Profile, seed: number, length: Length = {}): SeedResult {
  const { market, companion, calendar } = profile
  const { hours = profile.hours, companionHours = COMPANION_HOURS, barHours = profile.barHours } = length
  const seconds = Math.round(hours * 3600)
  const simulation = { model: modelOf(profile.preset), seed, startTime: START, calendar }
  const run = simulate({ ...simulation, markets: [market], seconds })
  const other = simulate({
    ...simulation,
    markets: [companion],
    seconds: Math.min(seconds, companionHours * 3600),
  })
  const recording = run.recordings.get(market.instrument.symbol)
  const beside = other.recordings.get(companion.instrument.symbol)
  if (recording === undefined || beside === undefined) throw new Error('a symbol was not played')
  const minutes = returnsOf(beside.mids, 60)
  const measures = {
    ...measure(recording),
    'companion-correlation.60s': correlation(
      minutes,
      returnsOf(recording.mids, 60).subarray(0, minutes.length),
    ),
    'orders.canceled-share': run.canceledShare,
    ...(calendar === undefined ? {} : intraday(volumesOf(recording))),
    ...(barHours === 0 ? {} : minuteBars(profile, seed, barHours)),
  }
  return { measures, curves: curvesOf(recording) }
}

/** Of the same draws as the book's. */
function minuteBars({ preset, market }: Profile, seed: number, hours: number): Measures {
  const options = { market, seed, world: WORLD, startTime: START, calendar: undefined }
  const law = FLOW_PRESETS[preset](market.referenceTicks)
  return ofMinuteBars(fundamentalPath(law, options, Math.round(hours * 3600)))
}

/** Volume at both ends of the session over that of its middle. */
function intraday(volumes: readonly number[]): Measures {
  const midday = mean(volumes.slice(4, 9))
  return { 'intraday.first': (volumes[0] ?? 0) / midday, 'intraday.last': (volumes.at(-1) ?? 0) / midday }
}
