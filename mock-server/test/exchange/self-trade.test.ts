import { describe, expect, test } from 'vitest'
import type { SelfTradePrevention } from '../../src/exchange/orders/order.ts'
import { FEES, ONE, openCustomer, openDesk } from './support/builders.ts'

const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type)

/** Ann's sale stands between two others; then she buys over all three. */
function meet(selfTradePrevention: SelfTradePrevention | undefined, lots: number, own = 10) {
  const desk = openDesk()
  desk.limit('bob', 'sell', 5, 10_000)
  const resting = desk.limit('ann', 'sell', own, 10_000)
  desk.limit('cid', 'sell', 5, 10_010)
  const mode = selfTradePrevention === undefined ? {} : { selfTradePrevention }
  const terms = { side: 'buy', quantityLots: lots, limitPriceTicks: 10_010, ...mode } as const
  const preview = desk.exchange.view.preview('ann', {
    clientOrderId: 'preview',
    symbol: 'XYZ',
    type: 'limit',
    timeInForce: 'gtc',
    ...terms,
  })
  const events = desk.submit('ann', terms)
  return { desk, resting: desk.order(resting), incoming: desk.orderOf(events), events, preview }
}

describe('self-trade prevention', () => {
  test.each([
    ['allow', 'filled', 20, 0, 'filled', 10, 0],
    ['cancelIncoming', 'canceled', 5, 0, 'new', 0, 10],
    ['cancelResting', 'partiallyFilled', 10, 10, 'canceled', 0, 0],
    ['cancelBoth', 'canceled', 5, 0, 'canceled', 0, 0],
    ['decrement', 'filled', 10, 0, 'canceled', 0, 0],
    ['transfer', 'filled', 10, 0, 'canceled', 0, 0],
  ] as const)('%s: the incoming order is %s, the resting one what its mode says', (mode, ...expected) => {
    const { desk, resting, incoming, preview } = meet(mode, 20)
    const seen = [incoming, resting].flatMap((order) => [order.status, order.filledLots, order.remainingLots])
    expect(seen).toEqual(expected)
    for (const order of [incoming, resting]) {
      if (order.status === 'canceled') expect(order.reason).toBe('self-trade-prevented')
    }
    const taken = [...desk.exchange.view.fills('ann')].filter(({ liquidity }) => liquidity === 'taker')
    expect(preview?.immediateLots).toBe(taken.reduce((sum, { quantityLots }) => sum + quantityLots, 0))
    expect(preview?.availableAfter).toBe(desk.balance('ann').available)
  })

  test.each([
    [200_000_000_000n, 10, 'partly prevented', 10, 10],
    [120_000_000_000n, 10, 'prevented to its end', 5, 7],
    [800_000_000_000n, 10, 'more than the book has', 55, 10],
  ])('decrement takes from an order by notional what the prevented lots would have cost', (...given) => {
    const [notional, own, , filledLots, preventedLots] = given
    const desk = openDesk()
    desk.limit('bob', 'sell', 5, 10_000)
    const resting = desk.limit('ann', 'sell', own, 10_000)
    desk.limit('cid', 'sell', 50, 10_000)
    const order = { quantityLots: 0, notional, timeInForce: 'day', selfTradePrevention: 'decrement' } as const
    expect(desk.orderOf(desk.submit('ann', order))).toMatchObject({ filledLots, preventedLots })
    expect(desk.order(resting).remainingLots).toBe(own - preventedLots)
  })

  test('left out, it is cancelIncoming', () => {
    const { incoming, resting, events } = meet(undefined, 20)
    expect(incoming).toMatchObject({ status: 'canceled', filledLots: 5, reason: 'self-trade-prevented' })
    expect(resting.status).toBe('new')
    expect(types(events).filter((type) => type.startsWith('Order'))).toEqual([
      'OrderAccepted',
      'OrderFilled',
      'OrderFilled',
      'OrderCanceled',
    ])
  })

  test('decrement restates the larger order and tells what was prevented', () => {
    const { desk, incoming, resting, events } = meet('decrement', 8, 10)
    expect(incoming).toMatchObject({ status: 'canceled', filledLots: 5, preventedLots: 3 })
    expect(resting).toMatchObject({ status: 'new', remainingLots: 7, preventedLots: 3, filledLots: 0 })
    expect(desk.position('ann')).toMatchObject({ held: 7 })
    expect(desk.levels('sell')).toEqual([
      [10_000, 7],
      [10_010, 5],
    ])
    expect(events.find(({ type }) => type === 'OrderRestated')).toMatchObject({
      order: { orderNumber: resting.orderNumber },
      reason: 'self-trade-prevented',
    })
    desk.market('bob', 'buy', 7)
    expect(desk.order(resting)).toMatchObject({ status: 'filled', filledLots: 7, preventedLots: 3 })
  })

  test('of equal orders decrement cancels both', () => {
    const { incoming, resting } = meet('decrement', 15, 10)
    expect([incoming.status, resting.status]).toEqual(['canceled', 'canceled'])
  })

  test('a decremented order is replaced by what it still wants', () => {
    const { desk, resting } = meet('decrement', 8, 10)
    const next = desk.orderOf(desk.replace(resting, { tags: ['x'] }))
    expect(next).toMatchObject({ terms: { quantityLots: 7 }, remainingLots: 7 })
    expect(next).not.toHaveProperty('preventedLots')
  })

  test('fill-or-kill does not count its own account’s orders, and leaves them alone', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 5, 10_000)
    const own = desk.limit('ann', 'sell', 5, 10_000)
    const terms = { timeInForce: 'fok', quantityLots: 10, limitPriceTicks: 10_000 } as const
    const killed = desk.orderOf(desk.submit('ann', { ...terms, selfTradePrevention: 'cancelResting' }))
    expect(killed).toMatchObject({ status: 'canceled', reason: 'fok-unfilled', filledLots: 0 })
    expect(desk.order(own).status).toBe('new')
    desk.limit('cid', 'sell', 5, 10_000)
    const filled = desk.orderOf(desk.submit('ann', { ...terms, selfTradePrevention: 'cancelResting' }))
    expect(filled).toMatchObject({ status: 'filled', filledLots: 10 })
    expect(desk.order(own).status).toBe('canceled')
  })

  test('orders of two accounts, and of the market’s own, are nobody’s business', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 5, 10_000)
    expect(desk.limit('ann', 'buy', 5, 10_000).status).toBe('filled')
    desk.limit('flow', 'sell', 5, 10_000)
    desk.limit('flow', 'buy', 5, 10_000)
    expect(desk.levels('sell')).toEqual([])
  })

  test('an amount goes as far as what is not its own', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 5, 10_000)
    desk.limit('bob', 'sell', 5, 20_000)
    const terms = { quantityLots: 0, notional: 40_000_000_000n, timeInForce: 'day' } as const
    const order = desk.orderOf(desk.submit('ann', { ...terms, selfTradePrevention: 'cancelResting' }))
    expect(order).toMatchObject({ status: 'filled', filledLots: 2, filledValue: 40_000_000_000n })
  })
})

