import { expect, test } from 'vitest'
import { call, Stream } from './client.ts'
import type { Served } from './transports.ts'

/** Part of the REST suite: what every transport must answer about what the market did before. */
export function marketDataTests(at: () => Served): void {
  test('earlier quotes are listed, newest first', async () => {
    const { market } = at().broker
    market.setQuote('AAPL', { bidPrice: '189.50', askPrice: '189.60' })
    const { json } = await call(at(), 'GET /v1/quotes?symbol=AAPL&limit=2')
    expect(json.data.map(({ bidPrice }: { bidPrice: string }) => bidPrice)).toEqual(['189.50', '189.99'])
    const next = await call(
      at(),
      `GET /v1/quotes?symbol=AAPL&limit=1&cursor=${encodeURIComponent(json.nextCursor)}`,
    )
    expect(next.json.data).toHaveLength(1)
    expect((await call(at(), 'GET /v1/quotes?symbol=AAPL&from=2026-01-06T00:00:00Z')).json.data).toEqual([])
  })

  test('bars are made of the prints, and are over by the clock of the world', async () => {
    const { market, clock } = at().broker
    market.printTrade('AAPL', { price: '190.00', quantity: '10' })
    market.printTrade('AAPL', { price: '190.75', quantity: '30' })
    market.printTrade('AAPL', { price: '189.50', quantity: '10' })
    const bar = {
      open: '190.00',
      high: '190.75',
      low: '189.50',
      close: '189.50',
      volume: '50',
      tradeCount: 3,
    }
    const before = await call(at(), 'GET /v1/bars?symbol=AAPL&timeframe=1m&limit=1')
    expect(before.json.data).toEqual([
      {
        ...bar,
        symbol: 'AAPL',
        timeframe: '1m',
        start: '2026-01-05T14:30:00.000000Z',
        volumeWeightedPrice: '190.35',
        final: false,
      },
    ])
    await clock.advance(60_000)
    const query = 'symbol=AAPL&timeframe=1m&to=2026-01-05T14:31:00Z&limit=1'
    const after = await call(at(), `GET /v1/bars?${query}`)
    expect(after.json.data[0]).toMatchObject({ start: '2026-01-05T14:30:00.000000Z', final: true })
    expect((await call(at(), 'GET /v1/bars?symbol=AAPL&timeframe=2m')).status).toBe(422)
  })

  test('a snapshot has quote, last trade, bar of the day and status', async () => {
    at().broker.market.printTrade('AAPL', { price: '190.00', quantity: '25' })
    const { json } = await call(at(), 'GET /v1/snapshots?symbols=AAPL')
    expect(json.data).toMatchObject([
      {
        symbol: 'AAPL',
        quote: { bidPrice: '189.99', askPrice: '190.01' },
        lastTrade: { price: '190.00', quantity: '25' },
        dayBar: { timeframe: '1d', start: '2026-01-05T00:00:00.000000Z', close: '190.00', final: false },
        status: { phase: 'open', halted: false },
      },
    ])
    expect((await call(at(), 'GET /v1/snapshots?symbols=AAPL&symbols=NONE')).json.code).toBe('unknown-symbol')
  })

  test('a stream of bars tells of each print and of the end', async () => {
    const { market, clock } = at().broker
    const stream = await Stream.subscribed(at(), 'bars.1s.AAPL')
    market.printTrade('AAPL', { price: '190.00', quantity: '10' })
    const first = await stream.next('bars.1s.AAPL')
    expect(first).toMatchObject({ seq: 1, type: 'bar', data: { close: '190.00', final: false } })
    market.halt('AAPL')
    await clock.advance(1000)
    const last = await stream.next('bars.1s.AAPL')
    expect(last).toMatchObject({ seq: 2, time: '2026-01-05T14:30:01.000000Z' })
    expect(last.data).toEqual({ ...first.data, final: true })
    const target = `/v1/events?channel=bars.1s.AAPL&epoch=${last.epoch}&from=1`
    expect((await call(at(), `GET ${target}`)).json.data).toEqual([first, last])
    await stream.close()
  })
}
