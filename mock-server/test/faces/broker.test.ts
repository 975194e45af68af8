import { expect, test } from 'vitest'
import {
  assertCapability,
  createMockBroker,
  type MockBroker,
  type MockBrokerOptions,
} from '../../src/index.ts'
import { setupMockBroker } from '../../src/msw.ts'
import { startMockServer } from '../../src/node.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { systemClock } from '../../src/ports/system-clock.ts'
import { useMockBroker } from '../../src/vitest.ts'

async function get(broker: MockBroker, path: string, fetch = broker.fetch) {
  const headers = { authorization: `Bearer ${broker.credentials.apiKey}` }
  const response = await fetch(`${broker.baseUrl}${path}`, { headers })
  return { status: response.status, json: await response.json() }
}

test('a broker has a clock, a market and an account in the test’s hand', async () => {
  await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL'] })
  expect(broker.clock.now()).toBe('2026-01-05T14:30:00.000000Z')
  await broker.clock.advance(1500)
  expect(broker.clock.now()).toBe('2026-01-05T14:30:01.500000Z')
  broker.account.deposit('0.01')
  broker.account.depositPosition('AAPL', 10)
  expect((await get(broker, '/v1/accounts/acc_demo')).json.cash).toBe('100000.01')
  expect((await get(broker, '/v1/positions')).json.data).toMatchObject([{ symbol: 'AAPL', quantity: '10' }])
  broker.market.halt('AAPL', 'news')
  await broker.reset()
  expect((await get(broker, '/v1/accounts/acc_demo')).json.cash).toBe('100000.00')
})

test('a running clock is advanced from where it stands, however long looking at it takes', async () => {
  let nowMs = 0
  const hurried: Clock = { nowMs: () => (nowMs += 1), after: () => () => {} }
  await using broker = createMockBroker({ transportClock: hurried, symbols: ['AAPL'] })
  await expect(broker.clock.advance(0)).resolves.toBeUndefined()
  const before = Date.parse(broker.clock.now())
  await broker.clock.advance(1000)
  expect(Date.parse(broker.clock.now())).toBeGreaterThanOrEqual(before + 1000)
})

test('an advance hands out all that its streams keep, however much of it there is', async () => {
  // A stream that has had much looks for room only once all of that is read.
  const slow: Clock = { ...systemClock, after: (ms, callback) => systemClock.after(ms + 80, callback) }
  await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL'], transportClock: slow })
  const socket = new broker.WebSocket(broker.streamUrl)
  const heard: { readonly type: string; readonly seq?: number }[] = []
  socket.onmessage = ({ data }) => heard.push(JSON.parse(data))
  socket.onopen = () => {
    socket.send(JSON.stringify({ type: 'authenticate', id: '1', token: broker.credentials.apiKey }))
    socket.send(JSON.stringify({ type: 'subscribe', id: '2', channels: [{ channel: 'trades.AAPL' }] }))
  }
  await broker.clock.advance(0)
  expect(heard.map(({ type }) => type)).toContain('subscribed')
  for (let trade = 0; trade < 2_000; trade += 1)
    broker.market.printTrade('AAPL', { price: '1.00', quantity: 1 })
  await broker.clock.advance(1)
  expect(heard.at(-1)).toMatchObject({ type: 'trade', seq: 2_000 })
})

test.each([Number.POSITIVE_INFINITY, 1e16, Number.NaN, -1, '1000' as unknown as number])(
  'an advance by %s ms is refused, and no clock has moved',
  async (milliseconds) => {
    await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL'] })
    const before = broker.clock.now()
    const token = broker.issueAccessToken({ expiresInSeconds: 3600 })
    await expect(broker.clock.advance(milliseconds)).rejects.toThrow(RangeError)
    expect(broker.clock.now()).toBe(before)
    const headers = { authorization: `Bearer ${token}` }
    expect((await broker.fetch(`${broker.baseUrl}/v1/positions`, { headers })).status).toBe(200)
  },
)

