import { createMockBroker, type MockBroker } from '@openbourse/mock-server'
import { type Client, createClient, isOrderRejectedError } from '@openbourse/sdk'
import { expect, test } from 'vitest'
import { until } from './fast-clock.ts'

/** Sessions, auctions and halts as a program sees them. */

const base = { environment: 'mock', credentials: { apiKey: 'mk_demo' } } as const
const order = { symbol: 'AAPL', side: 'buy', quantity: '10' } as const

/** Monday, 2026-01-05; `start` is in UTC, five hours before New York. */
async function openNewYork(start: string, play: (client: Client, broker: MockBroker) => Promise<void>) {
  const broker = createMockBroker({ symbols: ['AAPL'], clock: { start, speed: 0.000001 }, calendar: 'XNYS' })
  const { fetch, WebSocket, baseUrl } = broker
  const client = createClient({ ...base, baseUrl, fetch, WebSocket })
  try {
    await play(client, broker)
  } finally {
    await client.close({ timeoutMs: 0 })
    await broker.close()
  }
}

test('the clock and the calendar tell the phases', async () => {
  await openNewYork('2026-01-05T13:00:00Z', async (client) => {
    expect(await client.market.clock()).toMatchObject({
      calendar: 'XNYS',
      phase: 'preMarket',
      nextOpen: '2026-01-05T14:30:00.000000Z',
      nextChange: '2026-01-05T14:30:00.000000Z',
    })
    const days = client.market.calendar({ from: '2026-01-05', to: '2026-01-05' })
    for await (const day of days) {
      expect(day).toMatchObject({
        preMarketOpen: '2026-01-05T09:00:00.000000Z',
        close: '2026-01-05T21:00:00.000000Z',
        postMarketClose: '2026-01-06T01:00:00.000000Z',
      })
    }
  })
})

test('an order for the open waits for its auction, one that comes too late is refused', async () => {
  await openNewYork('2026-01-05T14:27:00Z', async (client, broker) => {
    const limit = { ...order, type: 'limit', limitPrice: '9000.00' } as const
    const early = await client.orders.submit({ ...limit, timeInForce: 'opg' })
    expect(early).toMatchObject({ status: 'new', filledQuantity: '0' })
    await broker.clock.advance(90_000)
    const late = await client.orders.submit({ ...limit, timeInForce: 'opg' }).catch((error) => error)
    expect(isOrderRejectedError(late) && late.code).toBe('auction-unavailable')
    await broker.clock.advance(100_000)
    const after = await client.orders.get(early.orderId)
    expect(after.status).toBe('filled')
    const conditions: unknown[] = []
    for await (const trade of client.trades.list({ symbol: 'AAPL' })) conditions.push(trade.conditions)
    expect(conditions).toContainEqual(['opening'])
  })
})

test('a halt ends by an auction, whose indications come on the status channel', async () => {
  await openNewYork('2026-01-05T16:00:00Z', async (client, broker) => {
    broker.market.setQuote('AAPL', {
      bidPrice: '189.99',
      bidQuantity: '100',
      askPrice: '190.01',
      askQuantity: '100',
    })
    const told: unknown[] = []
    void (async () => {
      for await (const status of client.stream.status(['AAPL'])) told.push(status)
    })()
    await until(() => told.length > 0, 'the status')
    broker.market.halt('AAPL', 'news pending')
    broker.market.resume('AAPL', { auctionMs: 60_000 })
    await client.orders.submit({ ...order, type: 'market', timeInForce: 'day', quantity: '40' })
    await broker.clock.advance(2_000)
    await until(() => JSON.stringify(told.at(-1)).includes('"pairedQuantity":"40"'), 'the indication')
    expect(told.at(-1)).toMatchObject({
      phase: 'auction',
      halted: true,
      haltReason: 'news pending',
      auction: {
        kind: 'reopening',
        indicativePrice: '190.01',
        imbalanceSide: 'sell',
        imbalanceQuantity: '60',
      },
    })
    await broker.clock.advance(60_000)
    await until(() => JSON.stringify(told.at(-1)).includes('"phase":"open"'), 'the end of the halt')
    expect(told.at(-1)).toMatchObject({ halted: false, haltReason: null })
  })
})
