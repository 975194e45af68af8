import { createMockBroker } from '@openbourse/mock-server'
import { startMockServer } from '@openbourse/mock-server/node'
import {
  type Client,
  createClient,
  isAbortedError,
  isAuthenticationError,
  isValidationError,
  type LocalBook,
  type NewOrder,
  type OrdersResync,
  type OrderUpdate,
  type StreamQuote,
  type StreamTrade,
  type TradeGap,
} from '@openbourse/sdk'
import { expect, test } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { createFastClock, until } from './fast-clock.ts'
import { Line } from './proxy.ts'

const speed = 25

/** Chance that is the same in each run, and never waits long. */
function createChance(seed: number) {
  let state = seed
  const fraction = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    fraction,
    port: {
      fraction: () => fraction() / 16,
      bytes: (n: number) => Uint8Array.from({ length: n }, () => fraction() * 256),
    },
  }
}

const base = { environment: 'mock', credentials: { apiKey: 'mk_demo' } } as const
const random = createChance(7).port
/** For clients whose own limits are not what is tested: on a fast clock a busy machine is late soon. */
const patience = {
  deadlineMs: 600_000,
  timeouts: { totalMs: 600_000, headersMs: 600_000, orderHeadersMs: 600_000 },
}

/** A server and a line to it, on a clock that both ends share; `near` is a client of its own that nothing happens to. */
async function setUp(options: { readonly WebSocket?: typeof NodeWebSocket } = {}) {
  const clock = createFastClock(speed)
  const server = await startMockServer({ port: 0, symbols: ['AAPL', 'MSFT'], transportClock: clock })
  const line = await Line.to(server.port)
  const far = createClient({ ...base, ...options, baseUrl: line.url, clock, random })
  const near = createClient({ ...base, ...patience, baseUrl: server.url, clock })
  quote(server.broker, 0)
  return {
    clock,
    server,
    line,
    far,
    near,
    async [Symbol.asyncDispose]() {
      await Promise.all([far.close({ timeoutMs: 0 }), near.close({ timeoutMs: 0 })])
      await line[Symbol.asyncDispose]()
      await server.close()
    },
  }
}

const markets = {
  port: async () => {
    const server = await startMockServer({ port: 0, symbols: ['AAPL', 'MSFT'] })
    const client = createClient({ ...base, ...patience, baseUrl: server.url })
    return { broker: server.broker, client, end: server.close, ...disposal(client, server.close) }
  },
  'in process': async () => {
    const broker = createMockBroker({ symbols: ['AAPL', 'MSFT'] })
    const { fetch, WebSocket, baseUrl } = broker
    const client = createClient({ ...base, ...patience, baseUrl, fetch, WebSocket })
    return { broker, client, ...disposal(client, () => broker.close()) }
  },
}

const disposal = (client: Client, end: () => Promise<void>) => ({
  async [Symbol.asyncDispose]() {
    await client.close({ timeoutMs: 0 })
    await end()
  },
})

type Broker = ReturnType<typeof createMockBroker>

/** Sets the price of AAPL: another one for each number. */
function quote({ market }: Broker, number: number): void {
  const bid = 10_000 + (number % 50)
  const price = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  market.setQuote('AAPL', {
    bidPrice: price(bid),
    bidQuantity: String(100 + (number % 7)),
    askPrice: price(bid + 2),
    askQuantity: String(100 + (number % 11)),
  })
}

const resting: NewOrder = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  limitPrice: '1.00',
  timeInForce: 'gtc',
  quantity: '1',
}

