import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWhere, lastWhere } from '../../../src/exchange/values/first-where.ts'

test('it finds where a sorted list comes to a number, or its end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 40 }), fc.nat({ max: 60 }), (items, least) => {
      const sorted = [...items].sort((one, other) => one - other)
      const found = sorted.findIndex((item) => item >= least)
      const at = firstWhere(0, sorted.length, (index) => (sorted[index] ?? 0) >= least)
      expect(at).toBe(found === -1 ? sorted.length : found)
    }),
  )
})

test.each([
  [10, 7, 7],
  [10, 10, 10],
  [10, 12, 10],
  [10, 0, 0],
  [0, 5, 0],
  [1, 1, 1],
])('of numbers to %i the last one that is at most %i is %i', (most, limit, last) => {
  const asked: number[] = []
  const found = lastWhere(most, (at) => {
    asked.push(at)
    return at <= limit
  })
  expect(found).toBe(last)
  expect(asked.every((at) => at > 0 && at <= most)).toBe(true)
})
