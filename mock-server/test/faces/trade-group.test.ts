import { expect, test } from 'vitest'
import { createMockBroker } from '../../src/index.ts'

const ACCOUNTS = [
  { key: 'mk_one', accountId: 'acc_one', tradeGroup: 'family' },
  { key: 'mk_two', accountId: 'acc_two', tradeGroup: 'family' },
] as const

test('accounts of a group transfer what they are kept from trading, and their activities say so', async () => {
  const broker = createMockBroker({ clock: 'paused', accounts: ACCOUNTS, symbols: ['AAPL'] })
  const call = async (key: string, target: string, body?: object) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    return (await broker.fetch(`${broker.baseUrl}${target}`, init)).json()
  }
  const order = { symbol: 'AAPL', type: 'limit', timeInForce: 'gtc', selfTradePrevention: 'transfer' }
  broker.market.setQuote('AAPL', { bidPrice: '180.00', askPrice: '200.00' })
  await call('mk_one', '/v1/orders', {
    ...order,
    clientOrderId: 'a',
    side: 'buy',
    quantity: '3',
    limitPrice: '190.00',
  })
  await call('mk_two', '/v1/orders', {
    clientOrderId: 'b',
    symbol: 'AAPL',
    type: 'market',
    timeInForce: 'day',
    side: 'buy',
    quantity: '2',
  })
  const sale = { ...order, clientOrderId: 'c', side: 'sell', quantity: '2', limitPrice: '190.00' }
  const sold = await call('mk_two', '/v1/orders', sale)
  expect(sold).toMatchObject({ status: 'canceled', filledQuantity: '0', preventedQuantity: '2' })
  const bought = await call('mk_one', '/v1/orders/by-client-id/a')
  expect(bought).toMatchObject({ status: 'new', remainingQuantity: '1', preventedQuantity: '2' })
  const moved = { type: 'transfer', asset: 'USD', symbol: 'AAPL' }
  const [taken] = (await call('mk_one', '/v1/accounts/acc_one/activities')).data
  expect(taken).toMatchObject({ ...moved, amount: '-380.00', quantity: '2', orderId: bought.orderId })
  const [given] = (await call('mk_two', '/v1/accounts/acc_two/activities')).data
  expect(given).toMatchObject({ ...moved, amount: '380.00', quantity: '-2', orderId: sold.orderId })
  expect((await call('mk_one', '/v1/fills')).data).toEqual([])
  await broker.close()
})

test('a group has a name', () => {
  const accounts = [{ ...ACCOUNTS[0], tradeGroup: '' }] as const
  expect(() => createMockBroker({ accounts })).toThrow(/tradeGroup of acc_one is a name/)
})
