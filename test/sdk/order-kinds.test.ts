import { createMockBroker, type MockBroker } from '@openbourse/mock-server'
import { startMockServer } from '@openbourse/mock-server/node'
import { type Client, createClient, isOrderRejectedError, type NewOrder } from '@openbourse/sdk'
import { expect, test } from 'vitest'
import { until } from './fast-clock.ts'

/** The kinds of orders as a program sees them: by the client, over a port and in process. */

const options = { symbols: ['AAPL'], clock: 'paused' } as const
const base = { environment: 'mock', credentials: { apiKey: 'mk_demo' } } as const
const order = { symbol: 'AAPL', side: 'buy', timeInForce: 'gtc', quantity: '10' } as const

interface Place {
  readonly broker: MockBroker
  readonly client: Client
  readonly close: () => Promise<void>
}

const places: Readonly<Record<'port' | 'in process', () => Promise<Place>>> = {
  async port() {
    const server = await startMockServer({ ...options, port: 0 })
    const client = createClient({ ...base, baseUrl: server.url })
    return { broker: server.broker, client, close: () => closing(client, server) }
  },
  async 'in process'() {
    const broker = createMockBroker(options)
    const { fetch, WebSocket, baseUrl } = broker
    const client = createClient({ ...base, baseUrl, fetch, WebSocket })
    return { broker, client, close: () => closing(client, broker) }
  },
}

async function closing(client: Client, server: { close(): Promise<void> }): Promise<void> {
  await client.close({ timeoutMs: 0 })
  await server.close()
}

function quote(broker: MockBroker, bidPrice: string, askPrice: string): void {
  broker.market.setQuote('AAPL', { bidPrice, bidQuantity: '1000', askPrice, askQuantity: '1000' })
}

const everywhere = test.each(Object.entries(places))

everywhere('%s: a stop waits for its price, is told as triggered, and then fills', async (_name, open) => {
  const { broker, client, close } = await open()
  quote(broker, '99.00', '101.00')
  const seen: string[] = []
  const stream = client.stream.orders()
  await stream.ready()
  void (async () => {
    for await (const update of stream) seen.push(update.type)
  })()
  const stop = await client.orders.submit({ ...order, type: 'stop', stopPrice: '105.00' })
  expect(stop).toMatchObject({ status: 'new', filledQuantity: '0' })
  quote(broker, '104.00', '106.00')
  expect(await client.orders.get(stop.orderId)).toMatchObject({ status: 'new' })
  broker.market.printTrade('AAPL', { price: '105.00', quantity: '1' })
  expect(await client.orders.get(stop.orderId)).toMatchObject({
    status: 'filled',
    averageFillPrice: '106.00',
  })
  await until(() => seen.includes('orderFilled'), 'the fill')
  expect(seen).toEqual(['orderAccepted', 'orderTriggered', 'orderFilled'])
  await close()
})

everywhere('%s: a trailing stop follows the price up and sells on the way down', async (_name, open) => {
  const { broker, client, close } = await open()
  quote(broker, '99.00', '101.00')
  await client.orders.submit({ ...order, type: 'market' })
  const sell = { ...order, side: 'sell', type: 'trailingStop' } as const
  const { orderId } = await client.orders.submit({ ...sell, trailAmount: '2.00' })
  for (const price of ['104.00', '108.00', '107.00'])
    broker.market.printTrade('AAPL', { price, quantity: '1' })
  expect(await client.orders.get(orderId)).toMatchObject({ status: 'new', stopPrice: '106.00' })
  broker.market.printTrade('AAPL', { price: '105.50', quantity: '1' })
  expect(await client.orders.get(orderId)).toMatchObject({ status: 'filled' })
  await close()
})

everywhere('%s: of an iceberg the book shows a part', async (_name, open) => {
  const { broker, client, close } = await open()
  quote(broker, '99.00', '101.00')
  const iceberg: NewOrder = { ...order, type: 'limit', limitPrice: '100.00', displayQuantity: '3' }
  await client.orders.submit(iceberg)
  const { bids } = await client.orderBooks.get('AAPL')
  expect(bids[0]).toEqual({ price: '100.00', quantity: '3' })
  await close()
})

everywhere('%s: the exits of a bracket wait for the entry, and one ends the other', async (_name, open) => {
  const { broker, client, close } = await open()
  quote(broker, '99.00', '101.00')
  const bracket = {
    ...order,
    type: 'limit',
    limitPrice: '100.00',
    orderClass: 'bracket',
    takeProfit: { clientOrderId: 'profit', limitPrice: '110.00' },
    stopLoss: { clientOrderId: 'loss', stopPrice: '90.00' },
  } as const
  const preview = await client.orders.preview(bracket)
  expect(preview.legsHold).toEqual({ quantity: bracket.quantity, buyingPower: '0.00' })
  const entry = await client.orders.submit(bracket)
  const exits = () => Promise.all(['profit', 'loss'].map((id) => client.orders.getByClientId(id)))
  expect(await exits()).toMatchObject([{ status: 'held' }, { status: 'held' }])
  quote(broker, '99.00', '100.00')
  expect(await client.orders.get(entry.orderId)).toMatchObject({ status: 'filled' })
  expect(await exits()).toMatchObject([{ status: 'new' }, { status: 'new' }])
  quote(broker, '110.00', '111.00')
  expect(await exits()).toMatchObject([{ status: 'filled' }, { status: 'canceled' }])
  expect((await client.positions.list()).data).toEqual([])
  await close()
})

