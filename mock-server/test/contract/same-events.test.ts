import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { call, Stream, submit } from './client.ts'
import { type Served, transports } from './transports.ts'

/** One day of commands, small: the same over every transport. */
async function trade(served: Served): Promise<void> {
  const { market, clock, account } = served.broker
  account.deposit('2500.50')
  for (let round = 0; round < 5; round += 1) {
    await submit(served, { clientOrderId: `buy-${round}`, type: 'market', limitPrice: undefined })
    await submit(served, { clientOrderId: `rest-${round}`, limitPrice: `${200 + round}.00`, symbol: 'MSFT' })
    await clock.advance(700)
    await submit(served, { clientOrderId: `other-${round}`, quantity: '3' }, { key: 'mk_other' })
  }
  market.setQuote('MSFT', { bidPrice: '201.99', askPrice: '202.00' })
  await call(served, 'DELETE /v1/orders')
  await clock.advance(300)
}

const channels = [
  'orders.acc_demo',
  'orders.acc_other',
  ...['AAPL', 'MSFT', 'BTC-USD'].flatMap((symbol) =>
    ['quotes', 'trades', 'book', 'status'].map((name) => `${name}.${symbol}`),
  ),
]

/** Every event of every channel, as the ring keeps it. */
async function eventsOf(served: Served): Promise<string[]> {
  const { epoch } = (await call(served, 'GET /v1/accounts/acc_demo/snapshot')).json.orders
  const events: string[] = []
  for (const channel of channels) {
    const key = channel === 'orders.acc_other' ? 'mk_other' : 'mk_demo'
    let cursor: string | null = null
    do {
      const page: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const target = `/v1/events?channel=${channel}&epoch=${epoch}&from=1&limit=1000${page}`
      const { json } = await call(served, `GET ${target}`, { key })
      events.push(...json.data.map((event: object) => JSON.stringify(event)))
      cursor = json.nextCursor
    } while (cursor !== null)
  }
  return events
}

test('the same seed and commands give the same events over every transport', async () => {
  const hashes = new Map<string, string>()
  for (const [name, serve] of transports) {
    const served = await serve({ seed: 46, nextEpoch: () => 'epoch-of-the-test' })
    const stream = await Stream.subscribed(served, 'orders')
    await trade(served)
    const events = await eventsOf(served)
    expect(events.length).toBeGreaterThan(100)
    expect(await stream.next('orders.acc_demo')).toMatchObject({ seq: 1 })
    hashes.set(name, createHash('sha256').update(events.join('\n')).digest('hex'))
    await served.close()
  }
  expect(new Set(hashes.values()).size, JSON.stringify([...hashes])).toBe(1)
})