/** Reads a stream in the background. */
function read<Value>(stream: AsyncIterable<Value>) {
  const values: Value[] = []
  const state: { ended: boolean; error: unknown } = { ended: false, error: undefined }
  const done = (async () => {
    try {
      for await (const value of stream) values.push(value)
    } catch (error) {
      state.error = error
    }
    state.ended = true
  })()
  return Object.assign(state, { values, done })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('port: 50 broken connections, and every order event arrives once and in order', async () => {
  await using world = await setUp()
  const { server, line, far, near } = world
  const chance = createChance(42)
  const updates = far.stream.orders()
  await updates.ready()
  const seen = read(updates)
  const prices = read(far.stream.quotes(['AAPL']))
  const trades = read(far.stream.trades(['AAPL']))
  const books: LocalBook[] = []
  const book = far.stream.book('AAPL')
  void (async () => {
    for await (const each of book) {
      const { bid, ask } = each.best()
      // Whatever is shown is a book that its checksum has proved.
      if (!each.live || (bid && ask && Number(bid.price) >= Number(ask.price))) books.push(each)
    }
  })()
  let trading = true
  let sent = 0
  const trader = (async () => {
    for (let turn = 0; trading; turn += 1) {
      quote(server.broker, turn)
      server.broker.market.printTrade('AAPL', { price: '100.01', quantity: '5' })
      const order = await near.orders.submit(
        turn % 3 === 0 ? { ...resting, type: 'market', limitPrice: undefined, timeInForce: 'ioc' } : resting,
      )
      sent += 1
      if (turn % 3 === 1) await near.orders.cancel(order.orderId)
      await pause(1)
    }
  })()
  for (let cut = 0; cut < 50; cut += 1) {
    await until(() => line.open > 0, 'a connection to cut')
    await pause(chance.fraction() * 60)
    line.cutAll((['reset', 'end', 'destroy'] as const)[cut % 3])
  }
  trading = false
  await trader
  const { epoch } = await near.status()
  const all: { seq: number }[] = []
  for await (const event of near.events.list({ channel: ['orders.acc_demo'], epoch, from: 1, limit: 1000 })) {
    all.push(event)
  }
  await until(() => seen.values.length >= all.length || seen.ended, 'every order event', 10_000)
  expect(seen.error).toBeUndefined()
  expect(sent).toBeGreaterThan(50)
  expect(seen.values.map((item) => (item.type === 'resync' ? item : item.seq))).toEqual(
    all.map(({ seq }) => seq),
  )
  for (const [index, item] of seen.values.entries()) {
    const { type, seq, data } = all[index] as { seq: number; type: string; data: object }
    expect(item).toMatchObject({ type, seq, ...data })
  }
  const last = await near.orderBooks.get('AAPL', { depth: 1000 })
  const local = far.stream.book('AAPL')
  const { value } = await local.next()
  await until(() => value?.seq === last.seq, 'the local book is up to date')
  expect({ bids: value?.bids, asks: value?.asks, live: value?.live }).toEqual({
    bids: last.bids,
    asks: last.asks,
    live: true,
  })
  expect(books).toEqual([])
  const {
    data: [latest],
  } = await near.quotes.latest(['AAPL'])
  await until(() => prices.values.at(-1)?.seq === latest?.seq, 'the latest quote')
  expect(prices.values.at(-1)).toMatchObject({ ...latest })
  expectAscending(prices.values)
  expectComplete(trades.values)
  expect([prices.error, trades.error]).toEqual([undefined, undefined])
}, 30_000)

function expectAscending(values: readonly { readonly seq: number }[]): void {
  for (const [index, { seq }] of values.entries()) {
    expect(seq).toBeGreaterThan(values[index - 1]?.seq ?? 0)
  }
}

/** Every number is there, as a trade or within a gap. */
function expectComplete(values: readonly (StreamTrade | TradeGap)[]): void {
  let next = 0
  for (const value of values) {
    const [from, to] = value.type === 'gap' ? [value.from.seq, value.to.seq] : [value.seq, value.seq]
    if (next !== 0) expect(from).toBe(next)
    next = to + 1
  }
}

test.each([
  ['the platform’s WebSocket', undefined],
  ['the WebSocket of ws', NodeWebSocket],
])('port: a silent line is given up within 12 s, and the loop goes on: %s', async (_, WebSocket) => {
  await using world = await setUp(WebSocket && { WebSocket })
  const { clock, server, line, far, near } = world
  const prices = read(far.stream.quotes(['AAPL']))
  const updates = far.stream.orders()
  await updates.ready()
  const orders = read(updates)
  await until(() => prices.values.length > 0 && far.stream.state === 'live', 'the streams are live')
  const lost: { reason: string | undefined; atMs: number; lateMs: number }[] = []
  far.stream.onStateChange(({ state, reason }) => {
    if (state === 'backingOff') lost.push({ reason, atMs: clock.monotonicMs(), lateMs: clock.lateMs() })
  })
  const [frozenMs, lateMs] = [clock.monotonicMs(), clock.lateMs()]
  line.freezeAll()
  quote(server.broker, 7)
  await near.orders.submit({ ...resting, clientOrderId: 'while-silent' })
  await until(() => lost.length > 0, 'the silence is noticed')
  expect(lost[0]?.reason).toBe('the server is silent')
  const allowedMs = 12_000 + (lost[0]?.lateMs ?? 0) - lateMs
  expect((lost[0]?.atMs ?? 0) - frozenMs).toBeLessThan(allowedMs + 20 * speed)
  await until(() => orders.values.length > 0 && prices.values.length > 1, 'what was missed')
  expect(orders.values[0]).toMatchObject({ type: 'orderAccepted', order: { clientOrderId: 'while-silent' } })
  expect(line.connects).toBeGreaterThanOrEqual(2)
})

test('port: another server on the same port is followed, with what is true there', async () => {
  const clock = createFastClock(speed)
  const open = (port: number) => startMockServer({ port, symbols: ['AAPL'], transportClock: clock })
  let server = await open(0)
  quote(server.broker, 1)
  const client = createClient({ ...base, baseUrl: server.url, clock, random })
  const updates = client.stream.orders()
  const [prices, trades, books] = [
    read(client.stream.quotes(['AAPL'])),
    read(client.stream.trades(['AAPL'])),
    read(client.stream.book('AAPL')),
  ]
  await updates.ready()
  const orders = read(updates)
  await client.orders.submit({ ...resting, clientOrderId: 'before' })
  server.broker.market.printTrade('AAPL', { price: '100.01', quantity: '5' })
  await until(() => orders.values.length > 0 && trades.values.length > 0, 'the first values')
  const first = (await client.status()).epoch
  await server.close()
  server = await open(server.port)
  const second = (await client.status()).epoch
  quote(server.broker, 2)
  await until(() => orders.values.some(({ type }) => type === 'resync'), 'the orders are taken anew')
  await client.orders.submit({ ...resting, clientOrderId: 'after' })
  server.broker.market.printTrade('AAPL', { price: '100.03', quantity: '5' })
  await until(
    () => trades.values.at(-1)?.type === 'trade' && trades.values.length > 2,
    'trades of the new world',
  )
  await until(() => orders.values.length > 2, 'orders of the new world')
  await until(() => prices.values.at(-1)?.epoch === second, 'quotes of the new world')
  await until(() => books.values.at(-1)?.epoch === second, 'the book of the new world')
  expect(orders.values).toMatchObject([
    { type: 'orderAccepted', order: { clientOrderId: 'before' } },
    {
      type: 'resync',
      reason: 'epochChanged',
      from: { epoch: first, seq: 2 },
      to: { epoch: second, seq: 0 },
      openOrders: [],
    },
    { type: 'orderAccepted', epoch: second, seq: 1, order: { clientOrderId: 'after' } },
  ])
  // The background market may have printed as well, before its price was set.
  const lost = trades.values.findIndex(({ type }) => type === 'gap')
  const [before, gap, after] = trades.values.slice(lost - 1, lost + 2)
  expect(before).toMatchObject({ type: 'trade', epoch: first })
  const seq = before?.type === 'trade' ? before.seq + 1 : 0
  expect(gap).toMatchObject({ reason: 'epochChanged', from: { epoch: first, seq }, to: { epoch: second } })
  expect(after).toMatchObject({ type: 'trade', epoch: second })
  expect([prices, trades, books, orders].map(({ error }) => error)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  await client.close()
  await server.close()
  await Promise.all([prices.done, trades.done, books.done, orders.done])
})

test.each(['port', 'in process'] as const)('%s: a broker that is reset is followed', async (transport) => {
  await using world = await markets[transport]()
  const { broker, client } = world
  const updates = client.stream.orders()
  await updates.ready()
  const orders = read(updates)
  const prices = read(client.stream.quotes(['AAPL', 'MSFT']))
  await client.orders.submit(resting)
  await until(() => orders.values.length > 0 && prices.values.length > 1, 'the first values')
  await broker.reset()
  await until(() => orders.values.at(-1)?.type === 'resync', 'the orders are taken anew')
  expect(orders.values.at(-1)).toMatchObject({ reason: 'epochChanged', openOrders: [] })
  await client.orders.submit(resting)
  await until(() => orders.values.at(-1)?.type === 'orderAccepted', 'an order of the new world')
  const { epoch } = await client.status()
  await until(() => prices.values.at(-1)?.epoch === epoch, 'quotes of the new world')
})

test.each(['port', 'in process'] as const)(
  '%s: who reads slowly misses quotes and trades knowingly, and no order',
  async (transport) => {
    await using world = await markets[transport]()
    const { broker, client } = world
    quote(broker, 0)
    const prices = client.stream.quotes(['AAPL'])
    const trades = client.stream.trades(['AAPL'])
    const orders = client.stream.orders()
    const firstQuote = (await prices.next()).value
    await Promise.all([trades.ready(), orders.ready()])
    broker.market.printTrade('AAPL', { price: '100.01', quantity: '1' })
    const firstTrade = (await trades.next()).value as StreamTrade
    const witness = read(client.stream.orders())
    const printed = read(client.stream.trades(['AAPL']))
    for (let turn = 1; turn <= 1_300; turn += 1) {
      quote(broker, turn)
      broker.market.printTrade('AAPL', { price: '100.01', quantity: '1' })
      if (turn % 50 === 0) await pause(0)
    }
    for (let batch = 0; batch < 26; batch += 1) {
      await Promise.all(Array.from({ length: 50 }, () => client.orders.submit(resting)))
    }
    await until(() => witness.values.length >= 1_300, 'all orders are known')
    await until(() => lastSeqOf(printed.values) >= firstTrade.seq + 1_300, 'all trades are known')
    await until(async () => {
      const { seq } = (await client.quotes.latest(['AAPL'])).data[0] ?? { seq: 0 }
      return client.stream.state === 'live' && seq >= 1_300
    }, 'all quotes are out')
    const late: StreamQuote[] = []
    const { seq: latest = 0 } = (await client.quotes.latest(['AAPL'])).data[0] ?? {}
    while ((late.at(-1)?.seq ?? 0) < latest) {
      const { value } = await prices.next()
      if (value) late.push(value)
    }
    // Nothing is skipped without being counted.
    expect(late.length).toBeLessThan(1_100)
    let next = (firstQuote?.seq ?? 0) + 1
    for (const { seq, conflated = 0 } of late) {
      expect(seq).toBe(next + conflated)
      next = seq + 1
    }
    const prints: (StreamTrade | TradeGap)[] = [firstTrade]
    while (lastSeqOf(prints) < firstTrade.seq + 1_300) {
      const { value } = await trades.next()
      if (value) prints.push(value)
    }
    expect(prints.filter(({ type }) => type === 'gap')).toMatchObject([{ reason: 'slowReader' }])
    expectComplete(prints)
    const updates: (OrderUpdate | OrdersResync)[] = []
    while (updates.length < 1_300) {
      const { value } = await orders.next()
      if (value) updates.push(value)
    }
    expect(updates.map((item) => (item.type === 'resync' ? item : item.seq))).toEqual(
      Array.from({ length: 1_300 }, (_, index) => index + 1),
    )
  },
)

const lastSeqOf = (prints: readonly (StreamTrade | TradeGap)[]): number => {
  const last = prints.at(-1)
  return last?.type === 'gap' ? last.to.seq : (last?.seq ?? 0)
}

test.each(['break', 'return', 'abort'] as const)(
  'port: %s ends the subscription on the server',
  async (how) => {
    const heard: { type: string; channel?: string; channels?: unknown }[] = []
    class Tapped extends WebSocket {
      constructor(url: string, protocols?: string | string[]) {
        super(url, protocols)
        this.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data))))
      }
    }
    const server = await startMockServer({ port: 0, symbols: ['AAPL', 'MSFT'] })
    const client = createClient({ ...base, baseUrl: server.url, WebSocket: Tapped })
    // A second reader of the same symbol, and one of another, go on.
    const other = read(client.stream.quotes(['MSFT']))
    const [first, second] = [client.stream.quotes(['AAPL']), client.stream.quotes(['AAPL'])]
    quote(server.broker, 1)
    expect((await first.next()).value).toMatchObject({ symbol: 'AAPL', bidPrice: '100.01' })
    expect((await second.next()).value).toMatchObject({ symbol: 'AAPL', bidPrice: '100.01' })
    const abort = new AbortController()
    const third = client.stream.quotes(['AAPL'], { signal: abort.signal })
    const loop = (async () => {
      for await (const _quote of third) {
        await Promise.all([first.return(), second.return()])
        if (how === 'break') break
        if (how === 'return') await third.return()
        else abort.abort(new Error('enough'))
      }
    })()
    const outcome = await loop.catch((error: unknown) => error)
    if (how === 'abort') {
      expect(isAbortedError(outcome)).toBe(true)
      expect(outcome).toMatchObject({ code: 'aborted', cause: new Error('enough') })
    } else expect(outcome).toBeUndefined()
    await until(() => heard.some(({ type }) => type === 'unsubscribed'), 'the server lets go')
    expect(heard.filter(({ type }) => type === 'subscribed')).toHaveLength(1)
    const seen = heard.length
    const before = other.values.length
    for (let turn = 2; turn < 20; turn += 1) quote(server.broker, turn)
    server.broker.market.setQuote('MSFT', { bidPrice: '400.00', askPrice: '400.02' })
    await until(() => other.values.length > before, 'the other symbol goes on')
    expect(heard.slice(seen).filter(({ channel }) => channel === 'quotes.AAPL')).toEqual([])
    await client.close()
    await server.close()
  },
)

