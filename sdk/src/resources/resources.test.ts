import { routes } from '@openbourse/spec'
import { expect, test } from 'vitest'
import { createRestClient } from '../client.ts'
import { json, stubFetch } from '../testing/stub-fetch.ts'

const order = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  timeInForce: 'day',
  quantity: '1',
  limitPrice: '1',
} as const

type Client = ReturnType<typeof createRestClient>
type OperationId = keyof typeof routes

/**
 * The contract's documents are files for tools; access tokens are fetched for the credentials that need them; the event
 * stream has an entry point of its own.
 */
const notOffered = ['createAccessToken', 'streamEvents', 'getOpenApiDocument', 'getAsyncApiDocument'] as const

const calls: Record<
  Exclude<OperationId, (typeof notOffered)[number]>,
  (client: Client) => PromiseLike<unknown>
> = {
  getStatus: (client) => client.status(),
  getTime: (client) => client.time(),
  getLimits: (client) => client.limits(),
  createStreamToken: (client) => client.streamTokens.create(),
  listInstruments: (client) => client.instruments.list(),
  getInstrument: (client) => client.instruments.get('BRK.B'),
  getMarketClock: (client) => client.market.clock(),
  listCalendarDays: (client) => client.market.calendar({ from: '2026-01-01' }),
  listCorporateActions: (client) => client.corporateActions.list({ symbol: 'AAPL' }),
  getLatestQuotes: (client) => client.quotes.latest(['AAPL', 'MSFT']),
  listQuotes: (client) => client.quotes.list({ symbol: 'AAPL' }),
  listBars: (client) => client.bars.list({ symbol: 'AAPL', timeframe: '1m' }),
  getSnapshots: (client) => client.snapshots.get(['AAPL', 'MSFT']),
  listTrades: (client) => client.trades.list({ symbol: 'AAPL' }),
  getOrderBook: (client) => client.orderBooks.get('AAPL', { depth: 5 }),
  listAccounts: (client) => client.accounts.list(),
  getAccount: (client) => client.accounts.get('acc_1'),
  updateAccountSettings: (client) => client.accounts.updateSettings('acc_1', { name: 'Mine' }),
  listBalances: (client) => client.accounts.balances('acc_1'),
  listActivities: (client) => client.accounts.activities('acc_1', { type: 'fill' }),
  getPortfolioHistory: (client) => client.accounts.portfolioHistory('acc_1', { timeframe: '1d' }),
  getAccountSnapshot: (client) => client.accounts.snapshot('acc_1'),
  listPositions: (client) => client.positions.list(),
  getPosition: (client) => client.positions.get('BRK.B'),
  submitOrder: (client) => client.orders.submit({ ...order, clientOrderId: 'my-1' }),
  closePosition: (client) => client.positions.close('AAPL', { percent: '50', clientOrderId: 'my-1' }),
  closeAllPositions: (client) => client.positions.closeAll('evening'),
  previewOrder: (client) => client.orders.preview(order),
  replaceOrder: (client) => client.orders.replace('ord_1', { quantity: '2', clientOrderId: 'my-1' }),
  replaceOrderByClientId: (client) =>
    client.orders.replaceByClientId('my-0', { limitPrice: '2', clientOrderId: 'my-1' }),
  setCancelAllAfter: (client) => client.orders.cancelAllAfter(60_000),
  listOrders: (client) => client.orders.list({ status: 'open' }),
  getOrder: (client) => client.orders.get('ord_1'),
  getOrderByClientId: (client) => client.orders.getByClientId('my-1'),
  cancelOrder: (client) => client.orders.cancel('ord_1'),
  cancelOrderByClientId: (client) => client.orders.cancelByClientId('my-1'),
  cancelAllOrders: (client) => client.orders.cancelAll({ epoch: 'e1', asOfSeq: 7 }),
  listFills: (client) => client.fills.list(),
  listWatchlists: (client) => client.watchlists.list(),
  createWatchlist: (client) => client.watchlists.create({ name: 'Tech', symbols: ['AAPL'] }),
  getWatchlist: (client) => client.watchlists.get('wat_1'),
  replaceWatchlist: (client) => client.watchlists.replace('wat_1', { name: 'Tech', symbols: [] }),
  deleteWatchlist: (client) => client.watchlists.delete('wat_1'),
  listWebhooks: (client) => client.webhooks.list(),
  createWebhook: (client) => client.webhooks.create({ url: 'https://example.com/hooks' }),
  getWebhook: (client) => client.webhooks.get('whk_1'),
  updateWebhook: (client) => client.webhooks.update('whk_1', { status: 'disabled' }),
  deleteWebhook: (client) => client.webhooks.delete('whk_1'),
  testWebhook: (client) => client.webhooks.test('whk_1'),
  listWebhookDeliveries: (client) => client.webhooks.deliveries('whk_1', { limit: 5 }),
  listEvents: (client) =>
    client.events.list({ channel: ['quotes.AAPL', 'orders.acc_1'], epoch: 'e1', from: 3 }),
}

test('the client offers every operation of the contract', () => {
  expect([...Object.keys(calls), ...notOffered].sort()).toEqual(Object.keys(routes).sort())
})

test.each(Object.entries(calls))('%s goes where the contract says', async (operationId, call) => {
  const stub = stubFetch(json({ data: [], nextCursor: null, clientOrderId: 'my-1' }))
  const client = createRestClient({
    environment: 'mock',
    credentials: { apiKey: 'mk_demo' },
    fetch: stub.fetch,
  })
  await call(client)
  const route = routes[operationId as OperationId]
  const [request] = stub.requests
  const template = route.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')
  expect(request?.method).toBe(route.method)
  expect(new URL(request?.url ?? '').pathname).toMatch(new RegExp(`^${template}$`))
  expect(request?.headers.has('x-request-deadline')).toBe(route.changesState)
  for (const name of new URL(request?.url ?? '').searchParams.keys())
    expect(Object.keys(route.parameters.query)).toContain(name)
})

test('a list of values is one parameter for each', async () => {
  const stub = stubFetch(json({ data: [] }))
  const client = createRestClient({
    environment: 'mock',
    credentials: { apiKey: 'mk_demo' },
    fetch: stub.fetch,
  })
  await client.quotes.latest(['AAPL', 'BRK.B'])
  expect(stub.requests[0]?.url).toBe('http://127.0.0.1:4010/v1/quotes/latest?symbols=AAPL&symbols=BRK.B')
})