test.each([
  [{ seed: -1 }, /seed/],
  [{ symbols: ['aapl'] }, /not "aapl"/],
  [{ clock: { start: 'monday' } }, /not "monday"/],
  [{ clock: { speed: -1 } }, /speed/],
  [{ calendar: 'XLON' as 'XNYS' }, /XNYS/],
  [{ accounts: [{ key: 'mk_a', accountId: 'acc_a', cash: 'much' }] as const }, /cash of acc_a/],
  [null, /Options are an object such as/],
  [{ symbol: ['AAPL'] }, /no option "symbol"; there are seed, symbols/],
  [{ symbols: 'AAPL' }, /symbols is an array such as .*, not "AAPL"/],
  [{ clock: null }, /clock is 'real', 'paused' or/],
  [{ clock: { pace: 2 } }, /there are start, speed/],
  [{ clock: { start: '1960-01-01T00:00:00Z' } }, /from 1970 on/],
  [{ market: 'wild' }, /A market is one of calm, orderFlow, gbm or an object such as .*, not "wild"/],
  [{ market: null }, /model of a market is one of calm, orderFlow, gbm, scripted/],
  [{ market: { model: 'calm', volatility: 1 } }, /calm has no part "volatility"; it has none/],
  [{ market: { model: 'gbm', volatility: -1 } }, /volatility of a market is a number from 0, not -1/],
  [
    { market: { model: 'orderFlow', presets: { AAPL: 'tame' } } },
    /presets of smallTickStock, .*, not "tame"/,
  ],
  [{ market: { model: 'scripted' } }, /prices is an object such as/],
  [
    { symbols: ['AAPL'], market: { model: 'scripted', prices: { APPL: [[0, '190.00']] } } },
    /prices of a market names symbols with a background market \(AAPL\), not APPL/,
  ],
  [{ market: { model: 'orderFlow', presets: { XYZ: 'fxMajor' } } }, /presets of a market names .*, not XYZ/],
  [{ market: { model: 'scripted', prices: { AAPL: [[0]] } } }, /with steps or functions, not .*\[\[0\]\]/],
  [{ calendar: null }, /calendar is 'XNYS'/],
  [{ calendar: 'XNYS', auctionRandomEndMs: 60_001 }, /auctionRandomEndMs is a whole number from 0 to 60000/],
  [{ auctionRandomEndMs: 30_000 }, /auctionRandomEndMs is for the auctions of a calendar/],
  [{ auctionRandomEndMs: 30_000, calendar: '24x5' }, /auctionRandomEndMs is for the auctions of a calendar/],
  [{ calendar: { crypto: 'XNYS' }, volatility: { priceBands: true } }, /sessions of a calendar of stocks/],
  [{ calendar: 'XNYS', volatility: { beyondBands: 'reprice' } }, /beyondBands and tier2 .* need priceBands/],
  [{ calendar: 'XNYS', volatility: { marketWide: true, tier2: ['AAPL'] } }, /beyondBands and tier2 .* need/],
  [
    { calendar: 'XNYS', volatility: { beyondBands: 'move' as 'reprice' } },
    /beyondBands, 'refuse' or 'reprice'/,
  ],
  [
    { margin: { shortSaleRestriction: 'move' as 'reprice' } },
    /shortSaleRestriction is 'reject', 'reprice' or 'off'/,
  ],
  [{ calendar: { stocks: 'XNYS' } }, /by asset class/],
  [{ calendar: { fx: {} } }, /by asset class/],
  [{ calendar: { fx: 'XLON' } }, /24x5/],
  [{ calendar: {} }, /phaseAt and nextChange/],
  [{ calendar: { phaseAt: () => 'shut', nextChange: () => undefined } }, /one of preMarket, open,.*"shut"/],
  [{ calendar: { phaseAt: () => 'open', nextChange: (time: number) => time } }, /answers later microseconds/],
  [{ calendar: { fx: { phaseAt: () => 'open', nextChange: () => 1_767_623_400_001 } } }, /later microsec/],
  [{ limits: 'none' }, /limits is 'relaxed', 'realistic'/],
  [{ limits: { burts: 1 } }, /there are messagesPerSecond, burst/],
  [{ limits: { burst: '1' } }, /burst is a number above 0/],
  [{ fees: 'free' }, /no schedule free; there are usRetail, .*, binanceLike, krakenLike, coinbaseLike/],
  [{ fees: 7 }, /fees is one or an array of usRetail, .*, krakenLike/],
  [{ fees: ['usRetail', 'perShare'] }, /two schedules for usEquity/],
  [{ fees: ['cryptoTiers', 'krakenLike'] }, /two schedules for crypto/],
  [{ interest: { debit: '8%' } }, /interest is like .*, not debit: 8%/],
  [{ costBasis: 'lifo' }, /costBasis is 'averageCost' or 'fifo', not "lifo"/],
  [{ settlementRules: 'lax' }, /settlementRules is 'relaxed' or 'strict'/],
  [{ accounts: [] }, /accounts is an array such as/],
  [{ accounts: [{ key: 'mk_a', accountId: 'acc_a', balance: '5.00' }] }, /no part of an account "balance"; /],
  [{ accounts: [{ key: 'a', accountId: 'acc_a' }] }, /written like mk_demo, not "a"/],
  [{ accounts: [{ key: 'mk_a', accountId: 'flow_maker' }] }, /written like acc_demo/],
  [{ accounts: [{ key: 'mk_a', accountId: 'acc_a', scopes: ['all'] }] }, /trade, read, market-data/],
  [{ baseUrl: 'mock' }, /baseUrl is an origin such as .*, not "mock"/],
  [{ baseUrl: 'http://127.0.0.1/v1' }, /baseUrl is an origin/],
  [{ replay: {} }, /replay is \{ source, speed \}/],
  [{ transportClock: {} }, /nowMs and after/],
  [{ nextEpoch: 'e' }, /nextEpoch is a function/],
])('the options %j are refused, saying what would be right', (options, message) => {
  expect(() => createMockBroker(options as MockBrokerOptions)).toThrow(RangeError)
  expect(() => createMockBroker(options as MockBrokerOptions)).toThrow(message)
})

