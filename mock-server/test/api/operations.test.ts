import type { OperationId } from '@openbourse/spec'
import { routes } from '@openbourse/spec'
import { afterAll, expect, test } from 'vitest'
import { basisPointFees } from '../../src/exchange/accounts/fees/basis-points.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { createBroker } from './broker.ts'

/** Every answer is checked against the contract by `call` itself; here is what it must say beyond that. */
const succeeded = new Set<OperationId>()
/** It never ends, and needs the streams that a transport has: the contract suite reads it. */
const elsewhere: readonly string[] = ['streamEvents' satisfies OperationId]

afterAll(() => {
  const missing = Object.keys(routes).filter((id) => !succeeded.has(id as OperationId))
  expect(missing.filter((id) => !elsewhere.includes(id))).toEqual([])
})

async function get(broker: ReturnType<typeof createBroker>, target: string, method = 'GET', body?: object) {
  const answer = await broker.call(method, target, body === undefined ? {} : { body })
  expect(answer.status, answer.body).toBeLessThan(300)
  if (answer.operationId !== undefined) succeeded.add(answer.operationId)
  return answer
}

test('status, time and limits need no key', async () => {
  const broker = createBroker()
  for (const target of ['/v1/status', '/v1/time', '/v1/limits', '/openapi.json', '/asyncapi.json']) {
    const answer = await broker.call('GET', target, { key: null })
    expect(answer.status).toBe(200)
    succeeded.add(answer.operationId as OperationId)
  }
  expect((await get(broker, '/v1/status')).json).toMatchObject({
    status: 'ok',
    environment: 'mock',
    epoch: 'epoch-1',
    worldTime: '2025-10-09T08:53:20.000000Z',
  })
  broker.clock.ms += 1
  expect((await get(broker, '/v1/time')).json).toEqual({
    world: '2025-10-09T08:53:20.000000Z',
    security: '2025-10-09T08:53:20.001000Z',
  })
  expect((await get(broker, '/openapi.json')).json).toMatchObject({ openapi: '3.1.0' })
})

