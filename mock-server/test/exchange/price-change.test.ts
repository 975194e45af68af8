import { expect, test } from 'vitest'
import type { CorporateTerms } from '../../src/exchange/corporate/corporate-terms.ts'
import { PriceChange } from '../../src/exchange/corporate/price-change.ts'
import { stock } from './support/builders.ts'

const split = (newUnits: number, oldUnits: number): CorporateTerms => ({ type: 'split', newUnits, oldUnits })
const dividend = (amount: bigint): CorporateTerms => ({ type: 'cashDividend', amount })

test.each([
  ['a half of an odd price', split(2, 1), 101, { down: 50, nearest: 51, up: 51 }],
  ['a third, nearer to what is below', split(3, 1), 100, { down: 33, nearest: 33, up: 34 }],
  ['a third, nearer to what is above', split(3, 1), 101, { down: 33, nearest: 34, up: 34 }],
  ['ten for one, backwards', split(1, 10), 101, { down: 1_010, nearest: 1_010, up: 1_010 }],
  ['a dividend of whole ticks', dividend(25_000_000n), 101, { down: 76, nearest: 76, up: 76 }],
  ['a dividend of half a tick', dividend(500_000n), 101, { down: 100, nearest: 101, up: 101 }],
  ['a dividend of less', dividend(400_000n), 101, { down: 100, nearest: 101, up: 101 }],
  ['a dividend of more', dividend(600_000n), 101, { down: 100, nearest: 100, up: 101 }],
  ['a dividend of all of it', dividend(101_000_000n), 101, { down: 0, nearest: 0, up: 0 }],
  ['a dividend beyond the price', dividend(1_015_000_000n), 1_000, { down: -15, nearest: -15, up: -15 }],
] as const)(
  '%s: a buy goes down, a sale up, and what is nobody’s to the nearest tick',
  (_what, terms, ticks, { down, nearest, up }) => {
    const change = new PriceChange(terms, stock({ symbol: 'XYZ' }))
    expect([change.limit('buy', ticks), change.nearest(ticks), change.limit('sell', ticks)]).toEqual([
      down,
      nearest,
      up,
    ])
  },
)

test('a price that was seen changes to the half tick below, also of the finest tick', () => {
  const seen = (tickSize: string, terms: CorporateTerms) =>
    new PriceChange(terms, stock({ tickSize })).seen(201)
  expect(seen('0.01', split(2, 1))).toBe(100)
  expect(seen('0.01', dividend(700_000n))).toBe(199)
  expect(seen('0.00000001', dividend(1n))).toBe(199)
})
