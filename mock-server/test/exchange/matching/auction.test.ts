import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AuctionOrder, decideUncross, type Uncross } from '../../../src/exchange/matching/auction.ts'
import { findClearing } from '../../../src/exchange/matching/clearing.ts'
import type { Prevention } from '../../../src/exchange/matching/self-trade.ts'
import { PATIENCE, RUNS } from '../support/property.ts'
import { referenceUncross } from '../support/reference-auction.ts'

type Row = readonly [
  side: 'buy' | 'sell',
  lots: number,
  limit: number | 'market',
  more?: Partial<AuctionOrder>,
]

/** Orders in the order of their entry. */
function orders(...rows: readonly Row[]): readonly AuctionOrder[] {
  return rows.map(([side, lots, limit, more], index) => ({
    orderNumber: index + 1,
    side,
    lots,
    limitTicks: limit === 'market' ? undefined : limit,
    owner: 0,
    placeNumber: index + 1,
    prevention: undefined,
    ...more,
  }))
}

/** Order number -> lots traded. */
function tradedBy({ matches }: Uncross): Record<number, number> {
  const traded: Record<number, number> = {}
  for (const { earlier, later, lots } of matches) {
    for (const { orderNumber } of [earlier, later]) traded[orderNumber] = (traded[orderNumber] ?? 0) + lots
  }
  return traded
}

describe('the price of an auction', () => {
  test.each<[string, readonly Row[], number | undefined, [number, number, number]]>([
    [
      'is where most is traded',
      [
        ['buy', 100, 102],
        ['buy', 50, 101],
        ['sell', 80, 100],
        ['sell', 90, 101],
      ],
      undefined,
      [101, 150, -20],
    ],
    [
      'of equal volumes is where least stays over',
      [
        ['buy', 100, 103],
        ['sell', 100, 101],
        ['sell', 40, 102],
      ],
      undefined,
      [101, 100, 0],
    ],
    [
      'is the highest where buyers are left at every tied price',
      [
        ['buy', 150, 105],
        ['sell', 100, 101],
      ],
      103,
      [105, 100, 50],
    ],
    [
      'is the lowest where sellers are left at every tied price',
      [
        ['buy', 100, 105],
        ['sell', 150, 101],
      ],
      103,
      [101, 100, -50],
    ],
    [
      'is the reference where both sides are served in full',
      [
        ['buy', 100, 105],
        ['sell', 100, 101],
      ],
      103,
      [103, 100, 0],
    ],
    [
      'is the tied price nearest to a reference below them',
      [
        ['buy', 100, 105],
        ['sell', 100, 101],
      ],
      90,
      [101, 100, 0],
    ],
    [
      'is the tied price nearest to a reference above them',
      [
        ['buy', 100, 105],
        ['sell', 100, 101],
      ],
      200,
      [105, 100, 0],
    ],
    [
      'is never zero on a balanced tie, not even without a reference',
      [
        ['buy', 100, 104],
        ['sell', 100, 101],
      ],
      undefined,
      [102, 100, 0],
    ],
    [
      'is the reference where buyers are left at one tied price and sellers at another',
      [
        ['buy', 50, 105],
        ['buy', 50, 101],
        ['sell', 50, 101],
        ['sell', 50, 105],
      ],
      103,
      [103, 50, 0],
    ],
    [
      'of market orders alone is the reference',
      [
        ['buy', 30, 'market'],
        ['sell', 20, 'market'],
      ],
      77,
      [77, 20, 10],
    ],
    [
      'follows the limits where market orders meet them',
      [
        ['buy', 100, 'market'],
        ['sell', 50, 'market'],
        ['sell', 60, 120],
      ],
      100,
      [120, 100, -10],
    ],
    [
      'counts a table of a venue as it does: 290 at 12,400',
      [
        ['buy', 90, 'market'],
        ['buy', 80, 12_500],
        ['buy', 120, 12_400],
        ['buy', 70, 12_300],
        ['sell', 100, 'market'],
        ['sell', 90, 12_300],
        ['sell', 110, 12_400],
        ['sell', 200, 12_500],
      ],
      undefined,
      [12_400, 290, -10],
    ],
  ])('%s', (_name, rows, reference, [price, paired, surplus]) => {
    expect(findClearing(orders(...rows), reference)).toEqual({
      priceTicks: price,
      pairedLots: paired,
      surplusLots: Math.abs(surplus),
      surplusSide: surplus === 0 ? null : surplus > 0 ? 'buy' : 'sell',
    })
  })

  test.each<[string, readonly Row[], number | undefined]>([
    ['nobody came', [], 100],
    [
      'one side is missing',
      [
        ['buy', 100, 105],
        ['buy', 5, 'market'],
      ],
      100,
    ],
    [
      'the limits do not meet',
      [
        ['buy', 100, 99],
        ['sell', 100, 100],
      ],
      100,
    ],
    [
      'there are market orders alone and no reference',
      [
        ['buy', 1, 'market'],
        ['sell', 1, 'market'],
      ],
      undefined,
    ],
  ])('there is none when %s', (_name, rows, reference) => {
    expect(findClearing(orders(...rows), reference)).toBeUndefined()
  })
})

