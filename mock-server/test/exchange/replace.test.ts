import { describe, expect, test } from 'vitest'
import { FEES, ONE, openDesk } from './support/builders.ts'

const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type)

describe('replacing an order', () => {
  test('the old order ends replaced, the new one goes on with what was filled; two events with the next numbers', () => {
    const desk = openDesk()
    const old = desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 4)
    const events = desk.replace(old, { quantityLots: 20, limitPriceTicks: 10_010 }, 'second')
    expect(types(events)).toEqual([
      'OrderReplaced',
      'OrderAccepted',
      'AccountChanged',
      'LevelChanged',
      'LevelChanged',
    ])
    const next = desk.orderOf(events)
    expect(desk.order(old)).toMatchObject({
      status: 'replaced',
      replacedBy: next.orderNumber,
      remainingLots: 0,
      filledLots: 4,
      updatedSeq: 3,
    })
    expect(next).toMatchObject({
      status: 'partiallyFilled',
      replaces: old.orderNumber,
      filledLots: 4,
      remainingLots: 16,
      filledValue: 400n * ONE,
      updatedSeq: 4,
      terms: { clientOrderId: 'second', quantityLots: 20, limitPriceTicks: 10_010, side: 'sell' },
    })
    expect(desk.position('ann')).toMatchObject({ available: 180, held: 16 })
    desk.market('bob', 'buy', 16)
    expect(desk.order(next)).toMatchObject({ status: 'filled', filledLots: 20 })
  })

  test('less at the same price keeps the place in the queue', () => {
    const desk = openDesk()
    const first = desk.limit('ann', 'sell', 10, 10_000)
    const second = desk.limit('cid', 'sell', 10, 10_000)
    const next = desk.orderOf(desk.replace(first, { quantityLots: 6 }))
    desk.market('bob', 'buy', 8)
    expect(desk.order(next)).toMatchObject({ status: 'filled', filledLots: 6 })
    expect(desk.order(second)).toMatchObject({ filledLots: 2 })
    const again = desk.orderOf(desk.replace(second, { quantityLots: 9, limitPriceTicks: 10_000 }))
    expect(desk.order(again).remainingLots).toBe(7)
  })

  test.each([
    ['more', { quantityLots: 11 }],
    ['another time in force', { timeInForce: 'day' as const }],
    ['another price and back', { limitPriceTicks: 10_001 }],
  ])('%s goes to the back of the queue', (_what, change) => {
    const desk = openDesk()
    let first = desk.limit('ann', 'sell', 10, 10_000)
    const second = desk.limit('cid', 'sell', 10, 10_000)
    first = desk.orderOf(desk.replace(first, change))
    if ('limitPriceTicks' in change) first = desk.orderOf(desk.replace(first, { limitPriceTicks: 10_000 }))
    desk.market('bob', 'buy', 10)
    expect(desk.order(second).status).toBe('filled')
    expect(desk.order(first).filledLots).toBe(0)
  })

  test('a price that crosses trades at once as taker, and what is left rests', () => {
    const desk = openDesk({ fees: FEES })
    desk.limit('bob', 'sell', 4, 10_000)
    const old = desk.limit('ann', 'buy', 10, 9_900)
    const next = desk.orderOf(desk.replace(old, { limitPriceTicks: 10_005 }))
    expect(next).toMatchObject({ status: 'partiallyFilled', filledLots: 4, filledValue: 400n * ONE })
    expect([...desk.exchange.view.fills('ann')]).toMatchObject([{ liquidity: 'taker', priceTicks: 10_000 }])
    expect(desk.levels('buy')).toEqual([[10_005, 6]])
    const held = 60_030_000_000n + (60_030_000_000n * 3n) / 10_000n
    expect(desk.balance('ann').held).toBe(held)
  })

  test('an immediate-or-cancel replacement trades or ends', () => {
    const desk = openDesk()
    const old = desk.limit('ann', 'buy', 10, 9_900)
    const next = desk.orderOf(desk.replace(old, { timeInForce: 'ioc' }))
    expect(next).toMatchObject({ status: 'canceled', reason: 'ioc-remainder' })
    expect(desk.balance('ann').held).toBe(0n)
  })

  test.each([4, 3])(
    'down to %d when 4 are filled: filled, nothing remains, nothing is held',
    (quantityLots) => {
      const desk = openDesk()
      const old = desk.submit('ann', {
        side: 'sell',
        quantityLots: 10,
        limitPriceTicks: 10_000,
        timeInForce: 'day',
      })
      desk.market('bob', 'buy', 4)
      const next = desk.orderOf(desk.replace(desk.orderOf(old), { quantityLots }))
      expect(next).toMatchObject({
        status: 'filled',
        filledLots: 4,
        remainingLots: 0,
        terms: { quantityLots: 4 },
      })
      expect(desk.levels('sell')).toEqual([])
      expect(desk.position('ann')).toMatchObject({ available: 196, held: 0 })
      expect([...desk.exchange.view.openOrders('ann')]).toEqual([])
      desk.advance(2 * 86_400_000_000)
      expect(desk.order(next).status).toBe('filled')
    },
  )

  test('the money and stock of the old order count for the new one', () => {
    const desk = openDesk()
    const buy = desk.limit('ann', 'buy', 100, 10_000)
    expect(desk.balance('ann').available).toBe(0n)
    expect(desk.orderOf(desk.replace(buy, { quantityLots: 50, limitPriceTicks: 20_000 })).status).toBe('new')
    const sell = desk.limit('bob', 'sell', 200, 30_000)
    expect(desk.orderOf(desk.replace(sell, { limitPriceTicks: 31_000 })).status).toBe('new')
    expect(desk.position('bob')).toMatchObject({ available: 0, held: 200 })
  })

  test.each([
    ['insufficient-buying-power', 'buy', { quantityLots: 101 }, '/quantity', '100'],
    ['insufficient-position', 'sell', { quantityLots: 201 }, '/quantity', '200'],
    ['price-out-of-bounds', 'buy', { limitPriceTicks: 0 }, '/limitPrice', '0.01'],
    ['quantity-out-of-bounds', 'sell', { quantityLots: 1_000_001 }, '/quantity', '1000000'],
    [
      'invalid-tick',
      'buy',
      { limitPriceTicks: 0, asWritten: { quantity: '10', limitPrice: '1.005' } },
      '/limitPrice',
      '1.01',
    ],
  ] as const)('refused for %s, the open order is as it was', (code, side, change, pointer, suggestion) => {
    const desk = openDesk()
    const old = desk.limit('ann', side, 10, 10_000)
    const before = [desk.order(old), desk.balance('ann'), desk.position('ann'), desk.levels(side)]
    const events = desk.replace(old, change, 'refused')
    expect(types(events)).toEqual(['OrderRejected'])
    expect(events[0]).toMatchObject({ rejection: { code, pointer, suggestion } })
    expect([desk.order(old), desk.balance('ann'), desk.position('ann'), desk.levels(side)]).toEqual(before)
    expect(desk.exchange.view.orderByClientId('ann', 'refused')).toMatchObject({
      status: 'rejected',
      reason: code,
    })
    expect(desk.exchange.view.orderByClientId('ann', 'refused')?.replaces).toBeUndefined()
  })

  test('not while the symbol is halted', () => {
    const desk = openDesk()
    const old = desk.limit('ann', 'buy', 10, 10_000)
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    expect(desk.replace(old, { quantityLots: 5 })[0]).toMatchObject({ rejection: { code: 'symbol-halted' } })
    expect(desk.order(old).status).toBe('new')
  })

  test('an order that has ended, is unknown or is another account’s is not replaced, and nothing is recorded', () => {
    const desk = openDesk()
    const old = desk.limit('ann', 'buy', 10, 10_000)
    const stranger = { ...old, accountId: 'bob' }
    expect(desk.replace(stranger, { quantityLots: 5 })).toMatchObject([
      { rejection: { code: 'unknown-order' } },
    ])
    desk.replace(old, { quantityLots: 5 })
    expect(desk.replace(old, { quantityLots: 4 }, 'late')).toMatchObject([
      { type: 'CommandRejected', rejection: { code: 'order-not-open' }, order: { status: 'replaced' } },
    ])
    expect(desk.replace(old, { quantityLots: 0.5 })).toMatchObject([
      { rejection: { code: 'invalid-request' } },
    ])
    expect(desk.exchange.view.orderByClientId('ann', 'late')).toBeUndefined()
  })

  test('the same client order id and change is the same replacement, another change is refused', () => {
    const desk = openDesk()
    const old = desk.limit('ann', 'buy', 10, 10_000)
    const next = desk.orderOf(desk.replace(old, { quantityLots: 5 }, 'once'))
    expect(desk.replace(old, { quantityLots: 5 }, 'once')).toMatchObject([
      { type: 'OrderRepeated', order: { orderNumber: next.orderNumber } },
    ])
    expect(desk.replace(old, { quantityLots: 4 }, 'once')).toMatchObject([
      { type: 'CommandRejected', rejection: { code: 'client-order-id-reused' } },
    ])
    expect(desk.submit('ann', { clientOrderId: 'once', limitPriceTicks: 1 })).toMatchObject([
      { type: 'CommandRejected', rejection: { code: 'client-order-id-reused' } },
    ])
  })

  test('tags alone change nothing else', () => {
    const desk = openDesk()
    const first = desk.limit('ann', 'sell', 10, 10_000)
    desk.limit('cid', 'sell', 10, 10_000)
    const next = desk.orderOf(desk.replace(first, { tags: ['x'] }))
    expect(desk.market('bob', 'buy', 10).status).toBe('filled')
    expect(desk.order(next)).toMatchObject({ status: 'filled', terms: { tags: ['x'] } })
  })
})

