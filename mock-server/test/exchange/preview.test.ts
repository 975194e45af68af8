import { expect, test } from 'vitest'
import { stateHash } from '../../src/exchange/canonical.ts'
import type { OrderTerms } from '../../src/exchange/orders/order.ts'
import { FEES, ONE, openDesk } from './support/builders.ts'

const terms: OrderTerms = {
  clientOrderId: 'p1',
  symbol: 'XYZ',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  quantityLots: 10,
  limitPriceTicks: 10_000,
}

test('a preview tells what trades at once, its fees, and what the rest holds', () => {
  const desk = openDesk({ fees: FEES })
  desk.limit('bob', 'sell', 4, 9_900)
  const before = stateHash(desk.exchange)
  const preview = desk.exchange.view.preview('ann', terms)
  expect(preview).toEqual({
    rejections: [],
    asset: 'USD',
    immediateLots: 4,
    immediateValue: 396n * ONE,
    immediateFees: 11_880_000n,
    restingFees: 6_000_000n,
    available: 10_000n * ONE,
    needed: 1_000n * ONE + 30_000_000n,
    availableAfter: 10_000n * ONE - 396n * ONE - 11_880_000n - 600n * ONE - 18_000_000n,
  })
  expect(stateHash(desk.exchange)).toBe(before)
})

test('every reason to refuse is told, in the order of the checks', () => {
  const desk = openDesk()
  desk.submit('ann', { clientOrderId: 'p1', limitPriceTicks: 1 })
  desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
  desk.execute({ type: 'CloseAccount', accountId: 'ann' })
  const codes = (change: Partial<OrderTerms>) =>
    desk.exchange.view.preview('ann', { ...terms, ...change })?.rejections.map(({ code }) => code)
  expect(codes({ quantityLots: 2_000_000, limitPriceTicks: 20_000_000 })).toEqual([
    'client-order-id-reused',
    'account-closed',
    'symbol-halted',
    'price-out-of-bounds',
    'quantity-out-of-bounds',
    'insufficient-buying-power',
  ])
  expect(codes({ clientOrderId: 'p2', side: 'sell', quantityLots: 300 })).toEqual([
    'account-closed',
    'symbol-halted',
    'insufficient-position',
  ])
  const asWritten = { quantity: '1.5', limitPrice: '1.005' }
  expect(codes({ clientOrderId: 'p2', quantityLots: 0, limitPriceTicks: 0, asWritten })).toEqual([
    'account-closed',
    'symbol-halted',
    'invalid-lot',
    'invalid-tick',
  ])
  expect(codes({ clientOrderId: 'p2', symbol: 'ABC' })).toEqual(['account-closed', 'unknown-symbol'])
})

test('an unknown account has no preview', () => {
  expect(openDesk().exchange.view.preview('nobody', terms)).toBeUndefined()
})

const profit = { clientOrderId: 'p2', limitPriceTicks: 11_000 }
const loss = { clientOrderId: 'p3', stopPriceTicks: 9_000 }
const dear = { ...loss, stopPriceTicks: 10_500 }
const capped = { ...dear, limitPriceTicks: 10_600 }
const bracket = { orderClass: 'bracket', takeProfit: profit, stopLoss: loss } as const
const cheap = { ...profit, limitPriceTicks: 9_500 }
const short = { side: 'sell', orderClass: 'bracket', takeProfit: cheap, stopLoss: capped } as const
const shortOne = { side: 'sell', orderClass: 'oto', stopLoss: dear } as const
const closing = { side: 'sell', orderClass: 'oco', limitPriceTicks: 11_000, stopLoss: loss } as const
const covering = { orderClass: 'oco', limitPriceTicks: 9_900, stopLoss: capped } as const

test.each([
  ['stock of a bracket that buys, once', bracket, 10, 0n],
  ['stock of one leg', { orderClass: 'oto', stopLoss: loss }, 10, 0n],
  ['money of the dearer leg that buys back', short, 0, 1_060n],
  ['money of a stop at its stop price', shortOne, 0, 1_050n],
  ['stock of the order and its leg', closing, 10, 0n],
  ['money of the dearer of the order and its leg', covering, 0, 1_060n],
] as const)('a preview tells what legs will hold, and they do: %s', (_what, change, lots, value) => {
  const desk = openDesk({ fees: FEES })
  const order: OrderTerms = { ...terms, ...change }
  const legs = desk.exchange.view.preview('ann', order)?.legs
  expect(legs).toEqual({ lots, buyingPower: (value * ONE * 10_003n) / 10_000n })
  const parent = desk.orderOf(desk.submit('ann', order))
  if (order.orderClass !== 'oco') desk.limit('bob', order.side === 'buy' ? 'sell' : 'buy', 10, 10_000)
  expect(desk.order(parent).status).toBe(order.orderClass === 'oco' ? 'new' : 'filled')
  expect([desk.position('ann').held, desk.balance('ann').held]).toEqual([legs?.lots, legs?.buyingPower])
})

test('what legs of a margin account close wants nothing, and what they open again does', () => {
  const desk = openDesk({}, ['ann'])
  const legs = (change: Partial<OrderTerms>) =>
    desk.exchange.view.preview('ann', { ...terms, ...change })?.legs
  desk.print(1, 10_000)
  expect(legs(bracket)).toEqual({ lots: 0, buyingPower: 0n })
  // Ann owns 200: her legs buy back what she sold of them, and the stop-loss would pay the more.
  expect(legs(short)).toEqual({ lots: 0, buyingPower: 1_060n * ONE })
  const orderMargin = () => desk.exchange.view.account('ann')?.margin?.orderMargin
  const parent = desk.orderOf(desk.submit('ann', { ...terms, ...short }))
  desk.limit('bob', 'buy', 10, 10_000)
  expect(desk.order(parent).status).toBe('filled')
  expect(orderMargin()).toBe(530n * ONE)
  expect(legs({ side: 'sell' })).toBeUndefined()
})
