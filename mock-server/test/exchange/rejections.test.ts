import { describe, expect, test } from 'vitest'
import type { ExchangeEvent, Rejection } from '../../src/exchange/events.ts'
import type { OrderTerms } from '../../src/exchange/orders/order.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { FEES, ONE, openDesk } from './support/builders.ts'

function rejectionOf(events: readonly ExchangeEvent[]): Rejection | undefined {
  const [event] = events
  return event?.type === 'OrderRejected' || event?.type === 'CommandRejected' ? event.rejection : undefined
}

describe('pre-trade checks', () => {
  const cases: readonly (readonly [string, Partial<OrderTerms>, Partial<Rejection>])[] = [
    [
      'an unknown symbol',
      { symbol: 'NONE', limitPriceTicks: 1 },
      { code: 'unknown-symbol', pointer: '/symbol', detail: 'No instrument has the symbol NONE.' },
    ],
    [
      'a price above the maximum',
      { limitPriceTicks: 10_000_001 },
      {
        code: 'price-out-of-bounds',
        pointer: '/limitPrice',
        suggestion: '100000.00',
        detail: 'Limit price 100000.01 is not within 0.01 to 100000.00 for XYZ.',
      },
    ],
    ['a price of zero', { limitPriceTicks: 0 }, { code: 'price-out-of-bounds', suggestion: '0.01' }],
    [
      'a limit order without a price',
      { type: 'limit' },
      { code: 'price-out-of-bounds', detail: 'No limit price is not within 0.01 to 100000.00 for XYZ.' },
    ],
    [
      'a quantity above the maximum',
      { limitPriceTicks: 1, quantityLots: 1_000_001 },
      { code: 'quantity-out-of-bounds', pointer: '/quantity', suggestion: '1000000' },
    ],
    ['a quantity of zero', { quantityLots: 0 }, { code: 'quantity-out-of-bounds', suggestion: '1' }],
    [
      'a buy beyond the buying power',
      { limitPriceTicks: 10_000, quantityLots: 101 },
      {
        code: 'insufficient-buying-power',
        pointer: '/quantity',
        suggestion: '100',
        detail: 'Buying 101 XYZ at 100.00 needs 10100.00 USD; 10000.00 USD is available.',
      },
    ],
    [
      'a sale beyond the position',
      { side: 'sell', limitPriceTicks: 10_000, quantityLots: 201 },
      {
        code: 'insufficient-position',
        pointer: '/quantity',
        suggestion: '200',
        detail: 'Selling 201 XYZ takes as many of the position; 200 is available, 0 is held by open orders.',
      },
    ],
  ]

  test.each(cases)('%s is refused and recorded', (_name, terms, rejection) => {
    const desk = openDesk()
    const events = desk.submit('ann', terms)
    expect(events).toMatchObject([
      { type: 'OrderRejected', order: { status: 'rejected', remainingLots: 0 }, rejection },
    ])
    const order = desk.orderOf(events)
    expect(order.reason).toBe(rejection.code)
    expect(desk.exchange.view.rejection(order.orderNumber)).toMatchObject(rejection)
    expect([...desk.exchange.view.orders('ann')]).toEqual([order])
  })

  test.each([{ quantityLots: 1.5 }, { limitPriceTicks: 0.5 }, { quantityLots: 2 ** 53 }])(
    '%j is no order at all',
    (terms) => {
      const desk = openDesk()
      expect(desk.submit('ann', terms)).toMatchObject([
        { type: 'CommandRejected', rejection: { code: 'invalid-request' } },
      ])
      expect([...desk.exchange.view.orders('ann')]).toEqual([])
    },
  )

  const bracket = {
    limitPriceTicks: 10_000,
    orderClass: 'bracket',
    takeProfit: { clientOrderId: 'profit', limitPriceTicks: 9_900 },
    stopLoss: { clientOrderId: 'loss', stopPriceTicks: 9_800 },
  } as const
  const oco = {
    side: 'sell',
    limitPriceTicks: 10_100,
    orderClass: 'oco',
    stopLoss: { clientOrderId: 'loss', stopPriceTicks: 10_050 },
  } as const

  const named: readonly (readonly [string, string, Partial<OrderTerms>])[] = [
    [
      '/notional',
      'Buying 150 XYZ at the market needs 15000.00 USD; 10000.00 USD is available.',
      { quantityLots: 0, notional: 15_000n * ONE },
    ],
    [
      '/quantity',
      'Selling 201 XYZ would do more than make the position smaller; a reduce-only order may sell at most 200 now.',
      { side: 'sell', quantityLots: 201, reduceOnly: true },
    ],
    ['/takeProfit/limitPrice', 'The take-profit, 99.00, must lie above the limit price, 100.00.', bracket],
    ['/stopLoss/stopPrice', 'The stop 100.50 is reached already: the last price is 100.00.', oco],
    [
      '/timeInForce',
      'XYZ has no auction for an order that is opg; day and gtc orders trade without one.',
      { timeInForce: 'opg' },
    ],
  ]

  test.each(named)('the field %s and the numbers are named: %s', (pointer, detail, terms) => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 200, 10_000)
    desk.print(1, 10_000)
    expect(rejectionOf(desk.submit('ann', terms))).toMatchObject({ pointer, detail })
  })

  test('what cannot wait for the next session is told when that begins', () => {
    const desk = openDesk({ calendar: xnys })
    desk.advance(8 * 3_600_000_000)
    expect(rejectionOf(desk.submit('ann', { limitPriceTicks: 10_000, timeInForce: 'ioc' }))?.detail).toBe(
      'An order that is ioc is not taken while XYZ is in phase postMarket; the next session begins at 2026-11-24T14:30:00.000000Z.',
    )
  })

  test('a symbol that is halted, and its resting orders may be canceled', () => {
    const desk = openDesk()
    const resting = desk.limit('ann', 'buy', 1, 10_000)
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    expect(rejectionOf(desk.submit('ann', {}))).toMatchObject({
      code: 'symbol-halted',
      detail: 'XYZ is halted: news.',
    })
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: resting.orderNumber })
    expect(desk.order(resting)).toMatchObject({ status: 'canceled', reason: 'canceled-by-user' })
    desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ' })
    expect(desk.limit('ann', 'buy', 1, 10_000).status).toBe('new')
  })

  test('a closed account: its orders are canceled, new ones refused, withdrawals go on', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'buy', 1, 10_000)
    desk.execute({ type: 'CloseAccount', accountId: 'ann' })
    expect(desk.order(order)).toMatchObject({ status: 'canceled', reason: 'account-closed' })
    expect(rejectionOf(desk.submit('ann', {}))?.code).toBe('account-closed')
    const pay = (amount: bigint) => desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount })
    expect(rejectionOf(pay(ONE))?.code).toBe('account-closed')
    expect(rejectionOf(pay(-ONE))).toBeUndefined()
    expect(rejectionOf(desk.execute({ type: 'CloseAccount', accountId: 'ann' }))?.code).toBe('account-closed')
  })

  test('a market buy is checked against what it would pay, fee included', () => {
    const desk = openDesk({ fees: FEES })
    desk.limit('bob', 'sell', 60, 10_000)
    desk.limit('cid', 'sell', 60, 12_000)
    const rejection = rejectionOf(desk.submit('ann', { quantityLots: 100 }))
    expect(rejection).toMatchObject({
      code: 'insufficient-buying-power',
      detail: 'Buying 100 XYZ at the market needs 10803.24 USD; 10000.00 USD is available.',
      suggestion: '93',
    })
    expect(desk.market('ann', 'buy', 93).status).toBe('filled')
  })

  test('a market buy in a thin book pays only for what is there', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 60, 10_000)
    expect(desk.market('ann', 'buy', 5_000)).toMatchObject({ filledLots: 60, reason: 'no-liquidity' })
  })

  test.each([
    [
      'unknown-account',
      { type: 'SubmitOrder', accountId: 'nobody', terms: { quantityLots: 1 } as OrderTerms },
    ],
    ['unknown-account', { type: 'CancelAllOrders', accountId: 'nobody' }],
    ['unknown-account', { type: 'CloseAccount', accountId: 'nobody' }],
    ['unknown-account', { type: 'Deposit', accountId: 'nobody', asset: 'USD', amount: 1n }],
    ['unknown-order', { type: 'CancelOrder', accountId: 'ann', orderNumber: 99 }],
    [
      'insufficient-buying-power',
      { type: 'Deposit', accountId: 'ann', asset: 'USD', amount: -10_001n * ONE },
    ],
    [
      'insufficient-position',
      { type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: -201 },
    ],
    ['unknown-symbol', { type: 'DepositPosition', accountId: 'ann', symbol: 'NONE', quantityLots: 1 }],
    [
      'quantity-out-of-bounds',
      { type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: 0.5 },
    ],
    ['invalid-request', { type: 'Deposit', accountId: 'ann', asset: 'USD', amount: 10n ** 15n * ONE }],
    ['invalid-request', { type: 'Deposit', accountId: 'ann', asset: 'dollars', amount: 1n }],
    [
      'quantity-out-of-bounds',
      { type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: 10 ** 10 },
    ],
    ['unknown-symbol', { type: 'HaltSymbol', symbol: 'NONE', reason: 'x' }],
    ['unknown-symbol', { type: 'ResumeSymbol', symbol: 'NONE' }],
    ['invalid-request', { type: 'AdvanceTo', time: 1 }],
    [
      'invalid-request',
      { type: 'OpenAccount', accountId: 'ann', kind: 'customer', name: '', currency: 'USD' },
    ],
  ] as const)('%s answers a command that cannot be carried out: $1.type', (code, command) => {
    expect(rejectionOf(openDesk().execute(command))?.code).toBe(code)
  })

  test('cancelling twice is refused with the order as it stands', () => {
    const desk = openDesk()
    const { orderNumber } = desk.limit('ann', 'buy', 1, 10_000)
    const cancel = () => desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber })
    cancel()
    expect(cancel()).toMatchObject([
      { type: 'CommandRejected', rejection: { code: 'order-not-open' }, order: { status: 'canceled' } },
    ])
  })
})

