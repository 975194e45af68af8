import { expect, test } from 'vitest'
import { createExchange } from '../../src/exchange/create-exchange.ts'
import { stockInstrument } from '../../src/market/demo-instruments.ts'

function openExchange() {
  const exchange = createExchange()
  for (const symbol of ['AAPL', 'MSFT'])
    exchange.execute({ type: 'ListInstrument', instrument: stockInstrument(symbol) })
  exchange.execute({
    type: 'OpenAccount',
    accountId: 'acc_1',
    kind: 'customer',
    name: 'One',
    currency: 'USD',
  })
  for (const symbol of ['AAPL', 'MSFT'])
    exchange.execute({ type: 'DepositPosition', accountId: 'acc_1', symbol, quantityLots: 10 })
  return { exchange, read: () => exchange.view.account('acc_1')?.positions ?? [] }
}

test('positions that did not change are the same when they are read again', () => {
  const { read } = openExchange()
  expect(read()).toHaveLength(2)
  expect(read()).toBe(read())
})

test('a position that changed is a new one, the others are not, and what was read before stays', () => {
  const { exchange, read } = openExchange()
  const before = read()
  exchange.execute({ type: 'DepositPosition', accountId: 'acc_1', symbol: 'MSFT', quantityLots: 5 })
  const after = read()
  expect(after[0]).toBe(before[0])
  expect(after.map(({ availableLots }) => availableLots)).toEqual([10, 15])
  expect(before.map(({ availableLots }) => availableLots)).toEqual([10, 10])
})

test('a position whose price moved is a new one', () => {
  const { exchange, read } = openExchange()
  const before = read()
  exchange.execute({ type: 'OpenAccount', accountId: 'lp', kind: 'liquidity', name: 'LP', currency: 'USD' })
  exchange.execute({
    type: 'SubmitOrder',
    accountId: 'lp',
    terms: {
      clientOrderId: 'bid',
      symbol: 'AAPL',
      side: 'buy',
      type: 'limit',
      timeInForce: 'gtc',
      quantityLots: 1,
      limitPriceTicks: 10_000,
    },
  })
  expect(before[0]?.valueTicks).toBeNull()
  expect(read()[0]?.valueTicks).toBe(10_000)
  expect(read()[1]).toBe(before[1])
})
