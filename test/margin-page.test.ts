import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMockBroker, type MockBroker } from '@openbourse/mock-server'
import { createClient } from '@openbourse/sdk'
import { afterEach, expect, test } from 'vitest'

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'margin.md'), 'utf8')
const MINUTE_MS = 60_000

let broker: MockBroker
afterEach(() => broker.close())

/** An account with 10,000 that may borrow, and a market that stands where it is set. */
function open() {
  broker = createMockBroker({
    symbols: ['AAPL'],
    clock: { start: '2026-11-23T15:00:00Z', speed: 0 },
    accounts: [{ key: 'mk_demo', accountId: 'acc_demo', type: 'margin', cash: '10000.00' }],
  })
  const { fetch, WebSocket, baseUrl } = broker
  const credentials = { apiKey: 'mk_demo' }
  const client = createClient({ environment: 'mock', credentials, baseUrl, fetch, WebSocket })
  const at = (bidPrice: string, askPrice: string, price: string) => {
    broker.market.setQuote('AAPL', { bidPrice, bidQuantity: '1000', askPrice, askQuantity: '1000' })
    broker.market.printTrade('AAPL', { price, quantity: '1' })
  }
  const trade = (clientOrderId: string, side: 'buy' | 'sell', quantity: string) =>
    client.orders.submit({
      clientOrderId,
      symbol: 'AAPL',
      side,
      type: 'market',
      timeInForce: 'day',
      quantity,
    })
  const row = async (name: string, of: 'longMarketValue' | 'shortMarketValue') => {
    const { equity, buyingPower, margin } = await client.accounts.get('acc_demo')
    if (margin === undefined) throw new Error('acc_demo has no margin account')
    const { initialMargin, maintenanceMargin, intradayExcess } = margin
    const cells = [name, equity, margin[of], initialMargin, maintenanceMargin, intradayExcess, buyingPower]
    return `| ${cells.join(' | ')} |`
  }
  return { client, at, trade, row }
}

test('the page of margin accounts: a position on credit, its call, and what the broker sells', async () => {
  const { client, at, trade, row } = open()
  at('99.99', '100.00', '100.00')
  expect(page).toContain(await row('at first', 'longMarketValue'))
  await trade('one', 'buy', '300')
  expect(page).toContain(await row('300 bought', 'longMarketValue'))
  at('88.00', '88.01', '88.00')
  await broker.clock.advance(MINUTE_MS)
  expect(page).toContain(await row('at 88.00', 'longMarketValue'))
  const called = await client.accounts.get('acc_demo')
  expect(called.margin?.marginCall).toMatchObject({ deficiency: '200.00', liquidating: false })
  await broker.clock.advance(16 * MINUTE_MS)
  expect(page).toContain(await row('36 sold', 'longMarketValue'))
  expect((await client.accounts.get('acc_demo')).margin?.marginCall).toBeNull()
})

test('the page of margin accounts: a short position and its cover', async () => {
  const { client, at, trade, row } = open()
  at('100.00', '100.01', '100.00')
  const preview = await client.orders.preview({
    clientOrderId: 'before',
    symbol: 'AAPL',
    side: 'sell',
    type: 'market',
    timeInForce: 'day',
    quantity: '100',
  })
  expect(preview).toMatchObject({ accepted: true, initialMargin: '5151.00', borrowQuantity: '100' })
  await trade('one', 'sell', '100')
  expect(page).toContain(await row('100 short', 'shortMarketValue'))
  at('89.99', '90.00', '90.00')
  expect(page).toContain(await row('at 90.00', 'shortMarketValue'))
  await trade('two', 'buy', '100')
  expect(page).toContain(await row('covered', 'shortMarketValue'))
})

test('the page of margin accounts: what is kept beyond the day, its call, and what the broker sells', async () => {
  const { client, at, trade, row } = open()
  const callNow = async () => (await client.accounts.get('acc_demo')).margin?.initialCall
  at('99.99', '100.00', '100.00')
  await trade('one', 'buy', '300')
  at('100.00', '100.01', '100.00')
  expect(await callNow()).toBeUndefined()
  await broker.clock.advance(14 * 60 * MINUTE_MS)
  expect(page).toContain(await row('300 kept', 'longMarketValue'))
  expect(await callNow()).toEqual({
    calledAt: '2026-11-24T05:00:00.000000Z',
    dueAt: '2026-11-28T05:00:00.000000Z',
    liquidating: false,
    amount: '5000.00',
  })
  await broker.clock.advance(4 * 24 * 60 * MINUTE_MS)
  expect(page).toContain(await row('110 sold', 'longMarketValue'))
  expect(await callNow()).toBeUndefined()
})