describe('client order ids', () => {
  const terms = { clientOrderId: 'mine', quantityLots: 5, limitPriceTicks: 10_000 } as const

  test('the same request again is answered with its order, whatever became of it', () => {
    const desk = openDesk()
    const order = desk.orderOf(desk.submit('ann', terms))
    expect(desk.submit('ann', terms)).toEqual([{ type: 'OrderRepeated', time: order.createdAt, order }])
    desk.execute({ type: 'CancelAllOrders', accountId: 'ann' })
    expect(desk.submit('ann', terms)).toMatchObject([
      { type: 'OrderRepeated', order: { status: 'canceled' } },
    ])
  })

  test('a refused request again is answered with the same refusal', () => {
    const desk = openDesk()
    const big = { ...terms, quantityLots: 1_000 }
    const [first] = desk.submit('ann', big)
    expect(desk.submit('ann', big)).toMatchObject([
      { type: 'OrderRepeated', order: { status: 'rejected' }, rejection: rejectionOf(first ? [first] : []) },
    ])
  })

  test('another request is refused and changes nothing', () => {
    const desk = openDesk()
    const order = desk.orderOf(desk.submit('ann', terms))
    expect(desk.submit('ann', { ...terms, quantityLots: 6 })).toMatchObject([
      { type: 'CommandRejected', rejection: { code: 'client-order-id-reused' }, order },
    ])
    expect([...desk.exchange.view.orders('ann')]).toEqual([order])
  })

  test('the fingerprint decides where one is given', () => {
    const desk = openDesk()
    const submit = (fingerprint: string) =>
      desk.execute({
        type: 'SubmitOrder',
        accountId: 'ann',
        fingerprint,
        terms: { symbol: 'XYZ', side: 'buy', type: 'limit', timeInForce: 'gtc', ...terms },
      })
    submit('one')
    expect(submit('one')).toMatchObject([{ type: 'OrderRepeated' }])
    expect(submit('two')).toMatchObject([{ rejection: { code: 'client-order-id-reused' } }])
  })

  test('two accounts may use the same id', () => {
    const desk = openDesk()
    expect(desk.orderOf(desk.submit('ann', terms)).status).toBe('new')
    expect(desk.orderOf(desk.submit('bob', terms)).status).toBe('new')
  })

  test('an open order’s id is remembered for ever, a finished one’s for 7 days', () => {
    const desk = openDesk()
    const day = 86_400_000_000
    const open = desk.orderOf(desk.submit('ann', { ...terms, clientOrderId: 'open' }))
    const done = desk.orderOf(desk.submit('ann', { ...terms, clientOrderId: 'done' }))
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: done.orderNumber })
    desk.advance(7 * day)
    desk.market('ann', 'buy', 1)
    expect(desk.exchange.view.orderByClientId('ann', 'done')?.status).toBe('canceled')
    desk.advance(30 * day)
    desk.market('ann', 'buy', 1)
    expect(desk.exchange.view.orderByClientId('ann', 'done')).toBeUndefined()
    expect(desk.exchange.view.order(done.orderNumber)).toBeUndefined()
    expect(desk.exchange.view.orderByClientId('ann', 'open')).toBe(open)
    expect([...desk.exchange.view.orders('ann')].map((order) => order.terms.clientOrderId)).toContain('open')
  })

  test('at the bound the order that finished first is forgotten early', () => {
    const desk = openDesk({ retention: { finishedOrders: 100 } })
    const first = desk.market('ann', 'buy', 1)
    for (let count = 0; count < 99; count += 1) desk.market('ann', 'buy', 1)
    expect(desk.exchange.view.order(first.orderNumber)).toBeDefined()
    desk.market('ann', 'buy', 1)
    expect(desk.exchange.view.order(first.orderNumber)).toBeUndefined()
    expect([...desk.exchange.view.orders('ann')]).toHaveLength(100)
  })

  test('finished orders of liquidity accounts are forgotten at once', () => {
    const desk = openDesk()
    const order = desk.market('flow', 'buy', 1)
    expect(desk.exchange.view.order(order.orderNumber)).toBeUndefined()
    expect([...desk.exchange.view.orders('flow')]).toEqual([])
  })
})
