import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ring } from '../../src/feed/ring.ts'

test('a ring is an array of which the oldest are dropped', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.array(fc.boolean(), { maxLength: 200 }), (start, steps) => {
      const ring = new Ring<number>()
      ring.startAfter(start)
      const model: number[] = []
      let last = start
      for (const append of steps) {
        if (append) {
          last += 1
          ring.append(last)
          model.push(last)
        } else {
          expect(ring.dropOldest()).toBe(model.shift())
        }
        expect([ring.size, ring.lastSeq, ring.oldestSeq]).toEqual([
          model.length,
          last,
          last - model.length + 1,
        ])
        expect(ring.oldest).toBe(model[0])
        expect(ring.slice(0, last + 5)).toEqual(model)
      }
      expect(ring.at(last + 1)).toBeUndefined()
      expect(ring.at(ring.oldestSeq - 1)).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})
