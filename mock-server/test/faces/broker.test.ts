import { expect, test } from 'vitest'
import { assertCapability, createMockBroker, type MockBroker } from '../../src/index.ts'
import { setupMockBroker } from '../../src/msw.ts'
import { startMockServer } from '../../src/node.ts'
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

test.each([
  [{ seed: -1 }, /seed/],
  [{ symbols: ['aapl'] }, /not "aapl"/],
  [{ clock: { start: 'monday' } }, /not "monday"/],
  [{ clock: { speed: -1 } }, /speed/],
  [{ calendar: 'XLON' as 'XNYS' }, /XNYS/],
  [{ accounts: [{ key: 'mk_a', accountId: 'acc_a', cash: 'much' }] as const }, /cash of acc_a/],
])('the options %j are refused', (options, message) => {
  expect(() => createMockBroker(options)).toThrow(message)
})

test.each([
  [(broker: MockBroker) => broker.account.deposit('much'), /not much/],
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
