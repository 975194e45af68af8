import { routes } from '@openbourse/spec'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { accountTests } from './accounts.ts'
import { call, calledOperations, orderTerms, submit } from './client.ts'
import { closingTests } from './closing.ts'
import { marketDataTests } from './market-data.ts'
import { referenceTests } from './reference.ts'
import { type Served, transports } from './transports.ts'
import { watchlistTests } from './watchlists.ts'
import { webhookTests } from './webhooks.ts'

describe.each(transports)('REST over %s', (_name, serve) => {
  let served: Served

  beforeEach(async () => {
    served ??= await serve()
    await served.broker.reset()
    served.broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01', askQuantity: '300' })
  })
  afterAll(() => served.close())

  test('status, time, limits and documents need no key', async () => {
    const status = await call(served, 'GET /v1/status', { key: null })
    expect(status.json).toMatchObject({ status: 'ok', environment: 'mock' })
    expect((await call(served, 'GET /v1/time', { key: null })).json.world).toBe('2026-01-05T14:30:00.000000Z')
    expect((await call(served, 'GET /v1/limits', { key: null })).status).toBe(200)
    expect((await call(served, 'GET /openapi.json', { key: null })).json.openapi).toMatch(/^3\.1/)
    expect((await call(served, 'GET /asyncapi.json', { key: null })).json.asyncapi).toMatch(/^3\.0/)
  })

  test('the demo world has twelve instruments, all two-sided', async () => {
    const { json } = await call(served, 'GET /v1/instruments')
    expect(json.data).toHaveLength(12)
    const symbols = json.data.map((instrument: { symbol: string }) => instrument.symbol)
    expect(symbols).toEqual(expect.arrayContaining(['AAPL', 'BRK.B']))
    expect((await call(served, 'GET /v1/instruments/BRK.B')).json.symbol).toBe('BRK.B')
    const query = symbols.map((symbol: string) => `symbols=${symbol}`).join('&')
    const quotes = await call(served, `GET /v1/quotes/latest?${query}`)
    expect(quotes.json.data.map((quote: { symbol: string }) => quote.symbol)).toEqual(symbols)
    for (const quote of quotes.json.data) {
      expect(Number(quote.bidPrice)).toBeGreaterThan(0)
      expect(Number(quote.askPrice)).toBeGreaterThan(Number(quote.bidPrice))
    }
  })

  test('quote, book and trades show the market', async () => {
    const { json } = await call(served, 'GET /v1/quotes/latest?symbols=AAPL')
    expect(json.data[0]).toMatchObject({ bidPrice: '189.99', askPrice: '190.01', askQuantity: '300' })
    const book = await call(served, 'GET /v1/order-books/AAPL?depth=5')
    expect(book.json.asks).toEqual([{ price: '190.01', quantity: '300' }])
    served.broker.market.printTrade('AAPL', { price: '190.00', quantity: '25' })
    const trades = await call(served, 'GET /v1/trades?symbol=AAPL&limit=1')
    expect(trades.json.data[0]).toMatchObject({ price: '190.00', quantity: '25' })
  })

  test('a market order fills and shows in order, fills, position and balance', async () => {
    const { status, json: order } = await submit(served, { type: 'market', limitPrice: undefined })
    expect(status).toBe(201)
    expect(order).toMatchObject({ status: 'filled', filledQuantity: '10', filledValue: '1900.10' })
    expect((await call(served, `GET /v1/orders/${order.orderId}`)).json).toEqual(order)
    expect((await call(served, `GET /v1/orders/by-client-id/${order.clientOrderId}`)).json).toEqual(order)
    const fills = await call(served, 'GET /v1/fills')
    expect(fills.json.data).toMatchObject([{ orderId: order.orderId, price: '190.01', quantity: '10' }])
    const positions = await call(served, 'GET /v1/positions')
    expect(positions.json.data).toMatchObject([{ symbol: 'AAPL', quantity: '10', costBasis: '1900.10' }])
    expect((await call(served, 'GET /v1/accounts')).json.data).toMatchObject([{ accountId: 'acc_demo' }])
    const account = await call(served, 'GET /v1/accounts/acc_demo')
    expect(account.json.cash).toBe('98099.90')
  })

  test('a resting order is listed, held for, canceled, and released', async () => {
    const { json: order } = await submit(served)
    expect(order.status).toBe('new')
    const snapshot = await call(served, 'GET /v1/accounts/acc_demo/snapshot')
    expect(snapshot.json.openOrders).toMatchObject([{ orderId: order.orderId }])
    expect(snapshot.json.balances).toMatchObject([{ asset: 'USD', available: '99000.00', held: '1000.00' }])
    expect((await call(served, 'GET /v1/orders')).json.data).toHaveLength(1)
    const canceled = await call(served, `DELETE /v1/orders/${order.orderId}`)
    expect(canceled.json).toMatchObject({ status: 'canceled', reason: 'canceled-by-user' })
    const again = await call(served, `DELETE /v1/orders/by-client-id/${order.clientOrderId}`)
    expect([again.status, again.json.code]).toEqual([409, 'order-not-open'])
  })

  test('cancelAllOrders answers for each order', async () => {
    await submit(served)
    await submit(served, { limitPrice: '101.00' })
    const { json } = await call(served, 'DELETE /v1/orders')
    expect(json.data.map((item: { outcome: string }) => item.outcome)).toEqual(['canceled', 'canceled'])
  })

  test('a preview tells what the order then does, and does nothing', async () => {
    const body = orderTerms({ limitPrice: '190.01', quantity: '400' })
    const preview = await call(served, 'POST /v1/orders/preview', { body })
    expect(preview.json).toMatchObject({
      accepted: true,
      immediateQuantity: '300',
      buyingPowerAfter: '23996.00',
    })
    expect((await call(served, 'GET /v1/orders')).json.data).toEqual([])
    await call(served, 'POST /v1/orders', { body })
    expect((await call(served, 'GET /v1/accounts/acc_demo')).json.buyingPower).toBe('23996.00')
    const refused = await call(served, 'POST /v1/orders/preview', {
      body: orderTerms({ symbol: 'ZZZ', clientOrderId: body.clientOrderId }),
    })
    const codes = refused.json.rejections.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(['client-order-id-reused', 'unknown-symbol'])
  })

  test('an order is replaced in one step, by either id, and told in the order events', async () => {
    const { json: first } = await submit(served, { clientOrderId: 'first' })
    const change = { clientOrderId: 'second', limitPrice: '101.00' }
    const second = await call(served, `PATCH /v1/orders/${first.orderId}`, { body: change })
    expect(second.status).toBe(201)
    expect(second.json).toMatchObject({ status: 'new', replaces: first.orderId, limitPrice: '101.00' })
    const repeated = await call(served, `PATCH /v1/orders/${first.orderId}`, { body: change })
    expect([repeated.status, repeated.headers.get('idempotent-replayed')]).toEqual([200, 'true'])
    const third = await call(served, 'PATCH /v1/orders/by-client-id/second', {
      body: { clientOrderId: 'third', limitPrice: '190.01', quantity: '20' },
    })
    expect(third.json).toMatchObject({ status: 'filled', filledQuantity: '20' })
    const late = await call(served, 'PATCH /v1/orders/by-client-id/second', {
      body: { clientOrderId: 'fourth', quantity: '30' },
    })
    expect([late.status, late.json.code]).toEqual([409, 'order-not-open'])
    const { epoch } = (await call(served, 'GET /v1/accounts/acc_demo/snapshot')).json.orders
    const { json } = await call(served, `GET /v1/events?channel=orders.acc_demo&epoch=${epoch}&from=1`)
    expect(json.data.map(({ type }: { type: string }) => type)).toEqual([
      'orderAccepted',
      'orderReplaced',
      'orderAccepted',
      'orderReplaced',
      'orderAccepted',
      'orderFilled',
    ])
    expect(json.data[3].data.order).toMatchObject({ status: 'replaced', replacedBy: third.json.orderId })
  })

  test('a refused replacement leaves the open order as it was', async () => {
    const { json: open } = await submit(served)
    const body = { clientOrderId: `${open.clientOrderId}-2`, quantity: '100000' }
    const refused = await call(served, `PATCH /v1/orders/${open.orderId}`, { body })
    expect([refused.status, refused.json.code, refused.json.processed]).toEqual([
      422,
      'insufficient-buying-power',
      'yes',
    ])
    expect((await call(served, `GET /v1/orders/${open.orderId}`)).json).toEqual(open)
  })

  test('without a sign of life every order is canceled, by the market’s clock', async () => {
    const { json: order } = await submit(served)
    const path = 'PUT /v1/orders/cancel-all-after'
    const set = await call(served, path, { body: { timeoutMs: 5_000 } })
    expect(set.json).toEqual({ timeoutMs: 5_000, cancelAt: '2026-01-05T14:30:05.000000Z' })
    await served.broker.clock.advance(5_000)
    const canceled = await call(served, `GET /v1/orders/${order.orderId}`)
    expect(canceled.json).toMatchObject({ status: 'canceled', reason: 'cancel-all-after' })
    expect((await call(served, path, { body: { timeoutMs: 0 } })).json.cancelAt).toBeNull()
    expect((await call(served, path, { body: { timeoutMs: 10 } })).status).toBe(422)
  })

  test('the same client order id and payload is the same order, another payload is refused', async () => {
    const first = await submit(served, { clientOrderId: 'once' })
    const again = await submit(served, { clientOrderId: 'once' })
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true'])
    expect(again.json.orderId).toBe(first.json.orderId)
    const other = await submit(served, { clientOrderId: 'once', quantity: '11' })
    expect([other.status, other.json.code]).toEqual([422, 'client-order-id-reused'])
  })

  test('a refused order is recorded as rejected', async () => {
    const { status, json } = await submit(served, { quantity: '100000', limitPrice: '189.00' })
    expect([status, json.code, json.processed]).toEqual([422, 'insufficient-buying-power', 'yes'])
    expect((await call(served, `GET /v1/orders/${json.orderId}`)).json.status).toBe('rejected')
  })

  test('pages go on by their cursor', async () => {
    for (const limitPrice of ['90.00', '91.00', '92.00']) await submit(served, { limitPrice })
    const first = await call(served, 'GET /v1/orders?limit=2')
    const cursor = encodeURIComponent(first.json.nextCursor)
    const second = await call(served, `GET /v1/orders?limit=2&cursor=${cursor}`)
    const prices = [...first.json.data, ...second.json.data].map(({ limitPrice }) => limitPrice)
    expect(prices).toEqual(['92.00', '91.00', '90.00'])
    expect(second.json.nextCursor).toBeNull()
  })

  test('one account never sees another', async () => {
    const { json: order } = await submit(served)
    const sent = { key: 'mk_other' }
    expect((await call(served, `GET /v1/orders/${order.orderId}`, sent)).json.code).toBe('unknown-order')
    expect((await call(served, `DELETE /v1/orders/${order.orderId}`, sent)).status).toBe(404)
    expect((await call(served, 'GET /v1/accounts/acc_demo', sent)).json.code).toBe('unknown-account')
    expect((await call(served, 'GET /v1/orders', sent)).json.data).toEqual([])
  })

  test('events are listed under the numbers that streams give them', async () => {
    const { json: order } = await submit(served)
    const { epoch } = (await call(served, 'GET /v1/accounts/acc_demo/snapshot')).json.orders
    const { json } = await call(served, `GET /v1/events?channel=orders.acc_demo&epoch=${epoch}&from=1`)
    expect(json.data).toMatchObject([{ channel: 'orders.acc_demo', seq: 1, type: 'orderAccepted' }])
    expect(json.data[0].data.order).toEqual(order)
    const stream = await call(served, 'HEAD /v1/events/stream?channels=orders')
    expect(stream.headers.get('x-orders-position')).toBe(`${epoch}:1`)
  })

  referenceTests(() => served)
  marketDataTests(() => served)
  accountTests(() => served)
  closingTests(() => served)
  watchlistTests(() => served)
  webhookTests(() => served)

  test('tokens of a key open what the key opens', async () => {
    const { keyId: clientId, secret: clientSecret } = served.broker.demoCredentials.hmac
    const token = await call(served, 'POST /v1/oauth/token', {
      key: null,
      body: `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    const sent = { key: token.json.access_token }
    expect((await call(served, 'GET /v1/accounts', sent)).json.data).toMatchObject([
      { accountId: 'acc_demo' },
    ])
    expect((await call(served, 'POST /v1/stream-tokens', sent)).status).toBe(201)
  })

  test('the tests above called every operation of the contract', () => {
    expect(Object.keys(routes).filter((operationId) => !calledOperations(served).has(operationId))).toEqual(
      [],
    )
  })
})
