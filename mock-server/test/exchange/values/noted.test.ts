import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Noted } from '../../../src/exchange/values/noted.ts'

const itemsOf = <Of>(noted: Noted<Of>): Of[] =>
  Array.from({ length: noted.count }, (_, position) => noted.at(position))

test('it holds what a Set holds, in that order, few or many, one command after another', () => {
  const commands = fc.array(fc.array(fc.nat({ max: 40 }), { maxLength: 60 }), { maxLength: 6 })
  fc.assert(
    fc.property(commands, (all) => {
      const noted = new Noted<number>()
      for (const items of all) {
        const set = new Set<number>()
        for (const item of items) {
          expect(noted.add(item)).toBe(!set.has(item))
          set.add(item)
        }
        expect(itemsOf(noted)).toEqual([...set])
        noted.clear()
      }
    }),
    { numRuns: 300 },
  )
})

test('nothing of an earlier command can be read', () => {
  const noted = new Noted<string>()
  noted.add('early')
  noted.clear()
  expect(() => noted.at(0)).toThrow(RangeError)
})
