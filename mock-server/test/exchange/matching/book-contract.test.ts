import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { canonicalText, hashText } from '../../../src/exchange/canonical.ts'
import type { SelfTradePrevention } from '../../../src/exchange/orders/order.ts'
import type { BookEvent, BookUnderTest, NewOrder } from '../support/book-under-test.ts'
import { ExchangeBook } from '../support/exchange-book.ts'
import { PREVENTIONS } from '../support/moves.ts'
import { PATIENCE, RUNS } from '../support/property.ts'
import { ReferenceBook } from '../support/reference-book.ts'

const BOOKS: readonly (readonly [string, () => BookUnderTest])[] = [
  ['the exchange', () => new ExchangeBook()],
  ['the naive reference book', () => new ReferenceBook()],
]

describe.each(BOOKS)('a book: %s', (_name, open) => {
  let book = open()
  beforeEach(() => {
    book = open()
  })
  const buy = (lots: number, priceTicks: number | undefined, more: Partial<NewOrder> = {}) =>
    book.submit({
      owner: 'ann',
      side: 'buy',
      lots,
      ...(priceTicks === undefined ? {} : { priceTicks }),
      ...more,
    })
  const sell = (lots: number, priceTicks: number | undefined, more: Partial<NewOrder> = {}) =>
    book.submit({
      owner: 'bob',
      side: 'sell',
      lots,
      ...(priceTicks === undefined ? {} : { priceTicks }),
      ...more,
    })
  const trade = (maker: number, taker: number, priceTicks: number, lots: number): BookEvent => ({
    type: 'trade',
    maker,
    taker,
    priceTicks,
    lots,
  })
  const accepted = (order: number): BookEvent => ({ type: 'accepted', order })
  const canceled = (order: number, reason: string): BookEvent => ({ type: 'canceled', order, reason })

  test('an order that meets nobody rests', () => {
    expect(buy(5, 100)).toEqual([accepted(1)])
    expect(book.levels('buy')).toEqual([[100, 5]])
    expect(book.queue('buy')).toEqual([1])
  })

  test('the better price trades first, then the older order, each at its own price', () => {
    sell(5, 101)
    sell(5, 100)
    sell(5, 100)
    expect(buy(12, 101)).toEqual([accepted(4), trade(2, 4, 100, 5), trade(3, 4, 100, 5), trade(1, 4, 101, 2)])
    expect(book.levels('sell')).toEqual([[101, 3]])
  })

  test('what is not traded rests at its limit', () => {
    sell(5, 100)
    buy(8, 101)
    expect(book.levels('buy')).toEqual([[101, 3]])
    expect(book.levels('sell')).toEqual([])
  })

  test('a part-filled order keeps its place', () => {
    buy(5, 100)
    buy(5, 100, { owner: 'cid' })
    sell(2, 100)
    expect(sell(4, 100)).toEqual([accepted(4), trade(1, 4, 100, 3), trade(2, 4, 100, 1)])
  })

  test('an order at any price takes what there is and never rests', () => {
    sell(5, 100)
    expect(buy(8, undefined)).toEqual([accepted(2), trade(1, 2, 100, 5), canceled(2, 'no-liquidity')])
  })

  test('ioc takes what it reaches and ends', () => {
    sell(5, 100)
    sell(5, 102)
    expect(buy(8, 101, { kind: 'ioc' })).toEqual([
      accepted(3),
      trade(1, 3, 100, 5),
      canceled(3, 'ioc-remainder'),
    ])
    expect(book.levels('sell')).toEqual([[102, 5]])
  })

  test('fok trades all of it or nothing', () => {
    sell(5, 100)
    sell(5, 101)
    expect(buy(11, 101, { kind: 'fok' })).toEqual([accepted(3), canceled(3, 'fok-unfilled')])
    expect(buy(10, 101, { kind: 'fok' })).toEqual([accepted(4), trade(1, 4, 100, 5), trade(2, 4, 101, 5)])
  })

  test('post-only is refused where it would trade, at its limit too, and rests a tick behind', () => {
    sell(5, 100)
    expect(buy(5, 100, { kind: 'postOnly' })).toEqual([
      { type: 'refused', order: 2, code: 'post-only-would-trade' },
    ])
    expect(buy(5, 99, { kind: 'postOnly' })).toEqual([accepted(3)])
  })

  test('a canceled order is gone once', () => {
    buy(5, 100)
    expect(book.cancel(1)).toEqual([canceled(1, 'canceled-by-user')])
    expect(book.cancel(1)).toEqual([])
    expect(book.levels('buy')).toEqual([])
  })

  describe('icebergs', () => {
    test('only a part is shown, and all of it trades', () => {
      sell(10, 100, { displayLots: 4 })
      expect(book.levels('sell')).toEqual([[100, 4]])
      expect(buy(10, 100)).toEqual([
        accepted(2),
        trade(1, 2, 100, 4),
        trade(1, 2, 100, 4),
        trade(1, 2, 100, 2),
      ])
    })

    test('each further part queues behind what is there', () => {
      sell(10, 100, { displayLots: 4 })
      sell(5, 100, { owner: 'cid' })
      expect(buy(11, 100)).toEqual([
        accepted(3),
        trade(1, 3, 100, 4),
        trade(2, 3, 100, 5),
        trade(1, 3, 100, 2),
      ])
      expect(book.queue('sell')).toEqual([1])
      expect(book.levels('sell')).toEqual([[100, 2]])
    })

    test('a part that is used up exactly is followed by the next at once', () => {
      sell(10, 100, { displayLots: 4 })
      sell(5, 100, { owner: 'cid' })
      buy(4, 100)
      expect(book.queue('sell')).toEqual([2, 1])
      expect(book.levels('sell')).toEqual([[100, 9]])
    })

    test('fok counts what is not shown', () => {
      sell(10, 100, { displayLots: 1 })
      expect(buy(10, 100, { kind: 'fok' })).toHaveLength(11)
    })
  })

  describe('self-trade prevention', () => {
    const OUTCOMES: readonly (readonly [SelfTradePrevention, readonly BookEvent[]])[] = [
      ['allow', [trade(1, 4, 99, 5), trade(2, 4, 100, 4), trade(3, 4, 101, 3)]],
      ['cancelIncoming', [trade(1, 4, 99, 5), canceled(4, 'self-trade-prevented')]],
      ['cancelResting', [trade(1, 4, 99, 5), canceled(2, 'self-trade-prevented'), trade(3, 4, 101, 5)]],
      [
        'cancelBoth',
        [trade(1, 4, 99, 5), canceled(2, 'self-trade-prevented'), canceled(4, 'self-trade-prevented')],
      ],
      [
        'decrement',
        [
          trade(1, 4, 99, 5),
          canceled(2, 'self-trade-prevented'),
          { type: 'prevented', order: 4, leftLots: 3 },
          trade(3, 4, 101, 3),
        ],
      ],
      [
        'transfer',
        [
          trade(1, 4, 99, 5),
          canceled(2, 'self-trade-prevented'),
          { type: 'prevented', order: 4, leftLots: 3 },
          trade(3, 4, 101, 3),
        ],
      ],
    ]
    test.each(OUTCOMES)('%s: what happens between two others’ orders', (prevention, events) => {
      sell(5, 99)
      sell(4, 100, { owner: 'ann' })
      sell(5, 101)
      expect(buy(12, 101, { prevention })).toEqual([accepted(4), ...events])
    })

    test('the incoming order’s mode decides', () => {
      sell(5, 100, { owner: 'ann', prevention: 'cancelResting' })
      expect(buy(5, 100, { prevention: 'cancelIncoming' })).toEqual([
        accepted(2),
        canceled(2, 'self-trade-prevented'),
      ])
      expect(book.levels('sell')).toEqual([[100, 5]])
    })

    test('decrement takes the smaller from the larger, which keeps its place', () => {
      sell(9, 100, { owner: 'ann' })
      sell(5, 100)
      expect(buy(4, 100, { prevention: 'decrement' })).toEqual([
        accepted(3),
        { type: 'prevented', order: 1, leftLots: 5 },
        canceled(3, 'self-trade-prevented'),
      ])
      expect(book.queue('sell')).toEqual([1, 2])
    })

    test('fok counts nothing that it must not meet', () => {
      sell(5, 100, { owner: 'ann' })
      sell(5, 101)
      expect(buy(6, 101, { kind: 'fok', prevention: 'cancelResting' })).toEqual([
        accepted(3),
        canceled(3, 'fok-unfilled'),
      ])
      expect(book.levels('sell')).toEqual([
        [100, 5],
        [101, 5],
      ])
    })
  })

  describe('replacing', () => {
    const replaced = (order: number, by: number): BookEvent => ({ type: 'replaced', order, by })

    test('less at the same price keeps the place', () => {
      buy(5, 100)
      buy(5, 100, { owner: 'cid' })
      expect(book.replace(1, { lots: 3 })).toEqual([replaced(1, 3), accepted(3)])
      expect(book.queue('buy')).toEqual([3, 2])
    })

    test.each([
      ['more', { lots: 6 }],
      ['another price', { priceTicks: 101 }],
    ] as const)('%s queues anew', (_what, change) => {
      buy(5, 100)
      buy(5, 'priceTicks' in change ? 101 : 100, { owner: 'cid' })
      book.replace(1, change)
      expect(book.queue('buy')).toEqual([2, 3])
    })

    test('what is filled counts, and less than that ends the order filled', () => {
      buy(5, 100)
      sell(3, 100)
      expect(book.replace(1, { lots: 4 })).toEqual([replaced(1, 3), accepted(3)])
      expect(book.levels('buy')).toEqual([[100, 1]])
      expect(book.replace(3, { lots: 2 })).toEqual([replaced(3, 4), accepted(4)])
      expect(book.levels('buy')).toEqual([])
    })

    test('a price that crosses trades', () => {
      sell(2, 102)
      buy(5, 100)
      expect(book.replace(2, { priceTicks: 102 })).toEqual([replaced(2, 3), accepted(3), trade(1, 3, 102, 2)])
    })

    test('a refusal leaves the open order as it was', () => {
      sell(2, 102)
      buy(5, 100, { kind: 'postOnly' })
      expect(book.replace(2, { priceTicks: 102 })).toEqual([
        { type: 'refused', order: 3, code: 'post-only-would-trade' },
      ])
      expect(book.queue('buy')).toEqual([2])
    })

    test('what is not open is not replaced', () => {
      buy(5, 100)
      book.cancel(1)
      expect(book.replace(1, { lots: 3 })).toEqual([])
    })
  })
})

