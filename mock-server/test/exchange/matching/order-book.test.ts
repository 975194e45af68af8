import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideMatches } from '../../../src/exchange/matching/match.ts'
import { OrderBook } from '../../../src/exchange/matching/order-book.ts'
import { anyPrice, betterThan, crosses, opposite, signOf } from '../../../src/exchange/matching/side.ts'
import { ReferenceBook, type ReferenceFill } from '../support/reference-book.ts'

function fillsOf(
  add: (onFill: (maker: number, price: number, lots: number) => void) => void,
): ReferenceFill[] {
  const fills: ReferenceFill[] = []
  add((maker, priceTicks, quantityLots) => void fills.push({ maker, priceTicks, quantityLots }))
  return fills
}
const ignore = (): void => {}

describe('order book', () => {
  test('agrees with a naive reference book on every fill and level', () => {
    const operation = fc.record({
      kind: fc.nat({ max: 9 }),
      buy: fc.boolean(),
      price: fc.oneof(fc.integer({ min: 95, max: 105 }), fc.integer({ min: 1, max: 6_000_000 })),
      lots: fc.integer({ min: 1, max: 50 }),
      pick: fc.nat({ max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(operation, { minLength: 50, maxLength: 80 }), (operations) => {
        const book = new OrderBook()
        const reference = new ReferenceBook()
        operations.forEach(({ kind, buy, price, lots, pick }, number) => {
          const side = buy ? 'buy' : 'sell'
          if (kind < 3) {
            expect(book.cancel(pick)).toBe(reference.cancel(pick))
          } else {
            const rests = kind < 9
            const fills = fillsOf((onFill) => {
              if (rests) book.add(number, side, price, lots, onFill)
              else book.sweep(side, price, lots, onFill)
            })
            expect(fills).toEqual(reference.add(number, side, price, lots, rests))
          }
        })
        for (const side of ['buy', 'sell'] as const) {
          expect(book.levels(side, 1_000)).toEqual(reference.levels(side))
        }
        expect(book.size).toBe(reference.orders.length)
      }),
      { numRuns: 1_000 },
    )
  })

  test('deciding matches changes nothing', () => {
    const book = new OrderBook()
    book.add(1, 'sell', 101, 5, ignore)
    book.add(2, 'sell', 100, 5, ignore)
    const matches = decideMatches(book.asks, 101, 7)
    expect(matches.map(({ maker, quantityLots }) => [maker.orderNumber, quantityLots])).toEqual([
      [2, 5],
      [1, 2],
    ])
    expect(book.levels('sell', 10).map((level) => level.quantityLots)).toEqual([5, 5])
  })

  test('an older order trades before a younger one at the same price, and keeps its place when part-filled', () => {
    const book = new OrderBook()
    book.add(1, 'buy', 100, 5, ignore)
    book.add(2, 'buy', 100, 5, ignore)
    expect(fillsOf((onFill) => book.add(3, 'sell', 100, 2, onFill))).toEqual([
      { maker: 1, priceTicks: 100, quantityLots: 2 },
    ])
    expect(fillsOf((onFill) => book.add(4, 'sell', 100, 4, onFill))).toEqual([
      { maker: 1, priceTicks: 100, quantityLots: 3 },
      { maker: 2, priceTicks: 100, quantityLots: 1 },
    ])
  })

  test('only the last order of a level may grow', () => {
    const book = new OrderBook()
    const first = book.rest(1, 'buy', 100, 5)
    const last = book.rest(2, 'buy', 100, 5)
    book.grow(last, 3)
    expect(book.quantityAt('buy', 100)).toBe(13)
    expect(() => book.grow(first, 1)).toThrow('not the last')
  })

  test('a canceled order is gone once', () => {
    const book = new OrderBook()
    const order = book.rest(7, 'buy', 100, 5)
    expect(book.cancel(7)).toBe(true)
    expect(book.cancel(7)).toBe(false)
    book.remove(order)
    expect(book.order(7)).toBeUndefined()
    expect(book.size).toBe(0)
  })
})

describe('side logic', () => {
  test.each([
    ['buy', 101, 100, true],
    ['buy', 100, 100, false],
    ['sell', 100, 101, true],
    ['sell', 101, 100, false],
  ] as const)('a %s at %d is better than at %d: %s', (side, one, other, better) => {
    expect(betterThan(side, one, other)).toBe(better)
  })

  test.each([
    ['buy', 100, 100, true],
    ['buy', 99, 100, false],
    ['sell', 100, 100, true],
    ['sell', 101, 100, false],
  ] as const)('a %s with limit %d crosses %d: %s', (side, limit, resting, crossing) => {
    expect(crosses(side, limit, resting)).toBe(crossing)
    expect(crosses(side, anyPrice(side), resting)).toBe(true)
  })

  test('opposites and signs', () => {
    expect(opposite(opposite('buy'))).toBe('buy')
    expect(signOf('buy') + signOf('sell')).toBe(0)
  })
})
