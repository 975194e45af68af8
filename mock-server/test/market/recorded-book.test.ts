import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../src/exchange/commands.ts'
import { RecordedBook } from '../../src/market/replay/recorded-book.ts'
import type { RecordedDepth, RecordedItem } from '../../src/market/replay/records.ts'

const snapshot = (lastId: number, bids: number[], asks: number[]): RecordedItem => ({
  kind: 'snapshot',
  time: 0,
  lastId,
  bids,
  asks,
})

function depth(
  [firstId, lastId, previousId]: [number, number, number?],
  bids: number[] = [],
  asks: number[] = [],
): RecordedDepth {
  return {
    kind: 'depth',
    time: 0,
    firstId,
    lastId,
    ...(previousId !== undefined && { previousId }),
    bids,
    asks,
  }
}

const ticker = (id: number, bid: [number, number], ask: [number, number]): RecordedItem => ({
  kind: 'ticker',
  time: 0,
  id,
  bidTicks: bid[0],
  bidLots: bid[1],
  askTicks: ask[0],
  askLots: ask[1],
})

function said(command: Command | undefined): string[] {
  if (command?.type !== 'SetHouseLevels') return []
  return command.levels.map((level) => `${level.side} ${level.priceTicks} x ${level.quantityLots}`)
}

/** A book from a snapshot at 100: bids 99 x 5, 98 x 6; asks 101 x 7, 102 x 8. */
function started(): RecordedBook {
  const book = new RecordedBook('BTC-USDT')
  book.apply(snapshot(100, [99, 5, 98, 6], [101, 7, 102, 8]))
  return book
}

test('differences wait for the snapshot; those it holds already are dropped, the one that spans it is applied', () => {
  const book = new RecordedBook('BTC-USDT')
  expect(book.apply(depth([90, 95], [97, 1]))).toBeUndefined()
  expect(book.apply(depth([96, 103], [99, 9]))).toBeUndefined()
  expect(said(book.apply(snapshot(100, [99, 5], [101, 7])))).toEqual(['buy 99 x 9', 'sell 101 x 7'])
  expect(said(book.apply(depth([104, 105], [], [101, 0, 102, 1])))).toEqual(['sell 101 x 0', 'sell 102 x 1'])
  expect(book.counts).toEqual({
    depthsApplied: 2,
    tickersApplied: 0,
    outdated: 1,
    sequenceGaps: 0,
    crossings: 0,
  })
})

test('a recording without a snapshot starts from its first differences', () => {
  const book = new RecordedBook('BTC-USDT')
  let last: Command | undefined
  for (let id = 1; id <= 50; id += 1) last = book.apply(depth([id, id], [id, 1]))
  expect(said(last)).toHaveLength(50)
  expect(book.counts).toMatchObject({ depthsApplied: 50, sequenceGaps: 0 })
})

test.each([
  ['spot, after the snapshot', [depth([102, 103])], 1],
  ['spot, contiguous', [depth([99, 103]), depth([104, 110])], 0],
  ['spot, a hole', [depth([99, 103]), depth([105, 110])], 1],
  ['spot, an overlap', [depth([99, 103]), depth([103, 110])], 1],
  ['futures, the message that spans the snapshot', [depth([99, 103, 98]), depth([120, 130, 103])], 0],
  ['futures, one that ends at the snapshot', [depth([99, 100, 98]), depth([120, 130, 100])], 0],
  ['futures, a hole', [depth([99, 103, 98]), depth([120, 130, 110])], 1],
])('gaps: %s', (_, depths, gaps) => {
  const book = started()
  for (const item of depths) book.apply(item)
  expect(book.counts.sequenceGaps).toBe(gaps)
})

test('a newer best price removes better levels and sets the best', () => {
  expect(said(started().apply(ticker(105, [98, 4], [101, 7])))).toEqual(['buy 99 x 0', 'buy 98 x 4'])
})

test('an older best price says nothing', () => {
  const book = started()
  expect(book.apply(ticker(100, [98, 4], [101, 7]))).toBeUndefined()
  expect(book.counts.outdated).toBe(1)
})

