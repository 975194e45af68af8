import { expect, test } from 'vitest'
import type { ExchangeOptions } from '../../../src/exchange/create-exchange.ts'
import { joinParts } from '../../../src/exchange/snapshot/snapshot.ts'
import { type Desk, openCustomer, openDesk } from '../support/builders.ts'

interface Case {
  readonly options?: ExchangeOptions
  before(desk: Desk): void
  /** Between the taking of the snapshot and its reading. */
  meanwhile(desk: Desk): void
}

const bust = (desk: Desk, accountId: string): void => {
  const fill = [...desk.exchange.view.fills(accountId)].at(-1) ?? expect.fail()
  const events = desk.execute({ type: 'BustTrade', tradeNumber: fill.tradeNumber, reason: 'a test' })
  expect(events.map(({ type }) => type)).toContain('TradeBusted')
}

const replaceOldest = (desk: Desk, accountId: string): void => {
  const oldest = [...desk.exchange.view.openOrders(accountId)].at(-1) ?? expect.fail()
  const events = desk.replace(oldest, { limitPriceTicks: 9_999 })
  expect(events.map(({ type }) => type)).toContain('OrderReplaced')
}

const BRACKET = {
  side: 'buy',
  quantityLots: 10,
  limitPriceTicks: 10_000,
  orderClass: 'bracket',
  takeProfit: { clientOrderId: 'profit', limitPriceTicks: 11_000 },
  stopLoss: { clientOrderId: 'loss', stopPriceTicks: 9_000 },
} as const

const CASES: Readonly<Record<string, Case>> = {
  'orders that rest, of customers and of liquidity, are filled, canceled and replaced': {
    before(desk) {
      for (const accountId of ['ann', 'flow', 'bob']) desk.limit(accountId, 'buy', 5, 10_000)
      desk.house(['buy', 9_990, 7], ['sell', 10_010, 7])
    },
    meanwhile(desk) {
      const [order] = desk.exchange.view.openOrders('ann')
      desk.limit('bob', 'sell', 2, 10_000)
      if (order !== undefined) desk.replace(order, { quantityLots: 20 })
      desk.limit('bob', 'sell', 15, 9_990)
      desk.house(['buy', 9_990, 0], ['sell', 10_010, 3])
    },
  },
  'a trade of orders that are filled is busted': {
    before(desk) {
      desk.limit('flow', 'sell', 5, 10_000)
      desk.limit('ann', 'buy', 5, 10_000)
    },
    meanwhile: (desk) => bust(desk, 'ann'),
  },
  'a trade of a bracket that is over is busted': {
    before(desk) {
      desk.submit('ann', BRACKET)
      desk.limit('flow', 'sell', 10, 10_000)
      desk.limit('flow', 'buy', 10, 11_000)
      expect([...desk.exchange.view.openOrders('ann')]).toEqual([])
    },
    meanwhile: (desk) => bust(desk, 'ann'),
  },
  'lots are bought, sold and taken back': {
    before(desk) {
      openCustomer(desk, 'dan', { dollars: 10_000n, costBasis: 'fifo' })
      desk.limit('flow', 'sell', 9, 10_000)
      for (const lots of [2, 3]) desk.limit('dan', 'buy', lots, 10_000)
    },
    meanwhile(desk) {
      desk.limit('dan', 'buy', 4, 10_000)
      desk.limit('flow', 'buy', 3, 10_000)
      desk.limit('dan', 'sell', 3, 10_000)
      bust(desk, 'dan')
    },
  },
  'finished orders, fills and activities are forgotten': {
    options: { retention: { finishedOrders: 1 } },
    before(desk) {
      desk.limit('flow', 'sell', 9, 10_000)
      for (let count = 0; count < 9; count += 1) desk.limit('ann', 'buy', 1, 10_000)
    },
    meanwhile(desk) {
      desk.limit('flow', 'sell', 99, 10_000)
      for (let count = 0; count < 9; count += 1) desk.limit('ann', 'buy', 1, 10_000)
    },
  },
  'the exits of a bracket start to work, and one of them is replaced': {
    before: (desk) => void desk.submit('ann', BRACKET),
    meanwhile(desk) {
      desk.limit('flow', 'sell', 10, 10_000)
      const profit = desk.exchange.view.orderByClientId('ann', 'profit') ?? expect.fail()
      desk.replace(profit, { limitPriceTicks: 12_000 }, 'more')
      desk.cancel(desk.exchange.view.orderByClientId('ann', 'more') ?? expect.fail())
    },
  },
  'the entry of a bracket is replaced': {
    before: (desk) => void desk.submit('ann', BRACKET),
    meanwhile: (desk) => replaceOldest(desk, 'ann'),
  },
  'a bracket of liquidity is replaced, and its orders are forgotten': {
    before: (desk) => void desk.submit('flow', BRACKET),
    meanwhile(desk) {
      replaceOldest(desk, 'flow')
      desk.execute({ type: 'CancelAllOrders', accountId: 'flow' })
    },
  },
}

test.each(Object.entries(CASES))(
  'what is read of a snapshot later is what was then: %s',
  (_, { options, before, meanwhile }) => {
    const desk = openDesk(options)
    before(desk)
    const then = JSON.stringify(desk.exchange.snapshot())
    const parts = desk.exchange.snapshotParts()
    meanwhile(desk)
    expect(JSON.stringify(joinParts(parts))).toBe(then)
    expect(JSON.stringify(desk.exchange.snapshot())).not.toBe(then)
  },
)

test('a snapshot that nobody reads to its end leaves the exchange as it was', () => {
  const desk = openDesk()
  desk.limit('flow', 'sell', 5, 10_000)
  desk.limit('ann', 'buy', 5, 10_000)
  const parts = desk.exchange.snapshotParts()
  for (const [kind] of parts) if (kind === 'exchange') break
  desk.exchange.snapshotParts().end()
  bust(desk, 'ann')
  const after = JSON.stringify(desk.exchange.snapshot())
  expect(JSON.stringify(joinParts(desk.exchange.snapshotParts()))).toBe(after)
})
