import { expect, test } from 'vitest'
import { arrivalVariation, countIn, fano, response } from '../../scripts/realism/statistics/arrivals.ts'
import {
  humpAt,
  humpRatio,
  weightedHill,
  weightedQuantile,
} from '../../scripts/realism/statistics/book-shape.ts'
import {
  autocorrelation,
  correlation,
  laggedCorrelation,
  leverage,
  varianceRatio,
} from '../../scripts/realism/statistics/correlation.ts'
import {
  hill,
  kurtosis,
  mean,
  median,
  quantile,
  trimmedKurtosis,
  variance,
} from '../../scripts/realism/statistics/moments.ts'
import { medianInterval } from '../../scripts/realism/verdict.ts'
import { exponential, normal } from '../../src/market/math.ts'
import { Random } from '../../src/market/random.ts'

/** So many independent values; what is known of their distribution must come out. */
const COUNT = 40_000
const random = Random.stream(1, 'test', 'statistics')
const units = Array.from({ length: COUNT }, () => random.unit())
const normals = units.map(normal)

test.each([
  ['mean', mean([1, 2, 3, 6]), 3],
  ['variance', variance([1, 2, 3, 6]), 3.5],
  ['kurtosis of two values that are equally likely', kurtosis([1, -1, 1, -1]), -2],
  [
    'kurtosis of a rare value: (1 - 3p + 3p^2) / (p (1 - p)) - 3',
    kurtosis([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
    73 / 9 - 3,
  ],
  ['trimmed kurtosis leaves out the largest', trimmedKurtosis([1, -1, 1, -1, 100], 0.2), -2],
  ['median of an even number', median([4, 1, 3, 2]), 2.5],
  ['quantile between two', quantile([0, 10], 0.25), 2.5],
  ['correlation of opposites', correlation([1, 2, 3], [3, 2, 1]), -1],
  ['lagged correlation finds the shift', laggedCorrelation([1, 0, 0, -1, 0], [0, 1, 0, 0, -1], 1), 1],
  [
    'autocorrelation of an alternation, less what the end cuts off',
    autocorrelation([1, -1, 1, -1], 1),
    -0.75,
  ],
  ['variance ratio of an alternation', varianceRatio([1, -1, 1, -1, 1, -1], 2), 0],
  ['variance ratio of runs of two', varianceRatio([1, 1, -1, -1, 1, 1, -1, -1], 2), 8 / 7],
  ['variation of equal waits', arrivalVariation([0, 2, 4, 6]), 0],
  ['variation of waits 1 and 3', arrivalVariation([0, 1, 4, 5, 8]), 0.5],
  ['Fano factor of two and none in turn', fano([0.1, 0.2, 2.1, 2.2], 1, 0, 4), 1],
  ['response of a price that follows every sign', response([1, -1, 1, 1], [0, 1, 0, 1], 1), 1],
  ['hump at the deepest level', humpAt([3, 9, 4, 1]), 2],
  ['hump ratio', humpRatio([2, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 0.5],
  [
    'weighted median',
    weightedQuantile(
      new Map([
        [5, 1],
        [1, 3],
        [2, 1],
      ]),
      0.5,
    ),
    1,
  ],
  [
    'weighted tail',
    weightedQuantile(
      new Map([
        [5, 1],
        [1, 3],
        [2, 1],
      ]),
      0.95,
    ),
    5,
  ],
])('%s', (_name, actual, expected) => {
  expect(actual).toBeCloseTo(expected, 10)
})

test('counts fall into whole windows alone', () => {
  expect([...countIn([-1, 0, 0.5, 1.9, 2.5], 1, 0, 2.9)]).toEqual([2, 1])
})

test('normal values have the moments of the normal distribution', () => {
  expect(mean(normals)).toBeCloseTo(0, 1)
  expect(variance(normals)).toBeCloseTo(1, 1)
  // The standard error of kurtosis is the root of 24 / n: 0.025.
  expect(Math.abs(kurtosis(normals))).toBeLessThan(0.1)
  expect(Math.abs(autocorrelation(normals, 1))).toBeLessThan(0.02)
  expect(varianceRatio(normals, 10)).toBeCloseTo(1, 1)
})

test('Hill finds the exponent of a power law by weights', () => {
  const weights = new Map(units.map((unit) => [(1 - unit) ** (-1 / 2.5), 1]))
  expect(weightedHill(weights, 0.9)).toBeGreaterThan(2.3)
  expect(weightedHill(weights, 0.9)).toBeLessThan(2.7)
})

test('Hill finds the exponent of a power law', () => {
  const tail = units.map((unit) => (1 - unit) ** (-1 / 3))
  expect(hill(tail, 0.05)).toBeGreaterThan(2.8)
  expect(hill(tail, 0.05)).toBeLessThan(3.2)
})

test('exponential waits make a Poisson process', () => {
  let now = 0
  const times = units.map((unit) => {
    now += exponential(unit, 0.1)
    return now
  })
  expect(arrivalVariation(times)).toBeCloseTo(1, 1)
  expect(fano(times, 1, 0, Math.floor(now))).toBeGreaterThan(0.9)
  expect(fano(times, 1, 0, Math.floor(now))).toBeLessThan(1.1)
})

test('leverage is below 0 where falls are followed by large moves', () => {
  const returns = normals.map((value, index) => value * ((normals[index - 1] ?? 0) < 0 ? 2 : 1))
  expect(leverage(returns, 1)).toBeLessThan(-0.1)
  expect(Math.abs(leverage(normals, 5))).toBeLessThan(0.02)
})

test('the interval of a median holds it and is the same every time', () => {
  const values = normals.slice(0, 20)
  const [low, high] = medianInterval(values)
  expect(low).toBeLessThan(median(values))
  expect(high).toBeGreaterThan(median(values))
  expect(medianInterval(values)).toEqual([low, high])
})
