import { describe, expect, test } from 'vitest'
import type { OrderTerms } from '../../src/exchange/orders/order.ts'
import { ONE, openDesk, START, stock } from './support/builders.ts'

const MINUTE = 60_000_000

describe('post-only', () => {
  test.each([
    ['buy', 10_010, '100.09'],
    ['buy', 10_020, '100.09'],
    ['sell', 10_000, '100.01'],
  ] as const)(
    'a %s at %d that would trade is refused with the price that rests',
    (side, limit, suggestion) => {
      const desk = openDesk()
      desk.limit('bob', 'buy', 5, 10_000)
      desk.limit('bob', 'sell', 5, 10_010)
      const events = desk.submit('ann', { side, limitPriceTicks: limit, postOnly: true, quantityLots: 5 })
      expect(events).toMatchObject([
        {
          type: 'OrderRejected',
          rejection: { code: 'post-only-would-trade', pointer: '/limitPrice', suggestion },
        },
      ])
      const next = { side, limitPriceTicks: Number(suggestion) * 100, postOnly: true, quantityLots: 5 }
      expect(desk.orderOf(desk.submit('ann', next)).status).toBe('new')
    },
  )

  test('a replacement that would trade is refused, and the order stays', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 5, 10_010)
    const order = desk.orderOf(desk.submit('ann', { limitPriceTicks: 10_000, postOnly: true }))
    expect(desk.replace(order, { limitPriceTicks: 10_010 })).toMatchObject([
      { rejection: { code: 'post-only-would-trade' } },
    ])
    expect(desk.order(order).status).toBe('new')
  })
})

describe('fill-or-kill', () => {
  test.each([
    ['limit', 10_010, 10, 'filled', 10],
    ['limit', 10_000, 10, 'canceled', 0],
    ['market', undefined, 20, 'filled', 20],
    ['market', undefined, 21, 'canceled', 0],
  ] as const)(
    'a %s order at %s for %d ends %s',
    (type, limitPriceTicks, quantityLots, status, filledLots) => {
      const desk = openDesk()
      desk.limit('bob', 'sell', 5, 10_000)
      desk.limit('cid', 'sell', 15, 10_010)
      const before = desk.balance('ann')
      const terms: Partial<OrderTerms> = { type, timeInForce: 'fok', quantityLots }
      const events = desk.submit('ann', limitPriceTicks === undefined ? terms : { ...terms, limitPriceTicks })
      expect(desk.orderOf(events)).toMatchObject({ status, filledLots, remainingLots: 0 })
      if (status === 'canceled') {
        expect(desk.orderOf(events).reason).toBe('fok-unfilled')
        expect(desk.balance('ann')).toEqual(before)
        expect(desk.levels('sell')).toEqual([
          [10_000, 5],
          [10_010, 15],
        ])
      }
    },
  )

  test('a preview of one that would be killed tells that nothing trades', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 5, 10_000)
    const terms = { clientOrderId: 'p', symbol: 'XYZ', side: 'buy', type: 'limit' } as const
    const fok = { ...terms, timeInForce: 'fok', quantityLots: 6, limitPriceTicks: 10_000 } as const
    expect(desk.exchange.view.preview('ann', fok)).toMatchObject({ immediateLots: 0, rejections: [] })
    expect(desk.exchange.view.preview('ann', { ...fok, quantityLots: 5 })).toMatchObject({ immediateLots: 5 })
  })
})

describe('gtd', () => {
  const gtd = (expiresAt: number) => ({ timeInForce: 'gtd', limitPriceTicks: 9_000, expiresAt }) as const

  test('orders end at their own instants, in any order of entry, and release what they held', () => {
    const desk = openDesk()
    const late = desk.orderOf(desk.submit('ann', gtd(START + 3 * MINUTE)))
    const early = desk.orderOf(desk.submit('ann', gtd(START + MINUTE)))
    const middle = desk.orderOf(desk.submit('ann', gtd(START + 2 * MINUTE)))
    expect(desk.exchange.nextDue()).toBe(START + MINUTE)
    const events = desk.advance(2 * MINUTE)
    expect(events.filter(({ type }) => type === 'OrderExpired')).toMatchObject([
      { time: START + MINUTE, order: { orderNumber: early.orderNumber, reason: 'expired-gtd' } },
      { time: START + 2 * MINUTE, order: { orderNumber: middle.orderNumber } },
    ])
    expect(desk.order(late).status).toBe('new')
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: late.orderNumber })
    expect(desk.exchange.nextDue()).toBeUndefined()
    expect(desk.balance('ann').held).toBe(0n)
  })

  test('an end that is not ahead is refused', () => {
    const desk = openDesk()
    const [event] = desk.submit('ann', gtd(START))
    expect(event).toMatchObject({
      rejection: {
        code: 'expiry-passed',
        pointer: '/expiresAt',
        detail: 'The order would end at 2026-11-23T14:30:00.000000Z; it is 2026-11-23T14:30:00.000000Z.',
      },
    })
    expect(desk.orderOf(desk.submit('ann', gtd(START + 1))).status).toBe('new')
  })

  test('a replacement takes a new end, and one that becomes gtc loses it', () => {
    const desk = openDesk()
    let order = desk.orderOf(desk.submit('ann', gtd(START + MINUTE)))
    order = desk.orderOf(desk.replace(order, { expiresAt: START + 2 * MINUTE }))
    expect(desk.exchange.nextDue()).toBe(START + 2 * MINUTE)
    order = desk.orderOf(desk.replace(order, { timeInForce: 'gtc' }))
    expect(order.terms).not.toHaveProperty('expiresAt')
    expect(desk.exchange.nextDue()).toBeUndefined()
    order = desk.orderOf(desk.replace(order, { timeInForce: 'gtd', expiresAt: START + MINUTE }))
    desk.advance(MINUTE)
    expect(desk.order(order).status).toBe('expired')
  })
})

