import type { FlowPresetName } from '../../src/market/flow/presets.ts'

/** A statistic of recorded markets, and where a simulated one must lie. */
export interface Fact {
  readonly name: string
  /** Of the measures. */
  readonly key: string
  readonly low: number
  readonly high: number
}

/**
 * Where the recorded files of one class of instruments lie. A band that rests on one file is that file's value halved
 * and doubled. Kurtosis is excess, and without the 0.1 % of the largest absolute returns.
 */
type Band = readonly [name: string, key: string, low: number, high: number]

/** From literature, for every preset: Cont 2001; Lillo and Farmer; Bouchaud, Mezard and Potters 2002. */
const SHARED: readonly Band[] = [
  ['variance of 5 minutes over that of 30 times 10 s', 'variance-ratio.300s', 0.8, 1.2],
  ['volume and absolute return of a minute, correlation', 'volume-volatility.60s', 0.2, 0.6],
  ['two symbols, 1-minute returns, correlation', 'companion-correlation.60s', 0.2, 0.6],
  ['limit orders that end by a cancel, share', 'orders.canceled-share', 0.8, 0.97],
  ['tail exponent of 10 s returns (Hill, 2 %)', 'hill.10s', 2, 5],
  ['return and later squared return, 10 s, mean of 20 lags (leverage effect)', 'leverage.10s', -0.2, -0.002],
]

const STOCK_DAY: readonly Band[] = [
  ['volume of the first half hour over midday', 'intraday.first', 1.5, 6],
  ['volume of the last half hour over midday', 'intraday.last', 1.5, 6],
]

const HUMP: Band = ['level with the greatest mean depth', 'book.hump-level', 2, 10]

const absoluteAcf = (seconds: number, ...bands: readonly (readonly [number, number])[]): Band[] =>
  [1, 10, 50].map((lag, index) => {
    const [low, high] = bands[index] ?? [Number.NaN, Number.NaN]
    return [
      `absolute returns, ${seconds} s, autocorrelation at lag ${lag}`,
      `abs-acf.${seconds}s.lag${lag}`,
      low,
      high,
    ]
  })

const kurtosis = (seconds: number, low: number, high: number): Band => [
  `excess kurtosis of ${seconds} s returns`,
  `kurtosis.${seconds}s`,
  low,
  high,
]

const acf = (seconds: number, low: number, high: number): Band => [
  `returns, ${seconds} s, autocorrelation at lag 1`,
  `acf1.${seconds}s`,
  low,
  high,
]

const fano = (of: 'trades' | 'quotes', ...bands: readonly (readonly [number, number])[]): Band[] =>
  [1, 10, 60].slice(0, bands.length).map((window, index) => {
    const [low, high] = bands[index] ?? [Number.NaN, Number.NaN]
    return [`${of}, variance over mean of counts in ${window} s (Fano)`, `${of}.fano.${window}s`, low, high]
  })

const signs = (...bands: readonly (readonly [number, number])[]): Band[] =>
  [1, 10, 100].map((lag, index) => {
    const [low, high] = bands[index] ?? [Number.NaN, Number.NaN]
    return [`signs of market orders, autocorrelation at lag ${lag}`, `sign-acf.lag${lag}`, low, high]
  })

const response = (...bands: readonly (readonly [number, number])[]): Band[] =>
  [1, 10].map((later, index) => {
    const [low, high] = bands[index] ?? [Number.NaN, Number.NaN]
    return [`response of the middle after ${later} market orders, in spreads`, `response.${later}`, low, high]
  })

const minuteBars = (
  size: readonly [number, number],
  ...acfs: readonly (readonly [number, number])[]
): Band[] => [
  ['minute bars of days, excess kurtosis, nothing left out', 'bars.kurtosis', ...size],
  ...[1, 10, 50].map((lag, index): Band => {
    const [low, high] = acfs[index] ?? [Number.NaN, Number.NaN]
    return [
      `minute bars of days, absolute returns, autocorrelation at lag ${lag}`,
      `bars.abs-acf.lag${lag}`,
      low,
      high,
    ]
  }),
]