test('tokens are given to a client with its secret, and to any key for a stream', async () => {
  const broker = createBroker()
  const answer = await broker.call('POST', '/v1/oauth/token', {
    key: null,
    body: 'grant_type=client_credentials&client_id=mk_demo_hmac&client_secret=demo-secret-of-mk_demo_hmac',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.json).toMatchObject({
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'trade read market-data',
  })
  succeeded.add('createAccessToken')
  expect((await get(broker, '/v1/stream-tokens', 'POST')).json).toMatchObject({
    token: expect.stringMatching(/^st_[0-9a-f]{48}$/),
  })
})

test('instruments are listed by symbol, and found by it', async () => {
  const broker = createBroker()
  const { json } = await get(broker, '/v1/instruments')
  expect(json.data.map(({ symbol }) => symbol)).toEqual(['AAPL', 'BRK.B', 'BTC-USD'])
  expect((await get(broker, '/v1/instruments/BRK.B')).json).toMatchObject({
    symbol: 'BRK.B',
    tickSize: '0.01',
    minimumPrice: '0.01',
    maximumQuantity: '1000000',
    fractional: false,
    status: 'active',
  })
  broker.run({ type: 'HaltSymbol', symbol: 'BRK.B', reason: 'news' })
  expect((await get(broker, '/v1/instruments/BRK.B')).json).toMatchObject({ status: 'halted' })
})

test('the market clock and the calendar follow the sessions in force', async () => {
  const broker = createBroker({}, { calendar: xnys })
  expect((await get(broker, '/v1/market/clock')).json).toEqual({
    time: '2025-10-09T08:53:20.000000Z',
    calendar: 'XNYS',
    phase: 'preMarket',
    nextOpen: '2025-10-09T13:30:00.000000Z',
    nextClose: '2025-10-09T20:00:00.000000Z',
    nextChange: '2025-10-09T13:30:00.000000Z',
  })
  broker.pass(6 * 3_600_000_000)
  expect((await get(broker, '/v1/market/clock')).json).toMatchObject({
    phase: 'open',
    nextOpen: '2025-10-10T13:30:00.000000Z',
    nextClose: '2025-10-09T20:00:00.000000Z',
  })
  const thanksgiving = '/v1/market/calendar?from=2025-11-26&to=2025-11-30'
  expect((await get(broker, thanksgiving)).json.data[1]).toMatchObject({
    preMarketOpen: '2025-11-28T09:00:00.000000Z',
    postMarketClose: '2025-11-28T22:00:00.000000Z',
  })
  expect((await get(broker, thanksgiving)).json.data.map(({ date, close }) => `${date} ${close}`)).toEqual([
    '2025-11-26 2025-11-26T21:00:00.000000Z',
    '2025-11-28 2025-11-28T18:00:00.000000Z',
  ])
  const first = await get(broker, '/v1/market/calendar?limit=2')
  const rest = await get(broker, `/v1/market/calendar?limit=1&cursor=${first.json.nextCursor}`)
  const dates = [...first.json.data, ...rest.json.data].map(({ date }) => date)
  expect(dates).toEqual(['2025-10-09', '2025-10-10', '2025-10-13'])
  for (const query of ['from=1989-12-31', 'to=2200-01-01', 'from=2025-02-29', 'from=today']) {
    expect((await broker.call('GET', `/v1/market/calendar?${query}`)).status, query).toBe(422)
  }
  expect((await get(broker, '/v1/corporate-actions')).json.data).toEqual([])
})

test('activities add up to what the account has', async () => {
  const broker = createBroker({}, { fees: basisPointFees({ makerBasisPoints: 0, takerBasisPoints: 10 }) })
  broker.quote('AAPL', 'sell', 10_000, 300)
  await broker.submit({ quantity: '10' })
  broker.pass(1_000_000)
  broker.run({ type: 'Deposit', accountId: 'acc_demo', asset: 'USD', amount: -500_000_000n })
  broker.run({ type: 'DepositPosition', accountId: 'acc_demo', symbol: 'AAPL', quantityLots: 5 })
  const target = '/v1/accounts/acc_demo/activities'
  const { json } = await get(broker, target)
  expect(json.data.map(({ type, amount, quantity }) => [type, amount, quantity])).toEqual([
    ['deposit', undefined, '5'],
    ['withdrawal', '-5.00', undefined],
    ['fee', '-1.00', undefined],
    ['fill', '-1000.00', '10'],
    ['deposit', '100000.00', undefined],
  ])
  const balances = await get(broker, '/v1/accounts/acc_demo/balances')
  expect(balances.json.data).toMatchObject([{ asset: 'USD', total: '98994.00' }])
  expect((await get(broker, '/v1/positions/AAPL')).json).toMatchObject({ quantity: '15' })
  const later = await get(broker, `${target}?from=2025-10-09T08:53:21Z`)
  expect(later.json.data).toEqual(json.data.slice(0, 2))
  const earlier = await get(broker, `${target}?to=2025-10-09T08:53:21Z&limit=2`)
  expect(earlier.json.data).toEqual(json.data.slice(2, 4))
  const last = await get(broker, `${target}?to=2025-10-09T08:53:21Z&cursor=${earlier.json.nextCursor}`)
  expect(last.json.data).toEqual(json.data.slice(4))
})

test('quotes and bars of before are found by world time, and a day without a print has no bar', async () => {
  const broker = createBroker()
  const print = (priceTicks: number, subTick: number, quantityLots: number) =>
    broker.run({
      type: 'PrintTrade',
      accountId: 'acc_maker',
      symbol: 'BTC-USD',
      priceTicks,
      subTick,
      quantityLots,
      fills: false,
      source: 'recorded',
    })
  expect((await get(broker, '/v1/snapshots?symbols=BTC-USD')).json.data).toMatchObject([
    { lastTrade: null, dayBar: null, quote: { bidPrice: null } },
  ])
  print(10_000, 500_000, 1)
  print(10_000, 0, 2)
  broker.pass(30 * 60_000_000)
  print(10_001, 0, 100_000)
  const { json } = await get(broker, '/v1/bars?symbol=BTC-USD&timeframe=15m')
  expect(json.data).toMatchObject([
    { start: '2025-10-09T09:15:00.000000Z', volume: '1.00000', final: false },
    {
      start: '2025-10-09T08:45:00.000000Z',
      open: '100.005',
      high: '100.005',
      low: '100.00',
      volume: '0.00003',
      volumeWeightedPrice: '100.00166667',
      final: true,
    },
  ])
  const first = await get(broker, '/v1/bars?symbol=BTC-USD&timeframe=1d&from=2025-10-09T00:00:00Z')
  expect(first.json.data).toMatchObject([{ open: '100.005', close: '100.01', tradeCount: 3 }])
  broker.quote('AAPL', 'buy', 9_999, 300)
  broker.pass(1_000_000)
  broker.quote('AAPL', 'buy', 10_000, 300)
  const old = await get(broker, '/v1/quotes?symbol=AAPL&to=2025-10-09T09:23:21Z')
  expect(old.json.data.map(({ bidPrice }) => bidPrice)).toEqual(['99.99'])
  expect((await broker.call('GET', '/v1/bars?symbol=NONE&timeframe=1m')).json.code).toBe('unknown-symbol')
})

test('the worth of an account is that of each interval when its last full minute came', async () => {
  const broker = createBroker()
  const target = '/v1/accounts/acc_demo/portfolio-history'
  for (let minute = 0; minute < 10; minute += 1) {
    broker.pass(60_000_000)
    broker.run({ type: 'Deposit', accountId: 'acc_demo', asset: 'USD', amount: 100_000_000n })
  }
  const { json } = await get(broker, `${target}?timeframe=5m`)
  expect(json.data.map(({ time, cash }) => [time?.slice(11, 19), cash])).toEqual([
    ['09:03:20', '100010.00'],
    ['09:03:00', '100009.00'],
    ['09:00:00', '100006.00'],
    ['08:55:00', '100001.00'],
  ])
  const first = await get(broker, `${target}?timeframe=5m&limit=2`)
  const rest = await get(broker, `${target}?timeframe=5m&limit=2&cursor=${first.json.nextCursor}`)
  expect([...first.json.data, ...rest.json.data]).toEqual(json.data)
})

test('an account is renamed by its holder, in time', async () => {
  const broker = createBroker()
  const target = '/v1/accounts/acc_demo/settings'
  const answer = await broker.call('PATCH', target, { body: { name: 'Momentum' } })
  expect([answer.status, answer.json]).toMatchObject([200, { name: 'Momentum' }])
  succeeded.add(answer.operationId as OperationId)
  const headers = { 'x-request-deadline': '2025-10-09T08:53:19Z' }
  const late = await broker.call('PATCH', target, { headers, body: { name: 'Late' } })
  expect([late.status, late.json.code]).toEqual([422, 'request-expired'])
  const reader = await broker.call('PATCH', target, { key: 'mk_reader', body: { name: 'x' } })
  expect(reader.json.code).toBe('missing-scope')
  expect((await get(broker, '/v1/accounts/acc_demo')).json).toMatchObject({ name: 'Momentum' })
})

test('the latest quotes come in the order asked, with their place in the stream', async () => {
  const broker = createBroker()
  broker.quote('AAPL', 'buy', 9_999, 300)
  broker.quote('AAPL', 'sell', 10_001, 200)
  const { json } = await get(broker, '/v1/quotes/latest?symbols=BRK.B&symbols=AAPL')
  expect(json.data).toMatchObject([
    { symbol: 'BRK.B', bidPrice: null, bidQuantity: null, askPrice: null, askQuantity: null },
    { symbol: 'AAPL', bidPrice: '99.99', bidQuantity: '300', askPrice: '100.01', askQuantity: '200' },
  ])
  expect(json.data[1]).toMatchObject({ epoch: 'epoch-1', seq: broker.world.feed.seq('quotes.AAPL') })
})

test('a book is cut to its depth, its checksum is not', async () => {
  const broker = createBroker()
  for (const offset of [0, 1, 2]) {
    broker.quote('AAPL', 'buy', 9_999 - offset, 100)
    broker.quote('AAPL', 'sell', 10_001 + offset, 100)
  }
  const whole = await get(broker, '/v1/order-books/AAPL')
  const cut = await get(broker, '/v1/order-books/AAPL?depth=1')
  expect(whole.json.bids).toHaveLength(3)
  expect(cut.json).toMatchObject({
    bids: [{ price: '99.99', quantity: '100' }],
    asks: [{ price: '100.01', quantity: '100' }],
    checksum: whole.json.checksum,
    seq: whole.json.seq,
  })
})

test('a trade shows in fills, trades, orders, positions and the account', async () => {
  const broker = createBroker()
  broker.quote('AAPL', 'sell', 10_000, 4)
  broker.pass(1_000_000)
  const order = await broker.submit({ clientOrderId: 'mine', quantity: '10', limitPrice: '100.5' })
  expect(order.status).toBe(201)
  succeeded.add('submitOrder')
  expect(order.json).toMatchObject({
    status: 'partiallyFilled',
    limitPrice: '100.50',
    filledQuantity: '4',
    filledValue: '400.00',
    averageFillPrice: '100.00',
    remainingQuantity: '6',
  })
  const { orderId } = order.json
  const [fill] = (await get(broker, `/v1/fills?orderId=${orderId}`)).json.data
  expect(fill).toMatchObject({ clientOrderId: 'mine', price: '100.00', quantity: '4', liquidity: 'taker' })
  const trades = (await get(broker, '/v1/trades?symbol=AAPL')).json.data
  expect(trades).toMatchObject([
    { tradeId: fill?.tradeId, price: '100.00', takerSide: 'buy', source: 'exchange' },
  ])
  broker.quote('AAPL', 'buy', 9_900, 4)
  expect((await get(broker, '/v1/positions')).json.data).toMatchObject([
    {
      symbol: 'AAPL',
      quantity: '4',
      averageEntryPrice: '100.00',
      marketPrice: '100.50',
      costBasis: '400.00',
    },
  ])
  expect((await get(broker, '/v1/accounts/acc_demo')).json).toMatchObject({
    cash: '99600.00',
    buyingPower: '98997.00',
    equity: '100002.00',
  })
  expect((await get(broker, `/v1/orders/${orderId}`)).json).toEqual(order.json)
  expect((await get(broker, '/v1/orders/by-client-id/mine')).json).toEqual(order.json)
  expect((await get(broker, '/v1/orders?status=open')).json.data).toEqual([order.json])
  expect((await get(broker, '/v1/orders?status=closed')).json.data).toEqual([])
  const snapshot = await get(broker, '/v1/accounts/acc_demo/snapshot')
  expect(snapshot.json).toMatchObject({
    orders: { epoch: 'epoch-1', seq: broker.world.feed.seq('orders.acc_demo') },
    openOrders: [order.json],
    balances: [{ asset: 'USD', total: '99600.00', available: '98997.00', held: '603.00' }],
  })
})

test('accounts of the key are listed, and each is chosen by accountId', async () => {
  const broker = createBroker()
  const { json } = await get(broker, '/v1/accounts')
  expect(json.data.map(({ accountId }) => accountId)).toEqual(['acc_demo', 'acc_second'])
  const answer = await broker.call('POST', '/v1/orders?accountId=acc_second', {
    body: { ...order(), clientOrderId: 'second' },
  })
  expect(answer.json).toMatchObject({ accountId: 'acc_second' })
  expect((await get(broker, '/v1/orders')).json.data).toEqual([])
  expect((await get(broker, '/v1/orders?accountId=acc_second')).json.data).toHaveLength(1)
})

test('canceling frees what the order held, once', async () => {
  const broker = createBroker()
  const first = await broker.submit({ clientOrderId: 'a' })
  await broker.submit({ clientOrderId: 'b' })
  const canceled = await get(broker, `/v1/orders/${first.json.orderId}`, 'DELETE')
  expect(canceled.json).toMatchObject({
    status: 'canceled',
    reason: 'canceled-by-user',
    remainingQuantity: '0',
  })
  expect((await get(broker, '/v1/orders/by-client-id/b', 'DELETE')).json).toMatchObject({
    status: 'canceled',
  })
  const again = await broker.call('DELETE', `/v1/orders/${first.json.orderId}`)
  expect(again).toMatchObject({ status: 409, json: { code: 'order-not-open', processed: 'no' } })
  expect((await get(broker, '/v1/accounts/acc_demo')).json).toMatchObject({ buyingPower: '100000.00' })
})

test('an order is previewed, replaced by either id, and watched over', async () => {
  const broker = createBroker()
  const preview = await get(broker, '/v1/orders/preview', 'POST', { ...order(), clientOrderId: 'p' })
  expect(preview.json).toMatchObject({ accepted: true, buyingPowerNeeded: '1000.00' })
  const first = await broker.submit({ clientOrderId: 'a' })
  const change = { clientOrderId: 'b', quantity: '5' }
  const second = await get(broker, `/v1/orders/${first.json.orderId}`, 'PATCH', change)
  expect(second.json).toMatchObject({ quantity: '5', replaces: first.json.orderId })
  const third = await get(broker, '/v1/orders/by-client-id/b', 'PATCH', { clientOrderId: 'c', quantity: '4' })
  expect(third.json).toMatchObject({ quantity: '4', replaces: second.json.orderId })
  const guard = await get(broker, '/v1/orders/cancel-all-after', 'PUT', { timeoutMs: 5_000 })
  expect(guard.json).toMatchObject({ timeoutMs: 5_000 })
})

test('watchlists are kept by account, a hundred at most', async () => {
  const broker = createBroker()
  const { json } = await get(broker, '/v1/watchlists', 'POST', { name: 'Tech', symbols: ['AAPL'] })
  const { watchlistId } = json as unknown as { watchlistId: string }
  const target = `/v1/watchlists/${watchlistId}`
  expect((await get(broker, target)).json).toMatchObject({ name: 'Tech', symbols: ['AAPL'] })
  await get(broker, target, 'PUT', { name: 'Best', symbols: ['BRK.B', 'AAPL'] })
  expect((await get(broker, '/v1/watchlists')).json.data).toMatchObject([{ name: 'Best' }])
  expect((await get(broker, target, 'DELETE')).json).toMatchObject({ name: 'Best' })
  const headers = { 'x-request-deadline': '2020-01-01T00:00:00Z' }
  const late = await broker.call('POST', '/v1/watchlists', { headers, body: { name: 'L', symbols: [] } })
  expect(late.json).toMatchObject({ code: 'request-expired' })
  for (let index = 0; index < 100; index += 1) {
    broker.world.watchlists.create('acc_demo', { name: `list ${index}`, symbols: [] }, 0)
  }
  const full = await broker.call('POST', '/v1/watchlists', { body: { name: 'one more', symbols: [] } })
  expect(full).toMatchObject({ status: 422, json: { code: 'watchlist-limit' } })
})

test('webhooks are kept by account, 16 at most; keys that only read make none', async () => {
  const broker = createBroker()
  const body = { url: 'https://example.com/hooks' }
  const { json } = await get(broker, '/v1/webhooks', 'POST', body)
  const { webhookId } = json as unknown as { webhookId: string }
  const target = `/v1/webhooks/${webhookId}`
  expect((await get(broker, target)).json).toMatchObject({ ...body, status: 'enabled', eventTypes: [] })
  await get(broker, target, 'PATCH', { eventTypes: ['orderFilled'] })
  expect((await get(broker, '/v1/webhooks')).json.data).toMatchObject([{ eventTypes: ['orderFilled'] }])
  expect((await get(broker, `${target}/test`, 'POST')).json).toMatchObject({
    eventType: 'test',
    attempts: [],
  })
  expect((await get(broker, `${target}/deliveries`)).json.data).toMatchObject([
    { webhookId, status: 'pending' },
  ])
  const second = await broker.call('GET', `${target}?accountId=acc_second`)
  expect(second).toMatchObject({ status: 404, json: { code: 'unknown-webhook' } })
  const headers = { 'x-request-deadline': '2020-01-01T00:00:00Z' }
  for (const [method, path, sent] of [
    ['POST', '/v1/webhooks', body],
    ['PATCH', target, { status: 'disabled' }],
    ['DELETE', target, undefined],
    ['POST', `${target}/test`, undefined],
  ] as const) {
    const late = await broker.call(method, path, { headers, body: sent })
    expect(late.json).toMatchObject({ code: 'request-expired' })
    const reader = await broker.call(method, path, { key: 'mk_reader', body: sent })
    expect(reader.json).toMatchObject({ code: 'missing-scope' })
  }
  expect((await get(broker, target)).json).toMatchObject({ status: 'enabled' })
  expect((await broker.call('GET', target, { key: 'mk_reader' })).status).toBe(200)
  for (let index = 0; index < 15; index += 1) await get(broker, '/v1/webhooks', 'POST', body)
  const full = await broker.call('POST', '/v1/webhooks', { body })
  expect(full).toMatchObject({ status: 422, json: { code: 'webhook-limit' } })
  expect((await get(broker, target, 'DELETE')).json).toMatchObject({ webhookId })
  await get(broker, '/v1/webhooks', 'POST', body)
})

test('positions are closed, one and all', async () => {
  const broker = createBroker()
  broker.quote('AAPL', 'sell', 10_000, 10)
  await broker.submit({ clientOrderId: 'a' })
  const one = await get(broker, '/v1/positions/AAPL/close', 'POST', { clientOrderId: 'b', percent: '33.4' })
  expect(one.json).toMatchObject({ quantity: '3', status: 'canceled', reason: 'no-liquidity' })
  const all = await get(broker, '/v1/positions/close-all', 'POST', { clientOrderIdPrefix: 'c' })
  expect(all.json.data).toMatchObject([{ symbol: 'AAPL', outcome: 'submitted' }])
})

test('cancelAllOrders with a number leaves what came after it', async () => {
  const broker = createBroker()
  const first = await broker.submit({ clientOrderId: 'a' })
  const seen = first.headers['x-orders-position']?.split(':') ?? []
  await broker.submit({ clientOrderId: 'b' })
  const target = `/v1/orders?epoch=${seen[0]}&asOfSeq=${seen[1]}`
  const some = await get(broker, target, 'DELETE')
  expect(some.json.data).toMatchObject([
    { clientOrderId: 'a', outcome: 'canceled', order: { status: 'canceled' } },
  ])
  expect((await get(broker, target, 'DELETE')).json.data).toEqual([])
  expect((await get(broker, '/v1/orders', 'DELETE')).json.data).toMatchObject([{ clientOrderId: 'b' }])
  const old = await broker.call('DELETE', '/v1/orders?epoch=before&asOfSeq=1')
  expect(old).toMatchObject({ status: 410, json: { code: 'epoch-gone' } })
  const half = await broker.call('DELETE', '/v1/orders?asOfSeq=1')
  expect(half).toMatchObject({ status: 422, json: { errors: [{ pointer: '/query/epoch' }] } })
})

test('listEvents serves the numbers of the streams, channel by channel', async () => {
  const broker = createBroker()
  const heard: object[] = []
  broker.world.feed.listen('orders.acc_demo', ({ text }) => heard.push(JSON.parse(text)))
  broker.quote('AAPL', 'sell', 10_000, 5)
  await broker.submit({ quantity: '5' })
  const range = 'epoch=epoch-1&from=1'
  const all = await get(broker, `/v1/events?channel=orders&channel=trades.AAPL&${range}`)
  expect(all.json.data).toMatchObject([
    { channel: 'orders.acc_demo', seq: 1, type: 'orderAccepted' },
    { channel: 'orders.acc_demo', seq: 2, type: 'orderFilled' },
    { channel: 'trades.AAPL', seq: 1, type: 'trade' },
  ])
  expect(all.json.data.slice(0, 2)).toEqual(heard)

  const pages: object[] = []
  let cursor = ''
  do {
    const target = `/v1/events?channel=orders&channel=trades.AAPL&${range}&limit=1${cursor}`
    const { json } = await get(broker, target)
    pages.push(...json.data)
    cursor = json.nextCursor === null ? '' : `&cursor=${json.nextCursor}`
  } while (cursor !== '')
  expect(pages).toEqual(all.json.data)

  const twice = await get(broker, `/v1/events?channel=orders&channel=orders.acc_demo&${range}`)
  expect(twice.json.data).toEqual(heard)
  const part = await get(broker, '/v1/events?channel=orders&epoch=epoch-1&from=2&to=2')
  expect(part.json.data).toMatchObject([{ seq: 2 }])
  const old = await broker.call('GET', '/v1/events?channel=orders&epoch=other&from=1')
  expect(old).toMatchObject({
    status: 410,
    json: { code: 'epoch-gone', errors: [{ channel: 'orders.acc_demo', epoch: 'epoch-1' }] },
  })
})

test('events older than what is kept are gone, and the answer names the oldest', async () => {
  const broker = createBroker()
  for (let index = 0; index < 3; index += 1) {
    broker.quote('AAPL', 'sell', 10_000 + index, 5)
    broker.clock.ms += 61_000
  }
  broker.quote('AAPL', 'sell', 9_990, 5)
  const gone = await broker.call('GET', '/v1/events?channel=quotes.AAPL&epoch=epoch-1&from=1')
  expect(gone).toMatchObject({ status: 410, json: { code: 'sequence-gone' } })
  const oldest = (gone.json.errors as { oldestSeq: number }[])[0]?.oldestSeq
  const rest = await get(broker, `/v1/events?channel=quotes.AAPL&epoch=epoch-1&from=${oldest}`)
  expect(rest.json.data).toMatchObject([{ seq: oldest }])
})

test('fills are listed as long as their order is remembered', async () => {
  const broker = createBroker({}, { retention: { days: 7, finishedOrders: 2 } })
  broker.quote('AAPL', 'sell', 10_000, 10)
  for (const id of ['a', 'b', 'c']) await broker.submit({ clientOrderId: id, quantity: '1' })
  const fills = await get(broker, '/v1/fills')
  expect(fills.json.data.map(({ clientOrderId }) => clientOrderId)).toEqual(['c', 'b'])
})

function order() {
  return {
    symbol: 'AAPL',
    side: 'buy',
    type: 'limit',
    timeInForce: 'gtc',
    quantity: '10',
    limitPrice: '100.00',
  }
}
