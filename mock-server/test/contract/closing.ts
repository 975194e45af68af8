import { expect, test } from 'vitest'
import { call, submit } from './client.ts'
import type { Served } from './transports.ts'

const BUY = { type: 'market', limitPrice: undefined }

/** Part of the REST suite: what every transport must answer when positions are closed. */
export function closingTests(at: () => Served): void {
  test('a position is closed by quantity, by percent and whole; a repetition finds its order', async () => {
    await submit(at(), BUY)
    at().broker.market.setQuote('AAPL', { bidPrice: '189.00', askPrice: '190.01', bidQuantity: '300' })
    const close = (body: object) => call(at(), 'POST /v1/positions/AAPL/close', { body })
    const part = await close({ clientOrderId: 'close-1', quantity: '3' })
    expect(part.status).toBe(201)
    expect(part.json).toMatchObject({ side: 'sell', type: 'market', status: 'filled', filledQuantity: '3' })
    expect((await close({ clientOrderId: 'close-2', percent: '50' })).json).toMatchObject({ quantity: '3' })
    expect((await close({ clientOrderId: 'close-3' })).json).toMatchObject({
      quantity: '4',
      status: 'filled',
    })
    const again = await close({ clientOrderId: 'close-2', percent: '50.0' })
    expect([again.status, again.json.quantity, again.headers.get('idempotent-replayed')]).toEqual([
      200,
      '3',
      'true',
    ])
    const other = await close({ clientOrderId: 'close-2', percent: '51' })
    expect([other.status, other.json.code]).toEqual([422, 'client-order-id-reused'])
    const gone = await close({ clientOrderId: 'close-4' })
    expect([gone.status, gone.json.code]).toEqual([404, 'unknown-position'])
  })

  test('what cannot be closed is refused, recorded where it was an order', async () => {
    await submit(at(), BUY)
    const close = (body: object, symbol = 'AAPL') =>
      call(at(), `POST /v1/positions/${symbol}/close`, { body: { clientOrderId: 'close-1', ...body } })
    expect((await close({}, 'NONE')).json.code).toBe('unknown-symbol')
    expect((await close({ quantity: '1', percent: '1' })).json.errors[0].pointer).toBe('/percent')
    expect((await close({ percent: '100.01' })).json.errors[0].pointer).toBe('/percent')
    const dust = await close({ percent: '1' })
    expect([dust.json.code, dust.json.errors[0].pointer]).toEqual(['invalid-request', '/percent'])
    await submit(at(), { side: 'sell', limitPrice: '300.00' })
    const held = await close({ clientOrderId: 'held' })
    expect([held.status, held.json.code]).toEqual([422, 'insufficient-position'])
    const odd = await close({ clientOrderId: 'odd', quantity: '1.5' })
    expect([odd.status, odd.json.code]).toEqual([422, 'invalid-lot'])
  })

  test('all positions are closed with an outcome each, and none twice under one prefix', async () => {
    at().broker.market.setQuote('MSFT', { bidPrice: '400.00', askPrice: '400.10', bidQuantity: '300' })
    await submit(at(), BUY)
    await submit(at(), { ...BUY, symbol: 'MSFT', quantity: '2' })
    await submit(at(), { side: 'sell', symbol: 'MSFT', quantity: '1', limitPrice: '900.00' })
    const closeAll = () =>
      call(at(), 'POST /v1/positions/close-all', { body: { clientOrderIdPrefix: 'evening' } })
    const first = await closeAll()
    expect(first.json.data).toMatchObject([
      {
        symbol: 'AAPL',
        clientOrderId: 'evening-AAPL',
        outcome: 'submitted',
        order: { filledQuantity: '10' },
      },
      { symbol: 'MSFT', outcome: 'rejected', error: { code: 'insufficient-position' } },
    ])
    await submit(at(), { ...BUY, quantity: '5' })
    const again = await closeAll()
    expect(again.json.data.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'repeated',
      'repeated',
    ])
    expect((await call(at(), 'GET /v1/positions/AAPL')).json.quantity).toBe('5')
    await submit(at(), { clientOrderId: 'night-AAPL' })
    const taken = await call(at(), 'POST /v1/positions/close-all', { body: { clientOrderIdPrefix: 'night' } })
    expect(taken.json.data[0]).toMatchObject({
      outcome: 'not-submitted',
      order: null,
      error: { code: 'client-order-id-reused' },
    })
  })
}