test('port: an end that no new attempt can mend throws', async () => {
  const clock = createFastClock(speed)
  const server = await startMockServer({ port: 0, symbols: ['AAPL'], transportClock: clock })
  const with_ = (credentials: Parameters<typeof createClient>[0]['credentials']) =>
    createClient({ ...base, baseUrl: server.url, clock, random, credentials }).stream
  const unknown = await with_({ apiKey: 'mk_unknown' })
    .quotes(['AAPL'])
    .next()
    .catch((error: unknown) => error)
  expect(isAuthenticationError(unknown)).toBe(true)
  const wrong = with_({ getToken: () => 'lk_canary' })
    .quotes(['AAPL'])
    .next()
  await expect(wrong).rejects.toMatchObject({ name: 'TokenError', code: 'token-unavailable' })
  // What may pass is tried again.
  let asked = 0
  const flaky = with_({
    getToken: () => {
      asked += 1
      if (asked < 3) throw new Error('the token server is down')
      return 'mk_demo'
    },
  })
  expect((await flaky.quotes(['AAPL']).next()).value).toMatchObject({ symbol: 'AAPL' })
  flaky.close()
  // One wrong symbol ends its own loop alone.
  const client = createClient({ ...base, baseUrl: server.url })
  const good = client.stream.quotes(['AAPL'])
  const bad = client.stream.quotes(['NOPE'])
  const [, refused] = await Promise.all([good.next(), bad.next().catch((error: unknown) => error)])
  expect(isValidationError(refused)).toBe(true)
  expect(String(refused)).toContain('NOPE')
  quote(server.broker, 3)
  expect((await good.next()).done).toBe(false)
  await client.close()
  await server.close()
})

test('a client that was closed opens nothing any more', async () => {
  const broker = createMockBroker({ symbols: ['AAPL'] })
  const { fetch, WebSocket, baseUrl } = broker
  const client = createClient({ ...base, baseUrl, fetch, WebSocket })
  await client.close()
  await client.close()
  const after = await client.stream
    .quotes(['AAPL'])
    .next()
    .catch((error: unknown) => error)
  expect(isAbortedError(after)).toBe(true)
  expect(after).toMatchObject({ code: 'client-closed' })
  expect(client.stream.state).toBe('closed')
  await broker.close()
})

test('symbols that cannot be meant are refused before anything is sent', () => {
  const { stream } = createClient(base)
  const text: unknown = 'AAPL'
  expect(() => stream.quotes([])).toThrow(/symbols/)
  expect(() => stream.trades(text as string[])).toThrow(/symbols/)
  expect(stream.state).toBe('idle')
})
