import { expect, test } from 'vitest'
import { playSeed, type SeedResult } from '../../scripts/realism/play-seed.ts'
import { PROFILES, type Profile } from '../../scripts/realism/profiles.ts'
import { median } from '../../scripts/realism/statistics/moments.ts'

/**
 * Half an hour of four seeds: wide bands, which tell a broken market from a sound one. `npm run check:realism` plays
 * whole days of twenty seeds against the bands of recorded markets.
 */
const SEEDS = [1, 2, 3, 4]
const HOURS = 0.5

type WideBand = readonly [key: string, low: number, high: number]

const EVERYWHERE: readonly WideBand[] = [
  ['kurtosis.1s', 4, 300],
  ['kurtosis.10s', 0.8, 60],
  ['abs-acf.1s.lag1', 0, 0.5],
  ['acf1.10s', -0.2, 0.2],
  ['sign-acf.lag1', 0.15, 0.8],
  ['sign-acf.lag10', 0.02, 0.4],
  ['trades.fano.10s', 2, 150],
  ['trades.arrival-cv', 1.2, 5],
  ['variance-ratio.300s', 0.4, 1.8],
  ['orders.canceled-share', 0.7, 0.99],
]

const OF_PRESET: Readonly<Record<Profile['preset'], readonly WideBand[]>> = {
  smallTickStock: [
    ['companion-correlation.60s', 0, 0.8],
    ['spread.median', 2, 8],
    ['book.hump-level', 2, 10],
    ['response.10', 0, 1],
  ],
  largeTickStock: [
    ['spread.one-tick-share', 0.95, 1],
    ['book.hump-level', 2, 10],
    ['response.10', 0, 1],
  ],
  cryptoMajor: [
    ['spread.one-tick-share', 0.97, 1],
    ['book.hump-level', 1, 1],
    ['book.hump-point', 2, 16],
  ],
  fxMajor: [
    ['spread.median', 1, 6],
    ['book.hump-level', 2, 10],
  ],
}

test.each(PROFILES)(
  '$preset: four seeds of half an hour are alive, clustered and two-sided',
  (profile) => {
    const companionHours = profile.preset === 'smallTickStock' ? HOURS : 0
    const results = SEEDS.map((seed) =>
      playSeed(profile, seed, { hours: HOURS, companionHours, barHours: 0 }),
    )
    const faults = [...EVERYWHERE, ...OF_PRESET[profile.preset]].flatMap(([key, low, high]) => {
      const value = middle(results, key)
      return value >= low && value <= high ? [] : [`${key}: ${value} is not within ${low} to ${high}`]
    })
    expect(faults).toEqual([])
  },
  120_000,
)

function middle(results: readonly SeedResult[], key: string): number {
  return median(results.map(({ measures }) => measures[key] ?? Number.NaN))
}