describe('who trades in an auction', () => {
  test('market orders before limits, whenever they came', () => {
    const rows = orders(['buy', 50, 105], ['buy', 50, 'market'], ['sell', 60, 100])
    expect(tradedBy(decideUncross(rows, 100))).toEqual({ 1: 10, 2: 50, 3: 60 })
  })

  test('better prices before worse, whenever they came', () => {
    const rows = orders(['sell', 50, 101], ['sell', 50, 100], ['buy', 60, 101])
    expect(tradedBy(decideUncross(rows, 100))).toEqual({ 1: 10, 2: 50, 3: 60 })
  })

  test('at one price who came first', () => {
    const rows = orders(
      ['buy', 50, 101, { placeNumber: 9 }],
      ['buy', 50, 101, { placeNumber: 4 }],
      ['sell', 60, 101],
    )
    expect(tradedBy(decideUncross(rows, 100))).toEqual({ 1: 10, 2: 50, 3: 60 })
  })

  test('nobody outside the limit', () => {
    const rows = orders(['buy', 50, 99], ['buy', 50, 101], ['sell', 80, 100])
    const { clearing } = decideUncross(rows, 100)
    expect(clearing).toMatchObject({ priceTicks: 100, pairedLots: 50, surplusSide: 'sell' })
    expect(tradedBy(decideUncross(rows, 100))).toEqual({ 2: 50, 3: 50 })
  })
})

describe('two orders of one owner that would meet', () => {
  const pairOf = (prevention: Prevention | undefined, later?: Prevention) =>
    decideUncross(
      orders(
        ['buy', 50, 101, { owner: 7, prevention }],
        ['sell', 30, 100, { owner: 7, prevention: later }],
        ['sell', 40, 101, { owner: 8 }],
      ),
      100,
    )

  test.each<[string, Prevention | undefined, Record<number, number>]>([
    ['trade where the first allows it', undefined, { 1: 50, 2: 30, 3: 20 }],
    ['lose the later one', 'cancelIncoming', { 1: 40, 3: 40 }],
    ['lose the first one', 'cancelResting', {}],
    ['are both lost', 'cancelBoth', {}],
    ['both lose what they share', 'decrement', { 1: 20, 3: 20 }],
  ])('%s', (_name, prevention, traded) => {
    expect(tradedBy(pairOf(prevention, 'cancelBoth'))).toEqual(traded)
  })

  test('are told once, with what each loses', () => {
    expect(pairOf('decrement').preventions).toMatchObject([
      { earlier: { orderNumber: 1 }, later: { orderNumber: 2 }, lots: 30, prevention: 'decrement' },
    ])
  })

  test('make the price be found anew', () => {
    const rows = orders(
      ['buy', 100, 110, { owner: 7, prevention: 'cancelIncoming' }],
      ['sell', 100, 90, { owner: 7 }],
      ['buy', 10, 95],
      ['sell', 20, 94],
    )
    expect(findClearing(rows, 100)?.priceTicks).toBe(94)
    expect(decideUncross(rows, 100).clearing).toMatchObject({ priceTicks: 110, pairedLots: 20 })
  })
})

test('1,000 random auctions agree with one that counts single lots', PATIENCE, () => {
  const order = fc.record({
    side: fc.constantFrom('buy', 'sell'),
    lots: fc.integer({ min: 1, max: 12 }),
    limit: fc.option(fc.integer({ min: 95, max: 105 }), { freq: 4, nil: undefined }),
    owner: fc.integer({ min: 0, max: 4 }),
    prevention: fc.constantFrom(undefined, 'cancelIncoming', 'cancelResting', 'cancelBoth', 'decrement'),
    place: fc.nat({ max: 1_000 }),
  })
  const reference = fc.option(fc.integer({ min: 90, max: 110 }), { nil: undefined })
  fc.assert(
    fc.property(fc.array(order, { maxLength: 16 }), reference, (drawn, referenceTicks) => {
      const rows = drawn.map(({ side, lots, limit, owner, prevention, place }, index): AuctionOrder => {
        const placeNumber = place * 100 + index
        return {
          orderNumber: index + 1,
          side: side as 'buy',
          lots,
          limitTicks: limit,
          owner,
          prevention,
          placeNumber,
        }
      })
      const decided = decideUncross(rows, referenceTicks)
      const expected = referenceUncross(rows, referenceTicks)
      expect(decided.clearing?.priceTicks ?? null).toBe(expected.price)
      expect(decided.clearing?.pairedLots ?? 0).toBe(expected.paired)
      expect(tradedBy(decided)).toEqual(Object.fromEntries(expected.traded))
    }),
    { numRuns: RUNS },
  )
})
