import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PagedMap } from '../../../src/exchange/values/paged-map.ts'

test('it answers what a Map answers, whatever is set, set again and deleted', () => {
  const step = fc.record({
    key: fc.oneof(fc.nat(100), fc.nat(2 ** 40)),
    isSet: fc.boolean(),
    thing: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const paged = new PagedMap<number>()
      const map = new Map<number, number>()
      for (const { key, isSet, thing } of steps) {
        if (isSet) {
          paged.set(key, thing)
          map.set(key, thing)
        } else {
          paged.delete(key)
          map.delete(key)
        }
        for (const one of [key - 1, key, key + 1, 0, 50, 100]) expect(paged.get(one)).toBe(map.get(one))
      }
    }),
    { numRuns: 500 },
  )
})