describe('both books', () => {
  const operation = fc.record({
    what: fc.nat({ max: 9 }),
    owner: fc.constantFrom('ann', 'bob', 'cid', 'flow'),
    side: fc.constantFrom('buy', 'sell'),
    priceTicks: fc.option(fc.integer({ min: 9_997, max: 10_003 }), { freq: 12, nil: undefined }),
    lots: fc.integer({ min: 1, max: 40 }),
    kind: fc.constantFrom('rests', 'rests', 'rests', 'ioc', 'fok', 'postOnly'),
    display: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 3, nil: undefined }),
    prevention: fc.constantFrom(undefined, ...PREVENTIONS),
    pick: fc.nat({ max: 1_000 }),
  } as const)

  test('agree on the hash of the events of random commands, and on every queue', PATIENCE, () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 50, maxLength: 60 }), (operations) => {
        const [ours, naive] = [new ExchangeBook(), new ReferenceBook()]
        let [ourHash, theirHash] = ['', '']
        let open: readonly number[] = []
        for (const { what, pick, ...draws } of operations) {
          const target = open[pick % Math.max(1, open.length)] ?? pick
          const run = (book: BookUnderTest) => {
            if (what < 2) return book.cancel(target)
            if (what < 4) return book.replace(target, changeOf(draws, what === 2))
            return book.submit(orderOf(draws))
          }
          const [events, expected] = [run(ours), run(naive)]
          ourHash = hashText(ourHash + canonicalText(events))
          theirHash = hashText(theirHash + canonicalText(expected))
          if (ourHash !== theirHash) expect(events).toEqual(expected)
          open = [...naive.queue('buy'), ...naive.queue('sell')]
        }
        for (const side of ['buy', 'sell'] as const) {
          expect(ours.queue(side)).toEqual(naive.queue(side))
          expect(ours.levels(side)).toEqual(naive.levels(side))
        }
        expect(ourHash).toBe(theirHash)
      }),
      { numRuns: RUNS },
    )
  })
})

interface Draws extends Omit<NewOrder, 'displayLots' | 'priceTicks' | 'prevention'> {
  readonly priceTicks: number | undefined
  readonly display: number | undefined
  readonly prevention: SelfTradePrevention | undefined
}

/** An order that the contract takes: what is at any price, at once or post-only shows all that it has. */
function orderOf({ priceTicks, kind = 'rests', display, prevention, ...rest }: Draws): NewOrder {
  const isMarket = priceTicks === undefined
  return {
    ...rest,
    kind: isMarket && kind !== 'fok' ? 'ioc' : kind,
    ...(isMarket ? {} : { priceTicks }),
    ...(display === undefined || isMarket || kind !== 'rests'
      ? {}
      : { displayLots: Math.min(display, rest.lots) }),
    ...(prevention === undefined ? {} : { prevention }),
  }
}

function changeOf({ lots, priceTicks }: Draws, samePrice: boolean) {
  return { lots, ...(samePrice || priceTicks === undefined ? {} : { priceTicks }) }
}
