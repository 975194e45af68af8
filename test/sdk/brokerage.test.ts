import { createMockBroker } from '@openbourse/mock-server'
import { createClient } from '@openbourse/sdk'
import { expect, test } from 'vitest'

const DAY_MS = 86_400_000

/** Ten shares bought and sold on Monday, 2026-01-05, at a broker that passes the regulators' fees on. */
test('a client sees fees, what has settled, profit by lots, dividends and interest', async () => {
  const broker = createMockBroker({
    clock: 'paused',
    symbols: ['AAPL'],
    fees: 'usRetail',
    costBasis: 'fifo',
    interest: { credit: '0.036' },
  })
  const { fetch, WebSocket, baseUrl, credentials } = broker
  const client = createClient({ environment: 'mock', baseUrl, credentials, fetch, WebSocket })
  const trade = (side: 'buy' | 'sell', quantity: string) =>
    client.orders.submit({ symbol: 'AAPL', side, type: 'market', timeInForce: 'ioc', quantity })

  broker.market.setQuote('AAPL', { bidPrice: '99.99', askPrice: '100.00' })
  await trade('buy', '10')
  broker.market.setQuote('AAPL', { bidPrice: '110.00', askPrice: '110.01' })
  await trade('buy', '10')
  const preview = await client.orders.preview({
    symbol: 'AAPL',
    side: 'sell',
    type: 'market',
    timeInForce: 'ioc',
    quantity: '10',
  })
  const lots = async () => (await client.positions.get('AAPL')).lots
  const later = { quantity: '10', costBasis: '1100.10', openedOn: '2026-01-05' }
  expect(await lots()).toEqual([{ ...later, costBasis: '1000.00' }, later])
  const sale = await trade('sell', '10')
  expect(await lots()).toEqual([later])
  expect([preview.immediateFees, sale.fees]).toEqual(['0.01', '0.01'])

  const account = await client.accounts.get('acc_demo')
  expect(account).toMatchObject({
    costBasis: 'fifo',
    feeSchedules: ['usRetail'],
    goodFaithViolations: 0,
    settledCashOnlyUntil: null,
  })
  expect((await client.positions.get('AAPL')).realizedProfit).toBe('100.00')
  const [usd] = (await client.accounts.balances('acc_demo')).data
  expect([usd?.settled, usd?.unsettled]).toEqual(['97899.90', '1099.99'])

  const dividend = { type: 'cashDividend', amount: '0.50', exDate: '2026-01-07' } as const
  const id = broker.market.declareCorporateAction('AAPL', dividend)
  expect((await client.corporateActions.list({ symbol: 'AAPL' })).data).toMatchObject([
    { corporateActionId: id },
  ])
  const latest = async () => {
    const [activity] = (await client.accounts.activities('acc_demo')).data
    return [activity?.type, activity?.amount]
  }
  await broker.clock.advance(3 * DAY_MS)
  expect(await latest()).toEqual(['dividend', '5.00'])
  await broker.clock.advance(28 * DAY_MS)
  // A day of 100,000.00, then 27 of 99,004.89.
  expect(await latest()).toEqual(['interest', '277.31'])
  expect((await client.accounts.balances('acc_demo')).data[0]?.unsettled).toBe('0.00')
  await client.close()
  await broker.close()
})
