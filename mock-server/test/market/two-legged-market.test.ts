import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command, SetHouseLevels } from '../../src/exchange/commands.ts'
import type { Leg, RecordedQuote } from '../../src/market/replay/records.ts'
import { TwoLeggedMarket } from '../../src/market/replay/two-legged-market.ts'

const leg = (priceTicks: number, quantityLots: number): Leg => ({ priceTicks, quantityLots })
const empty: Leg = { priceTicks: null, quantityLots: 0 }

function quote(bid: Leg | undefined, ask: Leg | undefined): RecordedQuote {
  return { kind: 'quote', time: 0, ...(bid && { bid }), ...(ask && { ask }) }
}

function play(...quotes: RecordedQuote[]): (Command | undefined)[] {
  const market = new TwoLeggedMarket('IBM')
  return quotes.map((item) => market.apply(item))
}

/** Levels as `side price x quantity`, and the market's state. */
function said(command: Command | undefined): string | undefined {
  if (command?.type !== 'SetHouseLevels') return undefined
  const levels = command.levels.map((level) => `${level.side} ${level.priceTicks} x ${level.quantityLots}`)
  return [...levels, command.market].join(', ')
}

test('a pair replaces both orders in one command', () => {
  const [first, second] = play(quote(leg(100, 5), leg(102, 7)), quote(leg(101, 5), leg(103, 7)))
  expect(said(first)).toBe('buy 100 x 5, sell 102 x 7, normal')
  expect(said(second)).toBe('buy 100 x 0, buy 101 x 5, sell 102 x 0, sell 103 x 7, normal')
})

test('a leg that stays as it was is not told again, so that what was taken of it stays taken', () => {
  const [, sizeOnly, same] = play(
    quote(leg(100, 5), leg(102, 7)),
    quote(leg(100, 4), leg(102, 7)),
    quote(leg(100, 4), leg(102, 7)),
  )
  expect(said(sizeOnly)).toBe('buy 100 x 4, normal')
  expect(same).toBeUndefined()
})

test('a leg alone updates its side only, and an empty side is withdrawn', () => {
  const [, alone, gone] = play(
    quote(leg(100, 5), leg(102, 7)),
    quote(undefined, leg(103, 7)),
    quote(empty, leg(103, 7)),
  )
  expect(said(alone)).toBe('sell 102 x 0, sell 103 x 7, normal')
  expect(said(gone)).toBe('buy 100 x 0, normal')
})

test('of a locked quote the leg that changed first is withdrawn, and comes back when it is normal again', () => {
  const [, locked, more, normal] = play(
    quote(leg(100, 5), leg(102, 7)),
    quote(leg(102, 3), leg(102, 7)),
    quote(leg(102, 4), leg(102, 7)),
    quote(leg(101, 4), leg(102, 7)),
  )
  expect(said(locked)).toBe('buy 100 x 0, buy 102 x 3, sell 102 x 0, locked')
  expect(said(more)).toBe('buy 102 x 4, locked')
  expect(said(normal)).toBe('buy 102 x 0, buy 101 x 4, sell 102 x 7, normal')
})

test('when both legs of a crossed quote changed, the bid is older: it comes first in the file', () => {
  const [, crossed] = play(quote(leg(100, 5), leg(102, 7)), quote(leg(105, 3), leg(103, 2)))
  expect(said(crossed)).toBe('buy 100 x 0, sell 102 x 0, sell 103 x 2, crossed')
})

test('while crossed, the leg that changes is the one shown', () => {
  const [, , turned] = play(
    quote(leg(100, 5), leg(102, 7)),
    quote(leg(103, 5), leg(102, 7)),
    quote(leg(103, 5), leg(101, 7)),
  )
  expect(said(turned)).toBe('buy 103 x 0, sell 101 x 7, crossed')
})

test('a withdrawn leg comes back with what customers had left of it', () => {
  const market = new TwoLeggedMarket('IBM')
  const terms = { symbol: 'IBM', side: 'sell', limitPriceTicks: 102 }
  const view = { openOrders: () => [{ terms, remainingLots: 4 }] } as never
  const resolve = (item: RecordedQuote) => market.resolve(market.apply(item) as SetHouseLevels, view)
  resolve(quote(leg(100, 5), leg(102, 7)))
  resolve(quote(leg(102, 5), leg(102, 7)))
  expect(said(resolve(quote(leg(101, 5), leg(102, 7))))).toBe(
    'buy 102 x 0, buy 101 x 5, sell 102 x 4, normal',
  )
})

test('a withdrawn leg whose size changed comes back whole', () => {
  const market = new TwoLeggedMarket('IBM')
  const view = { openOrders: () => [] } as never
  const resolve = (item: RecordedQuote) => market.resolve(market.apply(item) as SetHouseLevels, view)
  resolve(quote(leg(100, 5), leg(102, 7)))
  resolve(quote(leg(102, 5), leg(102, 7)))
  expect(said(resolve(quote(leg(101, 5), leg(102, 9))))).toBe(
    'buy 102 x 0, buy 101 x 5, sell 102 x 9, normal',
  )
})

const anyLeg = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      priceTicks: fc.integer({ min: 98, max: 103 }),
      quantityLots: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant(empty) },
)
const anyQuote = fc.record({
  bid: fc.option(anyLeg, { nil: undefined }),
  ask: fc.option(anyLeg, { nil: undefined }),
})

test('what is shown is never locked or crossed, and is the recorded quote whenever that is normal', () => {
  fc.assert(
    fc.property(fc.array(anyQuote, { maxLength: 40 }), (quotes) => {
      const market = new TwoLeggedMarket('IBM')
      const shown = { buy: new Map<number, number>(), sell: new Map<number, number>() }
      let bid: Leg = empty
      let ask: Leg = empty
      for (const next of quotes) {
        const command = market.apply(quote(next.bid, next.ask))
        if (next.bid) bid = next.bid
        if (next.ask) ask = next.ask
        if (command?.type === 'SetHouseLevels') {
          for (const level of command.levels) {
            if (level.quantityLots === 0) shown[level.side].delete(level.priceTicks)
            else shown[level.side].set(level.priceTicks, level.quantityLots)
          }
        }
        expect(shown.buy.size).toBeLessThanOrEqual(1)
        expect(shown.sell.size).toBeLessThanOrEqual(1)
        const [shownBid] = shown.buy.keys()
        const [shownAsk] = shown.sell.keys()
        if (shownBid !== undefined && shownAsk !== undefined) expect(shownBid).toBeLessThan(shownAsk)
        const normal = bid.priceTicks === null || ask.priceTicks === null || bid.priceTicks < ask.priceTicks
        if (normal) {
          expect([...shown.buy]).toEqual(bid.priceTicks === null ? [] : [[bid.priceTicks, bid.quantityLots]])
          expect([...shown.sell]).toEqual(ask.priceTicks === null ? [] : [[ask.priceTicks, ask.quantityLots]])
        } else {
          expect(shown.buy.size + shown.sell.size).toBe(1)
        }
      }
    }),
    { numRuns: 1_000 },
  )
})