test('a difference older than the best price brings no better level back, and tells the rest', () => {
  const book = started()
  book.apply(ticker(110, [98, 4], [101, 7]))
  expect(said(book.apply(depth([101, 109], [99, 3, 98, 9, 97, 2], [100, 1, 103, 1])))).toEqual([
    'buy 97 x 2',
    'sell 103 x 1',
  ])
  expect(said(book.apply(depth([110, 112], [99, 3])))).toEqual(['buy 99 x 3'])
  expect(book.counts).toMatchObject({ sequenceGaps: 0, crossings: 0 })
})

test('a difference that crosses is counted, and the older level goes', () => {
  const book = started()
  expect(said(book.apply(depth([101, 102], [101, 2])))).toEqual(['buy 101 x 2', 'sell 101 x 0'])
  expect(said(book.apply(depth([103, 104], [], [98, 1])))).toEqual([
    'buy 101 x 0',
    'buy 99 x 0',
    'buy 98 x 0',
    'sell 98 x 1',
  ])
  expect(book.counts.crossings).toBe(2)
})

test('only changed levels are told', () => {
  const book = started()
  expect(book.apply(depth([101, 102], [99, 5], [103, 0]))).toBeUndefined()
})

test('the opening tells the whole book', () => {
  expect(said(started().opening())).toEqual(['buy 98 x 6', 'buy 99 x 5', 'sell 102 x 8', 'sell 101 x 7'])
})

/** A venue with a true book: differences every few updates, best prices in between and ahead of them. */
const venueRun = fc.array(
  fc.record({
    side: fc.constantFrom('buy', 'sell'),
    price: fc.integer({ min: 90, max: 110 }),
    quantity: fc.integer({ min: 0, max: 3 }),
    publishDepth: fc.boolean(),
    publishTicker: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
)

test('at each difference the rebuilt book is the venue’s, with no gap and no crossing', () => {
  fc.assert(
    fc.property(venueRun, (updates) => {
      const truth = { buy: new Map([[95, 1]]), sell: new Map([[105, 1]]) }
      const book = new RecordedBook('BTC-USDT')
      const mirror = { buy: new Map<number, number>(), sell: new Map<number, number>() }
      const apply = (item: RecordedItem) => {
        const command = book.apply(item)
        if (command?.type !== 'SetHouseLevels') return
        for (const { side, priceTicks, quantityLots } of command.levels) {
          if (quantityLots === 0) mirror[side].delete(priceTicks)
          else mirror[side].set(priceTicks, quantityLots)
        }
      }
      apply(snapshot(0, [95, 1], [105, 1]))
      let id = 0
      let firstId = 1
      let changed: { bids: Map<number, number>; asks: Map<number, number> } = {
        bids: new Map(),
        asks: new Map(),
      }
      for (const { side, price, quantity, publishDepth, publishTicker } of updates) {
        const bestBid = Math.max(...truth.buy.keys(), 0)
        const bestAsk = Math.min(...truth.sell.keys(), 1_000)
        const crossing = side === 'buy' ? price >= bestAsk : price <= bestBid
        id += 1
        const level = truth[side as 'buy' | 'sell']
        if (!crossing && !(quantity === 0 && level.size === 1)) {
          if (quantity === 0) level.delete(price)
          else level.set(price, quantity)
          changed[side === 'buy' ? 'bids' : 'asks'].set(price, quantity)
        }
        const bid = Math.max(...truth.buy.keys())
        const ask = Math.min(...truth.sell.keys())
        if (publishTicker) apply(ticker(id, [bid, truth.buy.get(bid) ?? 0], [ask, truth.sell.get(ask) ?? 0]))
        if (publishTicker) {
          expect(Math.max(...mirror.buy.keys())).toBe(bid)
          expect(Math.min(...mirror.sell.keys())).toBe(ask)
        }
        if (!publishDepth) continue
        apply(depth([firstId, id], [...changed.bids].flat(), [...changed.asks].flat()))
        firstId = id + 1
        changed = { bids: new Map(), asks: new Map() }
        expect(new Map([...mirror.buy].sort())).toEqual(new Map([...truth.buy].sort()))
        expect(new Map([...mirror.sell].sort())).toEqual(new Map([...truth.sell].sort()))
      }
      expect(book.counts).toMatchObject({ sequenceGaps: 0, crossings: 0 })
    }),
    { numRuns: 1_000 },
  )
})
