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