describe('cancel all after', () => {
  const set = (desk: ReturnType<typeof openDesk>, accountId: string, timeout: number) =>
    desk.execute({ type: 'SetCancelAllAfter', accountId, timeout })

  test('cancels every open order of the account at its instant, once', () => {
    const desk = openDesk()
    const [own, other] = [desk.limit('ann', 'buy', 1, 9_000), desk.limit('bob', 'buy', 1, 9_000)]
    set(desk, 'ann', 5_000_000)
    const at = desk.exchange.view.time + 5_000_000
    expect(desk.exchange.view.account('ann')?.cancelAllAt).toBe(at)
    expect(desk.exchange.nextDue()).toBe(at)
    desk.advance(4_999_999)
    expect(desk.order(own).status).toBe('new')
    desk.advance(60_000_000)
    expect(desk.order(own)).toMatchObject({ status: 'canceled', reason: 'cancel-all-after', updatedAt: at })
    expect(desk.order(other).status).toBe('new')
    expect(desk.exchange.view.account('ann')?.cancelAllAt).toBeUndefined()
    expect(desk.limit('ann', 'buy', 1, 9_000).status).toBe('new')
    desk.advance(60_000_000)
    expect([...desk.exchange.view.openOrders('ann')]).toHaveLength(1)
  })

  test('setting it again starts anew, zero takes it back', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'buy', 1, 9_000)
    set(desk, 'ann', 5_000_000)
    desk.advance(4_000_000)
    set(desk, 'ann', 5_000_000)
    desk.advance(4_000_000)
    expect(desk.order(order).status).toBe('new')
    set(desk, 'ann', 0)
    desk.advance(60_000_000)
    expect(desk.order(order).status).toBe('new')
  })

  test('the earliest of several accounts is due first; a closed account has none', () => {
    const desk = openDesk()
    set(desk, 'ann', 9_000_000)
    set(desk, 'bob', 5_000_000)
    set(desk, 'cid', 7_000_000)
    const start = desk.exchange.view.time
    expect(desk.exchange.nextDue()).toBe(start + 5_000_000)
    desk.execute({ type: 'CloseAccount', accountId: 'bob' })
    expect(desk.exchange.nextDue()).toBe(start + 7_000_000)
    set(desk, 'bob', 5_000_000)
    expect(desk.exchange.view.account('bob')?.cancelAllAt).toBeUndefined()
  })

  test.each([
    ['nobody', 1, 'unknown-account'],
    ['ann', -1, 'invalid-request'],
    ['ann', 0.5, 'invalid-request'],
  ])('for %s with %d: %s', (accountId, timeout, code) => {
    expect(set(openDesk(), accountId, timeout)).toMatchObject([{ rejection: { code } }])
  })
})