describe('reduce-only', () => {
  test.each([
    ['buy', 1, undefined],
    ['sell', 201, '200'],
  ] as const)('a %s of %d that would not only reduce is refused', (side, quantityLots, suggestion) => {
    const desk = openDesk()
    const [event] = desk.submit('ann', { side, quantityLots, limitPriceTicks: 10_000, reduceOnly: true })
    expect(event).toMatchObject({ rejection: { code: 'would-increase-position', pointer: '/quantity' } })
    if (suggestion !== undefined) expect(event).toMatchObject({ rejection: { suggestion } })
  })

  test('a sale of what is owned and not promised yet is taken', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 150, 10_000)
    const reduce = (quantityLots: number) =>
      desk.orderOf(
        desk.submit('ann', { side: 'sell', quantityLots, limitPriceTicks: 10_000, reduceOnly: true }),
      )
    expect(reduce(51).status).toBe('rejected')
    expect(reduce(50).status).toBe('new')
  })
})

describe('orders by notional', () => {
  const notional = (amount: bigint, side: 'buy' | 'sell' = 'buy') =>
    ({ side, quantityLots: 0, notional: amount, timeInForce: 'day' }) as const

  test('buy whole lots for at most the amount, deeper into the book as it goes', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 3, 10_000)
    desk.limit('bob', 'sell', 9, 11_000)
    expect(desk.orderOf(desk.submit('ann', notional(600n * ONE)))).toMatchObject({
      status: 'filled',
      filledLots: 5,
      filledValue: 520n * ONE,
      terms: { quantityLots: 5 },
    })
  })

  test('sell for at most the amount, more lots where the price falls', () => {
    const desk = openDesk()
    desk.limit('bob', 'buy', 3, 10_000)
    desk.limit('bob', 'buy', 9, 5_000)
    const order = desk.orderOf(desk.submit('ann', notional(600n * ONE, 'sell')))
    expect(order).toMatchObject({ status: 'filled', filledLots: 9, filledValue: 600n * ONE })
  })

  test('a book that ends before the amount cancels the rest', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 3, 10_000)
    const order = desk.orderOf(desk.submit('ann', notional(600n * ONE)))
    expect(order).toMatchObject({ status: 'canceled', reason: 'no-liquidity', filledLots: 3 })
    expect(desk.orderOf(desk.submit('ann', notional(600n * ONE)))).toMatchObject({
      status: 'canceled',
      filledLots: 0,
    })
  })

  test('less than the smallest order costs is refused, with what would do', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 3, 10_000)
    const [event] = desk.submit('ann', notional(99n * ONE))
    expect(event).toMatchObject({
      rejection: { code: 'notional-too-small', pointer: '/notional', suggestion: '100.00' },
    })
    expect(desk.orderOf(desk.submit('ann', notional(100n * ONE))).filledLots).toBe(1)
  })

  test('more than the largest order is refused', () => {
    const desk = openDesk()
    desk.execute({
      type: 'ListInstrument',
      instrument: stock({ symbol: 'TINY', maximumQuantityLots: 10 }),
    })
    const maker = { symbol: 'TINY', side: 'sell', limitPriceTicks: 1 } as const
    for (let count = 0; count < 3; count += 1) desk.submit('flow', { ...maker, quantityLots: 10 })
    const [event] = desk.submit('ann', { ...notional(ONE), symbol: 'TINY' })
    expect(event).toMatchObject({ rejection: { code: 'quantity-out-of-bounds', pointer: '/notional' } })
  })

  test('the same id and amount again is the same order, another amount is refused', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 30, 10_000)
    const again = { ...notional(300n * ONE), clientOrderId: 'mine' }
    const { orderNumber } = desk.orderOf(desk.submit('ann', again))
    expect(desk.submit('ann', again)).toMatchObject([{ type: 'OrderRepeated', order: { orderNumber } }])
    expect(desk.submit('ann', { ...again, notional: ONE })).toMatchObject([
      { rejection: { code: 'client-order-id-reused' } },
    ])
  })
})
