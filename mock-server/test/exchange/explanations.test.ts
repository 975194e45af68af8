import { describe, expect, test } from 'vitest'
import type { Fill, FillExplanation } from '../../src/exchange/events.ts'
import { type Desk, openDesk } from './support/builders.ts'
import { fillsOf, must, property } from './support/property.ts'

/** The fills of what happens last, as `maker` and `taker` see them. */
interface Told {
  readonly maker: Pick<Fill, 'why' | 'explanation'>
  readonly taker: Pick<Fill, 'why' | 'explanation'>
}

type Case = readonly [name: string, happen: (desk: Desk) => ReturnType<Desk['submit']>, told: Partial<Told>]

const told = (why: string, explanation: FillExplanation) => ({ why, explanation })

const CASES: readonly Case[] = [
  [
    'an order takes one that rested behind another',
    (desk) => {
      desk.limit('cid', 'sell', 10, 10_000)
      desk.limit('ann', 'sell', 5, 10_000)
      desk.market('cid', 'buy', 1)
      desk.submit('bob', { side: 'buy', quantityLots: 10, limitPriceTicks: 10_000 })
      return desk.submit('bob', { side: 'buy', quantityLots: 5, limitPriceTicks: 10_050 })
    },
    {
      maker: told('Rested at 100.00 with 10 ahead on entry; taken by a buy order.', {
        aggressor: 'order',
        level: 1,
        aheadLots: 10,
        improvementTicks: 0,
      }),
      taker: told('Took 5 at 100.00, the best ask then, 0.50 better than its limit.', {
        aggressor: 'order',
        level: 1,
        improvementTicks: 50,
      }),
    },
  ],
  [
    'the second price that an order comes to',
    (desk) => {
      desk.limit('cid', 'sell', 10, 10_000)
      desk.limit('ann', 'sell', 5, 10_001)
      return desk.submit('bob', { side: 'buy', quantityLots: 12 })
    },
    {
      taker: told('Took 2 at 100.01, the best ask then after 1 better price.', {
        aggressor: 'order',
        level: 2,
      }),
    },
  ],
  [
    'a part of an iceberg',
    (desk) => {
      desk.submit('ann', { side: 'sell', quantityLots: 20, limitPriceTicks: 10_000, displayLots: 5 })
      return desk.submit('bob', { side: 'buy', quantityLots: 8 })
    },
    {
      maker: told('Rested at 100.00 with 0 ahead on entry, showing 5 at a time; taken by a buy order.', {
        aggressor: 'order',
        level: 1,
        aheadLots: 0,
        improvementTicks: 0,
      }),
    },
  ],
  [
    'a stop that a print reached',
    (desk) => {
      desk.limit('ann', 'sell', 5, 10_010)
      desk.submit('bob', { type: 'stop', side: 'buy', quantityLots: 5, stopPriceTicks: 10_005 })
      return desk.print(1, 10_005)
    },
    {
      maker: told('Rested at 100.10 with 0 ahead on entry; taken by a triggered buy stop.', {
        aggressor: 'stop',
        level: 1,
        aheadLots: 0,
        improvementTicks: 0,
      }),
      taker: told('Took 5 at 100.10, the best ask then; its stop was reached by a print at 100.05.', {
        aggressor: 'stop',
        level: 1,
        election: { price: 20_010, tradeNumber: 1 },
      }),
    },
  ],
  [
    'a stop-limit order that a quote reached',
    (desk) => {
      desk.limit('ann', 'sell', 5, 10_010)
      const stop = { type: 'stopLimit', stopPriceTicks: 10_004, limitPriceTicks: 10_020 } as const
      desk.limit('cid', 'buy', 1, 10_000)
      desk.submit('bob', { ...stop, side: 'buy', quantityLots: 5, triggerBy: 'mid', stopPriceTicks: 10_006 })
      return desk.submit('cid', { side: 'buy', quantityLots: 1, limitPriceTicks: 10_003 })
    },
    {
      taker: told(
        'Took 5 at 100.10, the best ask then, 0.10 better than its limit; its stop was reached by a quote at 100.065.',
        { aggressor: 'stop', level: 1, improvementTicks: 10, election: { price: 20_013 } },
      ),
    },
  ],
  [
    'a new quote of the house',
    (desk) => {
      desk.limit('ann', 'buy', 5, 10_000)
      return desk.house(['sell', 9_999, 5])
    },
    {
      maker: told('Rested at 100.00 with 0 ahead on entry; taken by a new quote of the house.', {
        aggressor: 'house',
        level: 1,
        aheadLots: 0,
        improvementTicks: 0,
      }),
    },
  ],
  [
    'a recorded print',
    (desk) => {
      desk.house(['buy', 10_000, 100])
      desk.limit('ann', 'buy', 40, 10_000)
      return desk.print(110, 10_000)
    },
    {
      maker: told('Rested at 100.00 with 100 ahead on entry; reached by a recorded print of 110 at 100.00.', {
        aggressor: 'print',
        aheadLots: 100,
        improvementTicks: 0,
      }),
    },
  ],
]

describe('each fill says why it came about', () => {
  test.each(CASES)('%s', (_name, happen, expected) => {
    const fills = fillsOf(happen(openDesk()))
    for (const side of ['maker', 'taker'] as const) {
      const fill = fills.findLast(({ liquidity }) => liquidity === side)
      const wanted = expected[side]
      if (wanted !== undefined) expect({ why: fill?.why, explanation: fill?.explanation }).toEqual(wanted)
    }
  })
})

property('every fill names its aggressor, its level, what stood before it, and its improvement', () => ({
  after: (events) => {
    for (const event of events) {
      if (event.type !== 'OrderFilled') continue
      const { fill, order } = event
      const { aggressor, level, aheadLots, improvementTicks, election } = fill.explanation
      const at = () => `fill ${fill.fillNumber}: ${JSON.stringify(fill.explanation)}, ${fill.why}`
      must(fill.why.length <= 256 && fill.why.endsWith('.'), at)
      const { type, limitPriceTicks: limit } = order.terms
      const hasLimit = (type === 'limit' || type === 'stopLimit') && limit !== undefined
      const better = hasLimit
        ? fill.side === 'buy'
          ? limit - fill.priceTicks
          : fill.priceTicks - limit
        : undefined
      must(better === improvementTicks && (better ?? 0) >= 0, at)
      must((election !== undefined) === (order.triggeredAt !== undefined), at)
      if (fill.liquidity === 'maker' && aggressor !== 'auction')
        must(aheadLots !== undefined && aheadLots >= 0, at)
      if (aggressor !== 'auction' && aggressor !== 'print') {
        must(level !== undefined && level >= 1, at)
        if (fill.liquidity === 'taker') must(fill.why.startsWith('Took '), at)
      }
    }
  },
}))
