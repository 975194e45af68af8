import { expect, test } from 'vitest'
import { exponential, log } from '../../src/market/math.ts'
import { mix, Random } from '../../src/market/random.ts'

test('a stream goes on exactly where its state was taken', () => {
  const random = Random.stream(7, 'default', 'order-flow', 'AAPL')
  for (let draw = 0; draw < 100; draw += 1) random.uint32()
  const copy = Random.restore(random.state())
  const later = Array.from({ length: 50 }, () => random.uint32())
  expect(Array.from({ length: 50 }, () => copy.uint32())).toEqual(later)
})

test('the generator is xoshiro128**: the published algorithm gives these numbers from state 1, 2, 3, 4', () => {
  const random = Random.restore([1, 2, 3, 4])
  expect(Array.from({ length: 8 }, () => random.uint32())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
  ])
})

test('seed, world, purpose and symbol each make a stream of their own', () => {
  const first = (parts: [number | string, string, string, string?]) => Random.stream(...parts).uint32()
  const drawn = [
    first([1, 'a', 'flow', 'X']),
    first([2, 'a', 'flow', 'X']),
    first([1, 'b', 'flow', 'X']),
    first([1, 'a', 'jitter', 'X']),
    first([1, 'a', 'flow', 'Y']),
    first([1, 'a', 'flow']),
  ]
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(first(['1', 'a', 'flow', 'X'])).toBe(drawn[0])
})

test('fractions fill [0, 1) evenly', () => {
  const random = Random.stream(3, 'default', 'test')
  const counts = new Array<number>(10).fill(0)
  for (let draw = 0; draw < 20_000; draw += 1) {
    const bin = Math.floor(random.unit() * 10)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  expect(Math.min(...counts)).toBeGreaterThan(1_800)
  expect(Math.max(...counts)).toBeLessThan(2_200)
})

test('mix stays in 32 bits and tells its arguments apart', () => {
  expect(mix(1, 2)).not.toBe(mix(2, 1))
  expect(Number.isInteger(mix(123_456, 7)) && mix(123_456, 7) >= 0 && mix(123_456, 7) < 2 ** 32).toBe(true)
})

test('log agrees with the engine to 1e-14', () => {
  for (const value of [1e-10, 0.001, 0.5, 0.75, 1, 1.5, 2, 10, 12_345.678, 1e12]) {
    expect(Math.abs(log(value) - Math.log(value))).toBeLessThanOrEqual(
      1e-14 * Math.max(1, Math.abs(Math.log(value))),
    )
  }
})

test('exponential waiting times have the mean asked for', () => {
  const random = Random.stream(5, 'default', 'test')
  let sum = 0
  for (let draw = 0; draw < 20_000; draw += 1) sum += exponential(random.unit(), 250)
  expect(sum / 20_000).toBeGreaterThan(242)
  expect(sum / 20_000).toBeLessThan(258)
})
