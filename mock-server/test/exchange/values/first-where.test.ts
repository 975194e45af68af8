import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWhere } from '../../../src/exchange/values/first-where.ts'

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
