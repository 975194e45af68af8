import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextIndex } from '../../../src/exchange/values/text-index.ts'

interface Thing {
  readonly text: string
}

const indexOfThings = () => new TextIndex<Thing>(({ text }) => text)

test('it answers what a Map answers, whatever is set, set again and deleted', () => {
  const text = fc.oneof(
    fc.nat(60).map((number) => `c${number}`),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  const step = fc.record({ text, isSet: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const index = indexOfThings()
      const map = new Map<string, Thing>()
      for (const { text, isSet } of steps) {
        const thing = map.get(text) ?? { text }
        if (isSet) {
          index.set(thing)
          map.set(text, thing)
        } else {
          index.delete(thing)
          map.delete(text)
        }
        expect(index.size).toBe(map.size)
        for (const one of [text, 'c0', 'c30', '']) expect(index.find(one)).toBe(map.get(one))
      }
      for (const [text, thing] of map) expect(index.find(text)).toBe(thing)
    }),
    { numRuns: 150 },
  )
})

test.each([
  ['costarring', 'liquid'],
  ['declinate', 'macallums'],
  ['altarage', 'zinke'],
])('%s and %s, which have one hash, are two texts', (one, other) => {
  const index = indexOfThings()
  const [first, second] = [{ text: one }, { text: other }]
  index.set(first)
  expect(index.find(other)).toBeUndefined()
  index.set(second)
  expect([index.find(one), index.find(other)]).toEqual([first, second])
  index.delete(first)
  expect([index.find(one), index.find(other)]).toEqual([undefined, second])
})

test('a text found the one thing and finds the other; the one takes nothing away when it goes', () => {
  const index = indexOfThings()
  const [before, after] = [{ text: 'c1' }, { text: 'c1' }]
  index.set(before)
  index.set(after)
  index.delete(before)
  expect(index.find('c1')).toBe(after)
  expect(index.size).toBe(1)
})
