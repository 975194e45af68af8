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
        expect([...ring.newestFirst()].reverse()).toEqual(model)
      }
      expect(ring.at(last + 1)).toBeUndefined()
      expect(ring.at(ring.oldestSeq - 1)).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test('beside each entry lies its row of numbers, and an entry may be all in its row', () => {
  const step = fc.constantFrom('entry', 'row alone', 'drop')
  fc.assert(
    fc.property(fc.nat(50), fc.nat(4), fc.array(step, { maxLength: 200 }), (start, width, steps) => {
      const ring = new Ring<string>(width)
      ring.startAfter(start)
      const model = new Map<number, { readonly entry: string | undefined; readonly row: number[] }>()
      for (const [index, what] of steps.entries()) {
        if (what === 'drop') {
          model.delete(ring.oldestSeq)
          ring.dropOldest()
          continue
        }
        const entry = what === 'entry' ? `e${index}` : undefined
        ring.append(entry)
        const row = Array.from({ length: width }, (_, column) => index + column / 8)
        ring.numbers.set(row, ring.rowOf(ring.lastSeq))
        model.set(ring.lastSeq, { entry, row })
      }
      expect(ring.size).toBe(model.size)
      for (const [seq, { entry, row }] of model) {
        expect(ring.holds(seq)).toBe(true)
        expect(ring.at(seq)).toBe(entry)
        expect([...ring.numbers.subarray(ring.rowOf(seq), ring.rowOf(seq) + width)]).toEqual(row)
      }
    }),
    { numRuns: 500 },
  )
})
