import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideMatches } from '../../../src/exchange/matching/match.ts'
import { type OnFill, OrderBook } from '../../../src/exchange/matching/order-book.ts'
import type { Slot } from '../../../src/exchange/matching/order-pool.ts'
import { PagedIndex } from '../../../src/exchange/matching/paged-index.ts'
import { anyPrice, betterThan, crosses, opposite, signOf } from '../../../src/exchange/matching/side.ts'
import type { BookEvent } from '../support/book-under-test.ts'
import { ReferenceBook } from '../support/reference-book.ts'

function fillsOf(add: (onFill: (maker: number, price: number, lots: number) => void) => void): object[] {
  const fills: object[] = []
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
        const slots = new Map<number, Slot>()
        const reference = new ReferenceBook()
        let number = 0
        for (const { kind, buy, price, lots, pick } of operations) {
          const side = buy ? 'buy' : 'sell'
          if (kind < 3) {
            book.remove(slots.get(pick) ?? 0)
            expect(slots.delete(pick)).toBe(reference.cancel(pick).length > 0)
            continue
          }
          number += 1
          const fills: BookEvent[] = []
          const onFill: OnFill = (maker, priceTicks, quantityLots, isGone) => {
            fills.push({ type: 'trade', maker, taker: number, priceTicks, lots: quantityLots })
            if (isGone) slots.delete(maker)
          }
          const rests = kind < 9
          if (rests) {
            const slot = book.add(number, side, price, lots, onFill)
            if (slot !== 0) slots.set(number, slot)
          } else book.sweep(side, price, lots, onFill)
          const order = {
            owner: 'flow',
            side,
            priceTicks: price,
            lots,
            kind: rests ? 'rests' : 'ioc',
          } as const
          expect(fills).toEqual(reference.submit(order).filter(({ type }) => type === 'trade'))
        }
        for (const side of ['buy', 'sell'] as const) {
          const levels = book.levels(side, 1_000).map((level) => [level.priceTicks, level.quantityLots])
          expect(levels).toEqual(reference.levels(side))
        }
        expect(book.size).toBe(reference.queue('buy').length + reference.queue('sell').length)
      }),
      { numRuns: 1_000 },
    )
  })

  test('deciding matches changes nothing', () => {
    const book = new OrderBook()
    book.add(1, 'sell', 101, 5, ignore)
    book.add(2, 'sell', 100, 5, ignore)
    const matches = decideMatches(book.asks, 101, 7)
    expect(matches.map(({ makerNumber, quantityLots }) => [makerNumber, quantityLots])).toEqual([
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
    expect(book.order(order)).toMatchObject({ orderNumber: 7, totalLots: 5 })
    book.remove(order)
    book.remove(order)
    expect(book.size).toBe(0)
    expect(book.levels('buy', 10)).toEqual([])
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

describe('paged index', () => {
  test('agrees with a map over any numbers, near and far', () => {
    const key = fc.oneof(
      fc.nat({ max: 600 }),
      fc.integer({ min: 0, max: 2 ** 40 }),
      fc.constantFrom(255, 256, 257),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 400 }), (steps) => {
        const [index, map] = [new PagedIndex(), new Map<number, number>()]
        for (const [number, adds] of steps) {
          expect(index.get(number)).toBe(map.get(number) ?? 0)
          if (map.has(number)) {
            index.delete(number)
            map.delete(number)
          } else if (adds) {
            index.set(number, map.size + 1)
            map.set(number, map.size + 1)
          } else index.delete(number)
          expect(index.get(number)).toBe(map.get(number) ?? 0)
        }
        for (const [number, value] of map) expect(index.get(number)).toBe(value)
      }),
      { numRuns: 300 },
    )
  })
})
