import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MockServer, type MockServerOptions, startMockServer } from '../../src/node.ts'
import { openJournalFile } from '../../src/ports/journal-file.ts'
import { assertAnswer } from '../contract-check.ts'

let folder = ''
let path = ''
let server: MockServer | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  path = join(folder, 'world.journal')
})

afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(folder, { recursive: true })
})

async function start(options: MockServerOptions = {}): Promise<MockServer> {
  server = await startMockServer({ port: 0, clock: 'paused', journal: { path, sync: 'always' }, ...options })
  return server
}

async function restart(options: MockServerOptions = {}): Promise<MockServer> {
  await server?.close()
  return start(options)
}

interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: answers of any operation, checked against the contract
  readonly json: any
}

async function call(method: string, target: string, body?: object): Promise<Answer> {
  const response = await fetch(`${server?.url}${target}`, {
    method,
    headers: {
      authorization: 'Bearer mk_demo',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  assertAnswer(method, target, { status: response.status, headers: response.headers, body: text })
  return {
    status: response.status,
    headers: response.headers,
    json: text === '' ? undefined : JSON.parse(text),
  }
}

const get = async (target: string) => (await call('GET', target)).json

function order(clientOrderId: string, change: object = {}) {
  const terms = {
    symbol: 'AAPL',
    side: 'buy',
    type: 'limit',
    timeInForce: 'gtc',
    quantity: '10',
    limitPrice: '100.00',
  }
  return { clientOrderId, ...terms, ...change }
}

test('a server goes on where it stopped: orders, fills, money, positions and what else it is asked for', async () => {
  await start()
  await call('POST', '/v1/orders', order('resting'))
  const { type, timeInForce, limitPrice, ...rest } = order('filled')
  await call('POST', '/v1/orders', { ...rest, type: 'market', timeInForce: 'ioc' })
  await call('POST', '/v1/orders', order('wrong', { limitPrice: '100.001' }))
  await call('POST', '/v1/watchlists', { name: 'mine', symbols: ['AAPL'] })
  const second = await call('POST', '/v1/watchlists', { name: 'other', symbols: [] })
  await call('DELETE', `/v1/watchlists/${second.json.watchlistId}`)
  await call('POST', '/v1/webhooks', { url: 'http://127.0.0.1:9/hook' })
  const targets = [
    '/v1/orders',
    '/v1/fills',
    '/v1/orders/by-client-id/resting',
    '/v1/orders/by-client-id/wrong',
    '/v1/accounts/acc_demo/balances',
    '/v1/accounts/acc_demo/activities',
    '/v1/positions/AAPL',
    '/v1/watchlists',
    '/v1/webhooks',
  ]
  const marks = /"(marketPrice|marketValue|unrealizedProfit|equity)":(null|"[^"]*")/g
  const before = await Promise.all(targets.map(get))
  const epoch = (await call('GET', '/v1/orders')).headers.get('x-orders-position')
  await restart()
  const after = await Promise.all(targets.map(get))
  const plain = (answers: unknown[]) => answers.map((answer) => JSON.stringify(answer).replace(marks, ''))
  expect(plain(after)).toEqual(plain(before))
  const [name, seq] = (await call('GET', '/v1/orders')).headers.get('x-orders-position')?.split(':') ?? []
  expect(epoch?.split(':')).toEqual([expect.not.stringMatching(String(name)), seq])
  const third = await call('POST', '/v1/watchlists', { name: 'third', symbols: [] })
  expect(third.json.watchlistId).not.toBe(second.json.watchlistId)
})

test('an order sent again after a restart is the same order', async () => {
  await start()
  const first = await call('POST', '/v1/orders', order('once'))
  await restart()
  const again = await call('POST', '/v1/orders', order('once'))
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true'])
  expect(again.json).toEqual(first.json)
  const other = await call('POST', '/v1/orders', order('once', { quantity: '11' }))
  expect([other.status, other.json.code]).toEqual([422, 'client-order-id-reused'])
})

test('cursors given out before a restart are good after it', async () => {
  await start()
  for (const id of ['a', 'b', 'c']) await call('POST', '/v1/orders', order(id))
  const page = await get('/v1/orders?limit=1')
  await restart()
  const next = await get(`/v1/orders?limit=1&cursor=${encodeURIComponent(page.nextCursor)}`)
  expect(next.data.map((found: { clientOrderId: string }) => found.clientOrderId)).toEqual(['b'])
})

const SPLIT = { type: 'split', exDate: '2026-01-06', newUnits: 4, oldUnits: 1 } as const

const MODELS = ['calm', 'orderFlow', 'gbm'] as const

test.each(MODELS)(
  'the market %s goes on at its price, without its leftovers, and elects no stop',
  async (market) => {
    const options = { symbols: ['AAPL'], market }
    await start(options)
    await server?.broker.clock.advance(60_000)
    server?.broker.account.depositPosition('AAPL', 10)
    // The bid that is left when the market withdraws would elect this one.
    await call('POST', '/v1/orders', order('low', { limitPrice: '1.00' }))
    const stop = {
      side: 'sell',
      type: 'stop',
      stopPrice: '50.00',
      triggerBy: 'bidAsk',
      limitPrice: undefined,
    }
    await call('POST', '/v1/orders', order('stop', stop))
    const [before] = (await get('/v1/quotes/latest?symbols=AAPL')).data
    const levels = (await get('/v1/order-books/AAPL')).bids.length
    for (let round = 0; round < 3; round += 1) await restart(options)
    const [after] = (await get('/v1/quotes/latest?symbols=AAPL')).data
    expect(Math.abs(after.bidPrice - before.bidPrice)).toBeLessThan(0.5)
    expect((await get('/v1/orders/by-client-id/stop')).status).toBe('new')
    const book = await get('/v1/order-books/AAPL')
    expect(book.bids.length).toBeLessThan(levels + 3)
    expect(Number(book.bids[0].price)).toBeLessThan(Number(book.asks[0].price))
    const trades = await get('/v1/trades?symbol=AAPL')
    expect(trades.data).toEqual([])
    await server?.broker.clock.advance(10_000)
    const quotes = await get('/v1/quotes?symbol=AAPL')
    expect(quotes.data.length).toBeGreaterThan(5)
  },
)

test('a paused world stands where it stood, and quotes of a script stay', async () => {
  await start()
  server?.broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01' })
  await server?.broker.clock.advance(12_345)
  const now = server?.broker.clock.now()
  await restart()
  expect(server?.broker.clock.now()).toBe(now)
  expect((await get('/v1/quotes/latest?symbols=AAPL')).data).toMatchObject([
    { bidPrice: '189.99', askPrice: '190.01' },
  ])
  server?.broker.market.setQuote('AAPL', { bidPrice: '189.98', askPrice: '190.02' })
  await server?.broker.clock.advance(10_000)
  const book = await get('/v1/order-books/AAPL')
  expect([book.bids, book.asks].map((side) => side.length)).toEqual([1, 1])
})

test.each([
  ['closed', 'XNYS', 9 * 3_600_000],
  ['halted', undefined, 60_000],
] as const)(
  'a market that is %s at two restarts goes on at the price at which it stopped',
  async (_, calendar, ms) => {
    const options: MockServerOptions = { symbols: ['AAPL'], market: 'orderFlow', calendar }
    await start(options)
    // The price at which it begins without a journal is far from this one.
    server?.broker.market.declareCorporateAction('AAPL', SPLIT)
    await server?.broker.clock.advance(24 * 3_600_000 + ms)
    if (calendar === undefined) server?.broker.market.halt('AAPL')
    for (let round = 0; round < 3; round += 1) await restart(options)
    if (calendar === undefined) server?.broker.market.resume('AAPL')
    await server?.broker.clock.advance(16 * 3_600_000)
    const [quote] = (await get('/v1/quotes/latest?symbols=AAPL')).data
    expect(Number(quote.bidPrice)).toBeGreaterThan(50)
    expect(Number(quote.askPrice)).toBeLessThan(65)
  },
)

test('a split while the server was away moves the market, and leaves no place held', async () => {
  await start({ clock: { start: '2026-01-05T14:30:00Z', speed: 0 }, symbols: ['AAPL'], market: 'gbm' })
  server?.broker.market.declareCorporateAction('AAPL', SPLIT)
  await restart({ clock: 'real', symbols: ['AAPL'], market: 'gbm' })
  server?.broker.clock.pause()
  server?.broker.market.setQuote('AAPL', { bidPrice: '10.00', askPrice: '90.00' })
  const book = await get('/v1/order-books/AAPL')
  expect([book.bids, book.asks].map((side) => side.length)).toEqual([1, 1])
})

test('a key that was ended stays so when it was not given at a start between', async () => {
  const keys = [{ keyId: 'mk_bot', secret: 'sixteen-characters' }]
  await start({ keys })
  server?.broker.revokeKey('mk_bot')
  await restart()
  await restart({ keys })
  expect(() => server?.broker.revokeKey('mk_bot')).toThrow(/no key mk_bot/)
})

test('a journal is one file under all its names', async () => {
  const link = join(folder, 'link.journal')
  const first = await start()
  symlinkSync(path, link)
  await expect(start({ journal: { path: link } })).rejects.toThrow(/is in use by process \d+/)
  server = first
  await call('POST', '/v1/orders', order('old'))
  await restart({ journal: { path: link } })
  await call('POST', '/v1/orders', order('new'))
  await restart()
  expect((await get('/v1/orders')).data).toHaveLength(2)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
})

test('a real clock is the machine’s again, and what fell due meanwhile has happened', async () => {
  await start({ clock: { start: '2026-01-05T14:30:00Z', speed: 0 } })
  await call('POST', '/v1/orders', order('day', { timeInForce: 'day' }))
  await restart({ clock: 'real' })
  const found = await get('/v1/orders/by-client-id/day')
  expect(found).toMatchObject({ status: 'expired', updatedAt: '2026-01-06T00:00:00.000000Z' })
  expect((await get('/v1/time')).world > '2026-11').toBe(true)
})

test('a key that was ended stays so, and a reset begins a new world in the same journal', async () => {
  const keys = [{ keyId: 'mk_bot', secret: 'sixteen-characters' }]
  await start({ keys })
  await call('POST', '/v1/orders', order('old'))
  server?.broker.revokeKey('mk_bot')
  await restart({ keys })
  expect(() => server?.broker.revokeKey('mk_bot')).toThrow(/no key mk_bot/)
  await server?.broker.reset()
  await call('POST', '/v1/orders', order('new'))
  await restart({ keys })
  const { data } = await get('/v1/orders')
  expect(data.map((found: { clientOrderId: string }) => found.clientOrderId)).toEqual(['new'])
})

test('what is no file is refused by name and left alone', async () => {
  const made = join(folder, 'made')
  mkdirSync(made)
  await expect(start({ journal: { path: made } })).rejects.toThrow(
    `The journal ${made} cannot be used: ${made} is a folder`,
  )
  if (process.platform === 'win32') return
  await expect(start({ journal: { path: '/dev/null' } })).rejects.toThrow('/dev/null is no file')
  expect(readdirSync(folder)).toEqual(['made'])
})

test('a checkpoint that cannot be written leaves the journal as it was, and nothing beside it', async () => {
  await start()
  await call('POST', '/v1/orders', order('kept'))
  await server?.close()
  const file = openJournalFile(path)
  const before = file.read()
  const next = file.begin()
  next.append(new Uint8Array(9))
  expect(() => next.append({ length: 1 } as Uint8Array)).toThrow()
  expect(file.read()).toEqual(before)
  next.discard()
  file.close()
  expect(readdirSync(folder)).toEqual(['world.journal'])
  // What a crash leaves in the middle of a checkpoint is written over.
  writeFileSync(`${path}.new`, 'the beginning of a checkpoint')
  await start()
  expect((await get('/v1/orders')).data).toHaveLength(1)
})

test.each(['always', 'interval'] as const)('getLimits tells of %s', async (sync) => {
  await start({ journal: { path, sync } })
  expect((await get('/v1/limits')).durability).toBe(sync)
})

test('a journal of another world is refused in one sentence; the seed is the journal’s', async () => {
  await start({ seed: 7, symbols: ['AAPL', 'MSFT'] })
  await server?.close()
  const refused = (options: MockServerOptions) =>
    expect(start({ seed: 7, symbols: ['AAPL', 'MSFT'], ...options })).rejects
  await refused({ seed: 8 }).toThrow(/belongs to a world with seed 7, and this one has seed 8/)
  await refused({ symbols: ['AAPL'] }).toThrow(
    /with symbols \["AAPL","MSFT"\], and this one has symbols \["AAPL"\]/,
  )
  await refused({ calendar: 'XNYS' }).toThrow(/with calendar none, and this one has calendar "XNYS"/)
  await start({ seed: undefined, symbols: ['AAPL', 'MSFT'], limits: 'realistic', strictAuth: false })
  expect(server?.broker.seed).toBe(7)
})

test('an option that says what is so anyway makes no other world', async () => {
  await start()
  await restart({ market: 'calm', accountType: 'cash', requestLatencyMs: 0, dayEndReports: false })
  await restart({ market: undefined })
})

test('a calendar of one’s own must say the same as before', async () => {
  const closedFrom = (time: number) =>
    ({
      phaseAt: (at: number) => (at < time ? 'open' : 'closed'),
      nextChange: (at: number) => (at < time ? time : undefined),
    }) as const
  const [early, late] = [1_800_000_000_000_000, 1_900_000_000_000_000]
  await start({ calendar: closedFrom(early) })
  await restart({ calendar: closedFrom(early) })
  await server?.close()
  await expect(start({ calendar: closedFrom(late) })).rejects.toThrow(/belongs to a world with calendar/)
  await expect(start({ calendar: { usEquity: closedFrom(late) } })).rejects.toThrow(/with calendar/)
})

test('two servers do not share a journal; the lock of a dead one is taken over', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(/world\.journal is in use by process \d+/)
  server = first
  await server.close()
  expect(existsSync(`${path}.lock`)).toBe(false)
  // The highest number that Linux gives to a process is 2^22.
  for (const owner of ['4194305', '', String(process.pid)]) {
    writeFileSync(`${path}.lock`, owner)
    await restart()
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(`${process.pid}\n`)
  }
})

test('only its owner may read the file', async () => {
  await start()
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('what a crash cut off is dropped with a warning, and damage refuses to start', async () => {
  await start()
  for (const id of ['a', 'b', 'c']) await call('POST', '/v1/orders', order(id))
  await server?.close()
  const bytes = readFileSync(path)
  const warnings: string[] = []
  const onWarning = (warning: string) => warnings.push(warning)
  writeFileSync(path, bytes.subarray(0, -3))
  await start({ journal: { path, onWarning } })
  expect(warnings).toEqual([
    expect.stringMatching(/ended in the middle of a write: its last \d+ bytes, from byte \d+, were dropped/),
  ])
  const { data } = await get('/v1/orders')
  expect(data).toHaveLength(2)
  await server?.close()
  const damaged = Buffer.from(bytes)
  damaged[1000] = (damaged[1000] ?? 0) ^ 1
  writeFileSync(path, damaged)
  await expect(start()).rejects.toThrow(
    /world\.journal is damaged at byte \d+: the checksum of a record is wrong/,
  )
  writeFileSync(path, '')
  await expect(start()).rejects.toThrow(/damaged at byte 0: it is empty; restore it from a copy/)
  writeFileSync(path, 'something else')
  await expect(start()).rejects.toThrow(
    /damaged at byte 0: it does not begin as a journal of this version does/,
  )
  expect(existsSync(`${path}.lock`)).toBe(false)
})

test.each([
  [{ replay: { paths: ['x'] } }, /either replay or journal/],
  [{ journal: { path: '', sync: 'always' } }, /path of a file/],
  [{ journal: { path: 'x', sync: 'never' } }, /always or in an interval, not "never"/],
  [{ journal: { path: 'x', intervalMs: 0 } }, /1 to 60000 milliseconds/],
  [{ journal: { path: join(tmpdir(), 'no-such-folder', 'x') } }, /no-such-folder/],
])('%j is refused', async (options, message) => {
  await expect(start(options as MockServerOptions)).rejects.toThrow(message)
  server = undefined
})