everywhere('%s: an account does not trade with itself, as it chose', async (_name, open) => {
  const { broker, client, close } = await open()
  quote(broker, '99.00', '101.00')
  await client.orders.submit({ ...order, type: 'market' })
  const bid = await client.orders.submit({ ...order, type: 'limit', limitPrice: '100.00' })
  const sell = { ...order, side: 'sell', type: 'limit', limitPrice: '100.00' } as const
  expect(await client.orders.submit(sell)).toMatchObject({ status: 'canceled', filledQuantity: '0' })
  const resting = await client.orders.submit({ ...sell, selfTradePrevention: 'cancelResting' })
  expect(resting).toMatchObject({ status: 'new' })
  expect(await client.orders.get(bid.orderId)).toMatchObject({ status: 'canceled' })
  await close()
})

everywhere('%s: fill or kill, post-only and reduce-only say what they are', async (_name, open) => {
  const { broker, client, close } = await open()
  broker.market.setQuote('AAPL', { bidPrice: '99.00', askPrice: '101.00', askQuantity: '50' })
  const all = await client.orders.submit({
    ...order,
    type: 'limit',
    limitPrice: '101.00',
    quantity: '51',
    timeInForce: 'fok',
  })
  expect(all).toMatchObject({ status: 'canceled', filledQuantity: '0' })
  const refused = async (wrong: NewOrder) =>
    client.orders.submit(wrong).then(
      () => undefined,
      (error: unknown) => (isOrderRejectedError(error) ? error.code : String(error)),
    )
  expect(await refused({ ...order, type: 'limit', limitPrice: '101.00', postOnly: true })).toMatch(
    /post-only/,
  )
  expect(await refused({ ...order, type: 'market', reduceOnly: true })).toBe('would-increase-position')
  await close()
})

everywhere('%s: a busted trade is told to its order, on the tape and in the history', async (_name, open) => {
  const { broker, client, close } = await open()
  quote(broker, '99.00', '101.00')
  const seen: { type: string; tradeId?: string | undefined; status?: string }[] = []
  const orders = client.stream.orders()
  const trades = client.stream.trades(['AAPL'])
  await Promise.all([orders.ready(), trades.ready()])
  void (async () => {
    for await (const update of orders) {
      if (update.type === 'resync') continue
      seen.push({ type: update.type, tradeId: update.fill?.tradeId, status: update.order.status })
    }
  })()
  const tape: string[] = []
  void (async () => {
    for await (const print of trades) if (print.type !== 'gap') tape.push(`${print.type} ${print.price}`)
  })()
  const { orderId } = await client.orders.submit({ ...order, type: 'market' })
  const [fill] = (await client.fills.list()).data
  const tradeId = fill?.tradeId ?? ''
  broker.market.correctTrade(tradeId, { price: '100.00', reason: 'a typing error' })
  expect(await client.orders.get(orderId)).toMatchObject({ status: 'filled', averageFillPrice: '100.00' })
  broker.market.bustTrade(tradeId)
  expect(await client.orders.get(orderId)).toMatchObject({
    status: 'canceled',
    reason: 'trade-busted',
    filledQuantity: '0',
    remainingQuantity: '0',
  })
  await until(() => seen.length === 4 && tape.length === 3, 'the bust')
  expect(seen.slice(1)).toEqual([
    { type: 'orderFilled', tradeId, status: 'filled' },
    { type: 'tradeCorrected', tradeId, status: 'filled' },
    { type: 'tradeBusted', tradeId, status: 'canceled' },
  ])
  expect(tape).toEqual(['trade 101.00', 'tradeCorrected 100.00', 'tradeBusted 100.00'])
  expect((await client.fills.list()).data).toMatchObject([
    { corrects: fill?.fillId, price: '100.00', bustedAt: broker.clock.now() },
    { fillId: fill?.fillId, price: '101.00', amendReason: 'a typing error' },
  ])
  expect((await client.trades.list({ symbol: 'AAPL' })).data).toMatchObject([
    { tradeId, price: '100.00', bustedAt: broker.clock.now() },
  ])
  const { data } = await client.accounts.activities('acc_demo', { type: 'reversal' })
  expect(data.map(({ amount, quantity }) => [amount, quantity])).toEqual([
    ['1000.00', '-10'],
    ['1010.00', '-10'],
  ])
  expect((await client.positions.list()).data).toEqual([])
  expect(() => broker.market.bustTrade(tradeId)).toThrow(/is busted already/)
  expect(() => broker.market.correctTrade('trd_99', { price: '1.00' })).toThrow(/There is no trade trd_99/)
  await close()
})