/** What a socket of the broker was told, until it closed. */
async function untilClosed(broker: MockBroker): Promise<string> {
  const socket = new broker.WebSocket(broker.streamUrl)
  const close = await new Promise<CloseEvent>((resolve) => {
    socket.onclose = resolve
  })
  return `${close.code} ${close.reason}`
}

test('a stream that opens while the broker begins anew belongs to the new world', async () => {
  await using broker = createMockBroker({ clock: 'paused' })
  const reset = broker.reset()
  const socket = new broker.WebSocket(broker.streamUrl)
  const welcome = await new Promise<string>((resolve) => {
    socket.onmessage = ({ data }) => resolve(JSON.parse(data).epoch)
  })
  await reset
  expect((await get(broker, '/v1/status')).json.epoch).toBe(welcome)
})

test('a closed broker opens no stream and does not begin anew; closing twice is closing once', async () => {
  const broker = createMockBroker({ clock: 'paused' })
  await broker.close()
  await broker.close()
  expect(await untilClosed(broker)).toBe('1001 the mock is going away')
  expect((await get(broker, '/v1/orders')).status).toBe(503)
  await expect(broker.reset()).rejects.toThrow('The broker is closed')
})

test.each<[string, (broker: MockBroker) => unknown]>([
  ['market.setQuote', ({ market }) => market.setQuote('AAPL', { bidPrice: '1.00', askPrice: '2.00' })],
  ['market.halt', ({ market }) => market.halt('AAPL')],
  ['market.cancelOrder', ({ market }) => market.cancelOrder('ord_1')],
  ['account.deposit', ({ account }) => account.deposit('1.00')],
  ['account.depositPosition', ({ account }) => account.depositPosition('AAPL', '1')],
  ['clock.advance', ({ clock }) => clock.advance(1)],
  ['clock.resume', ({ clock }) => clock.resume()],
  ['clock.pause', ({ clock }) => clock.pause()],
  ['clock.setSpeed', ({ clock }) => clock.setSpeed(2)],
  ['issueAccessToken', (broker) => broker.issueAccessToken()],
  ['revokeKey', (broker) => broker.revokeKey('mk_demo')],
])('%s of a closed broker says that it is closed', async (_name, use) => {
  const broker = createMockBroker({ clock: 'paused' })
  await use(createMockBroker({ clock: 'paused' }))
  await broker.close()
  await expect((async () => use(broker))()).rejects.toThrow('The broker is closed: create another one')
})

test.each([
  ['2', '"2"'],
  [0, '0'],
  [Number.NaN, 'NaN'],
])('a clock has no speed of %j', async (speed, shown) => {
  await using broker = createMockBroker({ clock: 'paused' })
  const rule = `The speed of a clock is a number above 0 such as 2, not ${shown}`
  expect(() => broker.clock.setSpeed(speed as number)).toThrow(rule)
  expect(() => broker.clock.resume(speed as number)).toThrow(rule)
})

test('a cursor goes on in its own world alone', async () => {
  await using first = createMockBroker({ clock: 'paused' })
  await using second = createMockBroker({ clock: 'paused' })
  const list = '/v1/instruments?limit=1'
  const cursor = encodeURIComponent((await get(first, list)).json.nextCursor)
  expect((await get(first, `${list}&cursor=${cursor}`)).status).toBe(200)
  expect(await get(second, `${list}&cursor=${cursor}`)).toMatchObject({
    status: 422,
    json: { code: 'invalid-cursor' },
  })
})

test.each([
  [(broker: MockBroker) => broker.account.deposit('much'), /not much/],
  [(broker: MockBroker) => broker.account.deposit('9999999999999999'), /at most 1000000000000000\.00 USD/],
  [
    (broker: MockBroker) => broker.account.deposit('1', { asset: 'EUR' }),
    /Nothing here is paid in "EUR", only in USD; units of an instrument are a position/,
  ],
  [(broker: MockBroker) => broker.account.deposit('-1', { asset: 'dollars' }), /paid in "dollars"/],
  [
    (broker: MockBroker) => broker.account.depositPosition('AAPL', '9007199254740991'),
    /at most 1000000000 AAPL/,
  ],
  [(broker: MockBroker) => broker.account.depositPosition('AAPL', '0.5'), /lots of 1/],
  [(broker: MockBroker) => broker.account.depositPosition('NONE', '1'), /no instrument NONE/],
  [(broker: MockBroker) => broker.market.halt('NONE'), /unknown-symbol/],
])('wrong use is an error that says what is wrong', async (use, message) => {
  await using broker = createMockBroker({ clock: 'paused' })
  expect(() => use(broker)).toThrow(message)
  await expect(broker.clock.advance(-1)).rejects.toThrow(/never goes back/)
})

