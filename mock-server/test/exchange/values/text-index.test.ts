import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextIndex } from '../../../src/exchange/values/text-index.ts'

/** An index, and what its numbers stand for. */
function indexOf() {
  const texts: string[] = []
  const index = new TextIndex((number) => texts[number])
  return { index, numberOf: (text: string): number => texts.push(text) - 1 }
}

test('it answers what a Map answers, whatever is set, set again and deleted', () => {
  const text = fc.oneof(
    fc.nat(60).map((number) => `c${number}`),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  const step = fc.record({ text, isSet: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { index, numberOf } = indexOf()
      const map = new Map<string, number>()
      for (const { text, isSet } of steps) {
        const number = map.get(text) ?? numberOf(text)
        if (isSet) {
          index.set(text, number)
          map.set(text, number)
        } else {
          index.delete(text, number)
          map.delete(text)
        }
        expect(index.size).toBe(map.size)
        for (const one of [text, 'c0', 'c30', '']) expect(index.find(one)).toBe(map.get(one))
      }
      for (const [text, number] of map) expect(index.find(text)).toBe(number)
    }),
    { numRuns: 150 },
  )
})

test.each([
  ['costarring', 'liquid'],
  ['declinate', 'macallums'],
  ['altarage', 'zinke'],
])('%s and %s, which have one hash, are two texts', (one, other) => {
  const { index, numberOf } = indexOf()
  const [first, second] = [numberOf(one), numberOf(other)]
  index.set(one, first)
  expect(index.find(other)).toBeUndefined()
  index.set(other, second)
  expect([index.find(one), index.find(other)]).toEqual([first, second])
  index.delete(one, first)
  expect([index.find(one), index.find(other)]).toEqual([undefined, second])
})

test('a text found the one number and finds the other; the one takes nothing away when it goes', () => {
  const { index, numberOf } = indexOf()
  const [before, after] = [numberOf('c1'), numberOf('c1')]
  index.set('c1', before)
  index.set('c1', after)
  index.delete('c1', before)
  expect(index.find('c1')).toBe(after)
  expect(index.size).toBe(1)
})