/** Ann and two accounts of one group; hal pays fees by lots, first in, first out. */
function openGroup() {
  const desk = openDesk({ fees: FEES })
  for (const accountId of ['gus', 'hal'] as const) {
    const costBasis = accountId === 'hal' ? 'fifo' : undefined
    openCustomer(desk, accountId, { dollars: 2_000n, tradeGroup: 'family', costBasis })
  }
  desk.limit('bob', 'sell', 10, 9_000)
  desk.market('gus', 'buy', 10)
  return desk
}

describe('accounts of a group', () => {
  const transfer = { selfTradePrevention: 'transfer' } as const
  const sale = { side: 'sell', quantityLots: 10, limitPriceTicks: 10_000 } as const

  test('are one owner: by default the incoming order of one is canceled where it would meet the other', () => {
    const desk = openGroup()
    const resting = desk.orderOf(desk.submit('gus', sale))
    expect(desk.limit('hal', 'buy', 4, 10_000)).toMatchObject({
      status: 'canceled',
      reason: 'self-trade-prevented',
    })
    expect(desk.order(resting).status).toBe('new')
  })

  test('transfer what was prevented for its value, with profit, and with no trade, fill or fee', () => {
    const desk = openGroup()
    const resting = desk.orderOf(desk.submit('gus', { ...sale, ...transfer }))
    const before = { gus: desk.balance('gus'), hal: desk.balance('hal') }
    const buy = { clientOrderId: 'buy', side: 'buy', quantityLots: 4, limitPriceTicks: 10_010 } as const
    const preview = desk.exchange.view.preview('hal', {
      symbol: 'XYZ',
      type: 'limit',
      timeInForce: 'gtc',
      ...buy,
      ...transfer,
    })
    const events = desk.submit('hal', { ...buy, ...transfer })
    expect(types(events)).toEqual([
      'OrderAccepted',
      'OrderRestated',
      'OrderCanceled',
      'AccountChanged',
      'AccountChanged',
      'LevelChanged',
    ])
    expect(desk.order(resting)).toMatchObject({ status: 'new', remainingLots: 6, preventedLots: 4, fees: 0n })
    expect(desk.orderOf(events)).toMatchObject({ status: 'canceled', filledLots: 0, preventedLots: 4 })
    expect(desk.balance('gus').available).toBe(before.gus.available + 400n * ONE)
    expect(desk.balance('hal')).toEqual({ available: before.hal.available - 400n * ONE, held: 0n })
    expect(preview).toMatchObject({ immediateLots: 0, availableAfter: desk.balance('hal').available })
    expect(desk.position('gus')).toEqual({ available: 0, held: 6, cost: 540n * ONE, profit: 40n * ONE })
    expect(desk.position('hal')).toMatchObject({ available: 4, cost: 400n * ONE, profit: 0n })
    const [activity] = desk.exchange.view.activities('hal')
    expect(activity).toMatchObject({
      type: 'transfer',
      cash: { asset: 'USD', amount: -400n * ONE },
      stock: { symbol: 'XYZ', lots: 4 },
      orderNumber: desk.orderOf(events).orderNumber,
    })
    expect([...desk.exchange.view.fills('hal')]).toEqual([])
  })

  test.each([
    ['the resting order does not say so', {}, transfer, 'hal'],
    ['the incoming order only decrements', transfer, { selfTradePrevention: 'decrement' }, 'hal'],
    ['both are of one account', transfer, transfer, 'gus'],
  ] as const)('only decrement where %s', (_when, resting, incoming, accountId) => {
    const desk = openGroup()
    const order = desk.orderOf(desk.submit('gus', { ...sale, ...resting }))
    const cash = desk.balance(accountId).available
    const buy = { side: 'buy', quantityLots: 4, limitPriceTicks: 10_000, ...incoming } as const
    expect(desk.orderOf(desk.submit(accountId, buy))).toMatchObject({ preventedLots: 4, filledLots: 0 })
    expect(desk.order(order)).toMatchObject({ preventedLots: 4, remainingLots: 6 })
    expect(desk.balance(accountId).available).toBe(cash)
    expect(desk.position('gus')).toMatchObject({ available: 4, held: 6, profit: 0n })
  })

  test('pay at the market for what is transferred too, or the order is refused', () => {
    const desk = openGroup()
    desk.submit('gus', { ...sale, ...transfer })
    desk.limit('bob', 'sell', 20, 10_010)
    expect(desk.orderOf(desk.submit('hal', { quantityLots: 20, ...transfer }))).toMatchObject({
      status: 'rejected',
      reason: 'insufficient-buying-power',
    })
    expect(desk.orderOf(desk.submit('hal', { quantityLots: 19, ...transfer }))).toMatchObject({
      filledLots: 9,
      preventedLots: 10,
    })
    expect(desk.position('gus')).toMatchObject({ available: 0, held: 0 })
    expect(desk.position('hal')).toMatchObject({ available: 19 })
  })

  test('close by a transfer what a take-profit stood for, and its stop is for the rest', () => {
    const desk = openGroup()
    const [profit, loss] = [
      { clientOrderId: 'profit', limitPriceTicks: 10_000 },
      { clientOrderId: 'loss', stopPriceTicks: 8_000 },
    ]
    const legs = { orderClass: 'bracket', takeProfit: profit, stopLoss: loss } as const
    desk.limit('bob', 'sell', 5, 9_000)
    desk.submit('gus', { side: 'buy', quantityLots: 5, limitPriceTicks: 9_000, ...legs, ...transfer })
    desk.submit('hal', { side: 'buy', quantityLots: 2, limitPriceTicks: 10_000, ...transfer })
    const order = (id: string) => desk.exchange.view.orderByClientId('gus', id)
    expect(order('profit')).toMatchObject({ remainingLots: 3, preventedLots: 2 })
    expect(order('loss')).toMatchObject({ remainingLots: 3 })
    expect(desk.position('gus')).toMatchObject({ available: 10, held: 3 })
  })

  test('are customers: what stands for many belongs to no group', () => {
    const desk = openDesk()
    const account = { accountId: 'pool', kind: 'liquidity', name: 'pool', currency: 'USD' } as const
    expect(desk.execute({ type: 'OpenAccount', ...account, tradeGroup: 'family' })).toMatchObject([
      { type: 'CommandRejected', rejection: { code: 'invalid-request' } },
    ])
  })
})
