import { answerHeaders, type OperationId, routes } from '@openbourse/spec'
import { expect, test } from 'vitest'
import { checkCors } from '../../src/api/cors.ts'
import { createBroker } from './broker.ts'

const PAGE = 'http://localhost:5173'

test.each(
  (Object.keys(routes) as OperationId[])
    .filter((id) => routes[id].conditional)
    .map((id) => [id, routes[id]] as const),
)('%s has a weak tag, and answers 304 to who names it', async (_id, route) => {
  const broker = createBroker()
  const path = route.path.replace('{symbol}', 'AAPL')
  const { headers, body } = await broker.call('GET', path)
  expect(headers.etag).toMatch(/^W\/"[\w-]{22}"$/)
  const who = route.security === 'none' ? 'public' : 'private'
  expect(headers['cache-control']).toBe(`${who}, no-cache`)
  for (const known of [headers.etag, `"other", ${headers.etag}`, headers.etag?.slice(2), '*']) {
    const again = await broker.call('GET', path, { headers: { 'if-none-match': String(known) } })
    expect([known, again.status, again.body, again.headers.etag]).toEqual([
      known,
      304,
      undefined,
      headers.etag,
    ])
  }
  for (const unknown of ['"other"', 'W/""', headers.etag?.replaceAll('"', '')]) {
    const again = await broker.call('GET', path, { headers: { 'if-none-match': String(unknown) } })
    expect([unknown, again.status, again.body]).toEqual([unknown, 200, body])
  }
})

test('what changes gets another tag', async () => {
  const broker = createBroker()
  const before = await broker.call('GET', '/v1/instruments/AAPL')
  broker.run({ type: 'HaltSymbol', symbol: 'AAPL', reason: 'news' })
  const condition = { headers: { 'if-none-match': String(before.headers.etag) } }
  const after = await broker.call('GET', '/v1/instruments/AAPL', condition)
  expect(after.status).toBe(200)
  expect(after.headers.etag).not.toBe(before.headers.etag)
})

test('a refusal is never 304, and nothing but the conditional answers may be kept', async () => {
  const broker = createBroker()
  const any = { headers: { 'if-none-match': '*' } }
  for (const [target, status] of [
    ['/v1/instruments/NONE', 404],
    ['/v1/positions', 200],
    ['/v1/quotes/latest?symbols=AAPL', 200],
    ['/nowhere', 404],
  ] as const) {
    const answer = await broker.call('GET', target, any)
    expect([answer.status, answer.headers['cache-control'], answer.headers.etag]).toEqual([
      status,
      'no-store',
      undefined,
    ])
    expect(answer.headers.vary).toBe('Accept-Encoding, Origin')
  }
})

test('OPTIONS tells the methods of every path, without a key', async () => {
  const broker = createBroker()
  for (const { path, method } of Object.values(routes)) {
    const { status, headers, body } = await broker.call('OPTIONS', path.replace(/\{\w+\}/, 'x'), {
      key: null,
    })
    expect([status, body]).toEqual([204, undefined])
    expect(headers.allow?.split(', ')).toEqual(expect.arrayContaining([method, 'OPTIONS']))
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
  expect((await broker.call('OPTIONS', '/nowhere')).status).toBe(404)
})

const preflight = (origin: string) => ({
  key: null,
  headers: { origin, 'access-control-request-method': 'POST' },
})

test('pages of other origins may read nothing unless they were named', async () => {
  const off = createBroker()
  expect(Object.keys((await off.call('OPTIONS', '/v1/orders', preflight(PAGE))).headers)).not.toContain(
    'access-control-allow-origin',
  )
  const broker = createBroker({ cors: { origins: [PAGE] } })
  const { headers } = await broker.call('OPTIONS', '/v1/orders', preflight(PAGE))
  expect(headers).toMatchObject({
    'access-control-allow-origin': PAGE,
    'access-control-allow-methods': 'GET, HEAD, POST, DELETE, OPTIONS',
    'access-control-allow-headers': expect.stringContaining('authorization'),
  })
  expect(headers).not.toHaveProperty('access-control-allow-credentials')
  for (const origin of ['http://localhost:5174', 'https://localhost:5173', 'null', `${PAGE}.example.com`]) {
    const other = await broker.call('OPTIONS', '/v1/orders', preflight(origin))
    expect(other.headers).not.toHaveProperty('access-control-allow-origin')
  }
})

test('a page that may read sees every header of the contract, refusals too', async () => {
  const broker = createBroker({ cors: { origins: ['*'] } })
  for (const target of ['/v1/status', '/v1/orders/ord_9']) {
    const { headers } = await broker.call('GET', target, { headers: { origin: PAGE } })
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-expose-headers']?.split(', ')).toEqual([...answerHeaders])
  }
  expect(answerHeaders).toEqual(
    expect.arrayContaining(['ETag', 'RateLimit', 'Retry-After', 'X-Orders-Position']),
  )
})

test('credentials go with named origins only', async () => {
  const broker = createBroker({ cors: { origins: [PAGE], credentials: true } })
  const { headers } = await broker.call('GET', '/v1/status', { headers: { origin: PAGE } })
  expect(headers).toMatchObject({
    'access-control-allow-origin': PAGE,
    'access-control-allow-credentials': 'true',
  })
  expect(() => checkCors({ origins: ['*'], credentials: true })).toThrow(/cannot be allowed with credentials/)
  expect(() => checkCors({ origins: ['localhost:5173'] })).toThrow(/http:\/\/localhost:5173/)
  expect(() => checkCors({ origins: [`${PAGE}/`] })).toThrow(/without a path/)
})

test('a deprecated operation says so in each answer', async () => {
  const deprecation = { deprecation: '@1767225600', sunset: 'Fri, 01 Jan 2027 00:00:00 GMT' }
  const broker = createBroker({ deprecations: { listTrades: deprecation } })
  expect((await broker.call('GET', '/v1/trades?symbol=AAPL')).headers).toMatchObject(deprecation)
  expect((await broker.call('GET', '/v1/trades')).headers).toMatchObject(deprecation)
  expect((await broker.call('GET', '/v1/positions')).headers).not.toHaveProperty('deprecation')
})