const BANDS: Readonly<Record<FlowPresetName, readonly Band[]>> = {
  smallTickStock: [
    ['spread, ticks, median', 'spread.median', 3, 5],
    ['spread, ticks, 95 %', 'spread.p95', 5, 20],
    ['spread, tail exponent above its 90 % (Hill)', 'spread.tail', 2, 3],
    ['spread, basis points, median', 'spread.median-bps', 2, 2.5],
    kurtosis(1, 20, 90),
    kurtosis(10, 5, 15),
    kurtosis(60, 2.5, 4),
    acf(10, -0.05, 0.02),
    acf(60, -0.05, 0.02),
    ...absoluteAcf(1, [0.06, 0.24], [0.02, 0.08], [0.015, 0.06]),
    ...absoluteAcf(60, [0.15, 0.26], [0.13, 0.16], [0.03, 0.08]),
    ['waiting times of market orders, deviation over mean', 'trades.arrival-cv', 1.25, 5],
    ...fano('trades', [3.5, 14], [6, 24], [15, 60]),
    ...signs([0.175, 0.7], [0.025, 0.1], [0.005, 0.02]),
    ...response([0.03, 0.12], [0.1, 0.4]),
    HUMP,
    ...STOCK_DAY,
    ...SHARED,
  ],
  largeTickStock: [
    ['time at a spread of one tick, share', 'spread.one-tick-share', 0.97, 1],
    kurtosis(1, 30, 100),
    kurtosis(10, 6, 11),
    kurtosis(60, 2, 7.5),
    acf(10, -0.05, 0),
    acf(60, -0.05, 0),
    ...absoluteAcf(1, [0.01, 0.11], [0.01, 0.06], [0.01, 0.04]),
    ...absoluteAcf(60, [0.12, 0.19], [0.12, 0.2], [0, 0.07]),
    ['waiting times of market orders, deviation over mean', 'trades.arrival-cv', 2.7, 2.8],
    ...fano('trades', [8, 21], [13, 46], [26, 84]),
    ...signs([0.42, 0.61], [0.03, 0.38], [0.01, 0.12]),
    ...response([0, 0.15], [0.03, 0.37]),
    HUMP,
    ...STOCK_DAY,
    ...SHARED,
  ],
  cryptoMajor: [
    ['time at a spread of one tick, share', 'spread.one-tick-share', 0.99, 1],
    ['spread, basis points, median', 'spread.median-bps', 0.0015, 0.04],
    kurtosis(1, 10, 22),
    acf(10, -0.1, 0.1),
    acf(60, -0.1, 0.1),
    ...absoluteAcf(1, [0.03, 0.12], [-0.06, 0.06], [0, 0.08]),
    ...minuteBars([22, 23], [0.27, 0.33], [0.04, 0.24], [0.05, 0.18]),
    ['waiting times of market orders, deviation over mean', 'trades.arrival-cv', 1.5, 2],
    ...fano('trades', [8, 26], [12, 48]),
    ...signs([0.2, 0.57], [0.11, 0.16], [-0.02, 0.03]),
    ['level with the greatest mean depth', 'book.hump-level', 1, 1],
    ['basis point from the best with the greatest mean depth', 'book.hump-point', 2, 10],
    ...SHARED,
  ],
  fxMajor: [
    ['spread, ticks, median', 'spread.median', 1, 4],
    ['spread, basis points, median', 'spread.median-bps', 0.14, 0.3],
    kurtosis(1, 8, 21),
    kurtosis(10, 3, 80),
    kurtosis(60, -0.5, 67),
    acf(10, 0, 0.13),
    acf(60, 0, 0.13),
    ...absoluteAcf(1, [0.07, 0.33], [0.03, 0.22], [0, 0.19]),
    ...absoluteAcf(60, [0.2, 0.8], [0.1, 0.4], [0.05, 0.2]),
    ['waiting times of quotes, deviation over mean', 'quotes.arrival-cv', 1.5, 3.3],
    ...fano('quotes', [2, 10], [3, 46], [6, 215]),
    HUMP,
    ...SHARED,
  ],
}

export function factsOf(preset: FlowPresetName): readonly Fact[] {
  return BANDS[preset].map(([name, key, low, high]) => ({ name, key, low, high }))
}