test('the real clock moves by itself, and the market with it', async () => {
  await using broker = createMockBroker()
  const before = broker.clock.now()
  const socket = new broker.WebSocket(broker.streamUrl)
  const quote = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => {
      const { type } = JSON.parse(data)
      if (type === 'welcome') socket.send('{"type":"authenticate","id":"1","token":"mk_demo"}')
      if (type === 'authenticated')
        socket.send('{"type":"subscribe","id":"2","channels":[{"channel":"quotes.BTC-USD"}]}')
      if (type === 'quote') resolve()
    }
  })
  await quote
  expect(broker.clock.now() > before).toBe(true)
})

test('MSW: the globals reach the broker, handlers of the test answer first, close gives them back', async () => {
  const original = globalThis.fetch
  const mock = setupMockBroker({ clock: 'paused' })
  expect(() => mock.use()).toThrow(/listen/)
  await mock.listen()
  const fetch: typeof globalThis.fetch = (...args) => globalThis.fetch(...args)
  expect((await get(mock.broker, '/v1/accounts', fetch)).status).toBe(200)
  await expect(fetch('http://example.invalid/')).rejects.toThrow()
  await mock.reset()
  await mock.close()
  expect(globalThis.fetch).toBe(original)
})

test('a server on a free port serves its broker', async () => {
  await using server = await startMockServer({ port: 0, clock: 'paused' })
  server.broker.market.setQuote('AAPL', { bidPrice: '1.00', askPrice: '2.00' })
  const answer = await fetch(`${server.url}/v1/quotes/latest?symbols=AAPL`, {
    headers: { authorization: 'Bearer mk_demo' },
  })
  expect(await answer.json()).toMatchObject({ data: [{ bidPrice: '1.00', askPrice: '2.00' }] })
})

test('a server that fails its own check gives its port back', async () => {
  await using free = await startMockServer({ port: 0, clock: 'paused' })
  const { port } = free
  await free.close()
  await expect(startMockServer({ port, symbols: [] })).rejects.toThrow('lists no instrument')
  await using second = await startMockServer({ port, clock: 'paused' })
  expect(second.port).toBe(port)
})

test('what a transport cannot express is an error', () => {
  expect(() => assertCapability('port', 'connectionReset')).not.toThrow()
  expect(() => assertCapability('msw', 'connectionReset')).toThrow(
    'The transport msw cannot express connectionReset; use port',
  )
})

const shared = useMockBroker({ clock: 'paused' })
const cash = async () => (await get(shared, '/v1/accounts/acc_demo')).json.cash

test.each([1, 2])('useMockBroker begins anew before each test (%i)', async () => {
  expect(await cash()).toBe('100000.00')
  shared.account.deposit('1.00')
  expect(await cash()).toBe('100001.00')
})

const publicKey = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'

test.each<[unknown, string]>([
  [{}, 'keys is an array'],
  [[1], 'keys/0 is an object'],
  [[{ keyId: 'pk_bot', secret: 'x'.repeat(16) }], 'keys/0/keyId begins with mk_'],
  [[{ keyId: 'mk_bot' }], 'keys/0 has either a secret'],
  [[{ keyId: 'mk_bot', secret: 'x'.repeat(16), publicKey }], 'keys/0 has either a secret'],
  [[{ keyId: 'mk_bot', secret: 'short' }], 'keys/0/secret has 16 to 512'],
  [[{ keyId: 'mk_bot', publicKey }], 'keys/0/publicKey is an Ed25519 public key'],
  [[{ keyId: 'mk_bot', secret: 'x'.repeat(16), scope: [] }], 'keys/0/scope is none of'],
  [[{ keyId: 'mk_bot', secret: 'x'.repeat(16), scopes: ['all'] }], 'keys/0/scopes is a list of trade'],
  [[{ keyId: 'mk_bot', secret: 'x'.repeat(16), accountIds: ['acc_x'] }], 'accounts of this world: acc_demo'],
  [[{ keyId: 'mk_demo_hmac', secret: 'x'.repeat(16) }], 'comes again'],
])('the keys %j are refused: %s', (keys, message) => {
  expect(() => createMockBroker({ keys: keys as never })).toThrow(message)
})
