import { expect, test } from 'vitest'
import { createRestClient } from '../client.ts'
import type { ClientEvent } from '../observability/client-event.ts'
import type { ClientOptions } from '../options.ts'
import { createFakeClock, settle } from '../testing/fake-clock.ts'
import { connectionError, json, problem, type StubAnswer, stubFetch } from '../testing/stub-fetch.ts'

function clientOf(answers: StubAnswer[], more: Partial<ClientOptions> = {}) {
  const stub = stubFetch(...answers)
  const clock = createFakeClock()
  const events: ClientEvent[] = []
  const client = createRestClient({
    environment: 'mock',
    credentials: { apiKey: 'mk_demo' },
    fetch: stub.fetch,
    clock,
    random: { fraction: () => 1, bytes: (length) => new Uint8Array(length) },
    observe: (event) => events.push(event),
    ...more,
  } as ClientOptions)
  return { client, stub, clock, events }
}

/** The failure of a call, as a value; `undefined` until it failed. */
function failureOf(call: PromiseLike<unknown>): { error?: unknown } {
  const seen: { error?: unknown } = {}
  call.then(undefined, (error: unknown) => {
    seen.error = error
  })
  return seen
}

test('status, headers and request id stand beside the result', async () => {
  const { client } = clientOf([json({ symbol: 'AAPL' }, 200, { 'x-orders-position': 'e1:7' })])
  const call = client.instruments.get('AAPL')
  const { data, status, headers, requestId } = await call.withResponse()
  expect(await call).toBe(data)
  expect([data, status, headers.get('x-orders-position'), requestId]).toEqual([
    { symbol: 'AAPL' },
    200,
    'e1:7',
    'req_1',
  ])
})

test('a read is tried three times, with growing waits, and each attempt is told', async () => {
  const { client, stub, clock, events } = clientOf([
    connectionError('ECONNRESET'),
    problem(503, 'starting'),
    json({ ok: 1 }),
  ])
  const call = client.status()
  await clock.advance(300)
  expect(await call).toEqual({ ok: 1 })
  expect(stub.requests).toHaveLength(3)
  const attempts = events.filter((event) => event.type === 'attempt')
  expect(attempts.map((event) => [event.attempt, event.status, event.errorCode, event.retryInMs])).toEqual([
    [1, undefined, 'network', 100],
    [2, 503, 'starting', 200],
    [3, 200, undefined, undefined],
  ])
})

test('a read that fails three times fails with the last error', async () => {
  const { client, stub, clock } = clientOf([problem(503, 'starting', { requestId: 'req_1' })])
  const seen = failureOf(client.status())
  await clock.advance(1_000)
  expect(stub.requests).toHaveLength(3)
  expect(seen.error).toMatchObject({ name: 'ServerError', code: 'starting' })
})

test('Retry-After is obeyed, and not waited for beyond the limit of the call', async () => {
  const throttled = problem(429, 'quota-exceeded', {}, { 'retry-after': '7' })
  const { client, stub, clock } = clientOf([throttled])
  const seen = failureOf(client.status())
  await clock.advance(6_999)
  expect(stub.requests).toHaveLength(1)
  await clock.advance(1)
  expect(stub.requests).toHaveLength(2)
  await clock.advance(7_000)
  expect(stub.requests).toHaveLength(3)
  expect(seen.error).toMatchObject({ name: 'RateLimitedError', retryAfterMs: 7_000 })
  const impatient = failureOf(client.status({ timeoutMs: 6_000 }))
  await settle()
  expect(impatient.error).toMatchObject({ name: 'RateLimitedError' })
  expect(stub.requests).toHaveLength(4)
})

test('headers that do not come in 5 s count as a failed attempt, and 15 s end the call', async () => {
  const { client, stub, clock } = clientOf(['never'])
  const seen = failureOf(client.status())
  await clock.advance(14_999)
  expect(stub.requests).toHaveLength(3)
  expect(seen.error).toBeUndefined()
  await clock.advance(1)
  expect(seen.error).toMatchObject({
    name: 'TimeoutError',
    code: 'timeout',
    message: expect.stringContaining('not done within 15000 ms'),
  })
  expect(stub.requests.every((request) => request.signal.aborted)).toBe(true)
  expect(clock.waiting).toBe(0)
})

test('a change waits 2 s for its headers, or as long as the caller says', async () => {
  const { client, clock } = clientOf(['never'])
  const short = failureOf(client.orders.cancel('ord_1'))
  const long = failureOf(client.orders.cancel('ord_1', { timeoutMs: 3_000 }))
  await clock.advance(2_000)
  expect(short.error).toMatchObject({ name: 'TimeoutError', processed: 'unknown' })
  expect(long.error).toBeUndefined()
  await clock.advance(1_000)
  expect(long.error).toMatchObject({ name: 'TimeoutError', processed: 'unknown' })
})

test('a body that stalls is given up, and so is one that never ends', async () => {
  const dripping = () =>
    new Response(
      new ReadableStream(
        { pull: (controller) => controller.enqueue(new Uint8Array([32])) },
        { highWaterMark: 0 },
      ),
    )
  const stalled = () =>
    new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([32])) }))
  const slow = clientOf([stalled])
  const first = failureOf(slow.client.status({ timeoutMs: 11_000 }))
  await slow.clock.advance(10_000)
  expect(slow.events[0]).toMatchObject({ errorCode: 'timeout', status: 200 })
  await slow.clock.advance(1_000)
  expect(first.error).toMatchObject({ name: 'TimeoutError' })
  const endless = clientOf([dripping], { maximumResponseBytes: 100 })
  const second = failureOf(endless.client.status())
  while (second.error === undefined) await settle()
  expect(second.error).toMatchObject({
    name: 'InvalidResponseError',
    code: 'response-too-large',
    status: 200,
  })
  expect(endless.stub.requests).toHaveLength(1)
})

test('the limit of size counts bytes as they come', async () => {
  const { client } = clientOf([json({ text: 'é'.repeat(50) })], { maximumResponseBytes: 111 })
  expect(await client.status()).toEqual({ text: 'é'.repeat(50) })
  const tight = clientOf([json({ text: 'é'.repeat(50) })], { maximumResponseBytes: 110 })
  await expect(tight.client.status()).rejects.toMatchObject({ code: 'response-too-large' })
})

test('an abort counts at once: before sending, while waiting for an answer, and between attempts', async () => {
  const { client, stub, clock } = clientOf(['never'])
  await expect(client.status({ signal: AbortSignal.abort('no') })).rejects.toMatchObject({
    name: 'AbortedError',
    cause: 'no',
  })
  expect(stub.requests).toHaveLength(0)
  const during = new AbortController()
  const waiting = failureOf(client.status({ signal: during.signal }))
  await settle()
  during.abort(new Error('enough'))
  await settle()
  expect(waiting.error).toMatchObject({ name: 'AbortedError', code: 'aborted', cause: { message: 'enough' } })
  expect(stub.requests[0]?.signal.aborted).toBe(true)
  const between = new AbortController()
  const failing = clientOf([problem(503, 'starting')])
  const paused = failureOf(failing.client.status({ signal: between.signal }))
  await settle()
  between.abort()
  await settle()
  expect(paused.error).toMatchObject({ name: 'AbortedError' })
  expect([failing.stub.requests.length, failing.clock.waiting, clock.waiting]).toEqual([1, 0, 0])
})

test.each([
  [
    'HTML',
    new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }),
    'the answer is not JSON',
  ],
  ['nothing', new Response(null, { status: 204 }), 'the answer is not JSON'],
  ['a bare number', json(1), 'the answer is not a JSON object'],
])('a successful answer of %s is not taken for a result', async (_, answer, reason) => {
  const { client, stub, clock } = clientOf([answer])
  const seen = failureOf(client.status())
  await clock.advance(300)
  expect(stub.requests).toHaveLength(3)
  expect(seen.error).toMatchObject({ name: 'InvalidResponseError', message: expect.stringContaining(reason) })
})

test('every change carries a deadline by the server’s clock; a read carries none', async () => {
  const serverMs = Date.UTC(2030, 0, 1)
  const { client, stub } = clientOf([json({}), json({}, 200, { 'x-server-time': `${serverMs}` }), json({})])
  await client.orders.cancelAll()
  await client.status()
  await client.orders.cancel('ord_1')
  await client.orders.cancelByClientId('my-1')
  expect(stub.requests.map((request) => request.headers.get('x-request-deadline'))).toEqual([
    '2026-11-22T14:30:05.000000Z',
    null,
    '2030-01-01T00:00:05.000000Z',
    '2030-01-01T00:00:05.000000Z',
  ])
})

test('what would lead a request elsewhere is refused: redirects by fetch, path parameters here', async () => {
  const { client, stub } = clientOf([json({})])
  for (const id of ['', '.', '..', undefined, 7]) {
    await expect(client.orders.cancelByClientId(id as string)).rejects.toMatchObject({
      name: 'ArgumentError',
      code: 'invalid-argument',
    })
  }
  expect(stub.requests).toHaveLength(0)
  await client.orders.get('a/b?c')
  expect(stub.requests[0]).toMatchObject({
    url: 'http://127.0.0.1:4010/v1/orders/a%2Fb%3Fc',
    redirect: 'error',
  })
})

test('a fetch that is put in place after the client was made is used', async () => {
  const { client } = clientOf([], { fetch: undefined })
  const original = globalThis.fetch
  try {
    globalThis.fetch = async () => json({ late: true })
    expect(await client.status()).toEqual({ late: true })
  } finally {
    globalThis.fetch = original
  }
})

test('getToken is asked for each request, once for those that wait together', async () => {
  let asked = 0
  const getToken = async () => `token_${++asked}`
  const { client, stub } = clientOf([json({})], { credentials: { getToken } })
  await Promise.all([client.status(), client.time()])
  await client.status()
  expect(stub.requests.map((request) => request.headers.get('authorization'))).toEqual([
    'Bearer token_1',
    'Bearer token_1',
    'Bearer token_2',
  ])
})

test.each([
  [
    'at once',
    () => {
      throw new Error('not yet')
    },
  ],
  ['later', () => Promise.reject(new Error('not yet'))],
])('a getToken that failed %s is asked again by the next call', async (_, fail) => {
  let asked = 0
  const getToken = (): string | Promise<string> => (++asked === 1 ? fail() : 'token_2')
  const { client } = clientOf([json({ status: 'ok' })], { credentials: { getToken } })
  await expect(client.status()).rejects.toMatchObject({ name: 'TokenError' })
  expect(await client.status()).toEqual({ status: 'ok' })
})

test.each([
  ['throws', () => Promise.reject(new Error('vault is sealed')), 'vault is sealed'],
  ['gives nothing', () => '', 'visible ASCII'],
  ['gives a live key', () => 'lk_canary', "is not for environment 'mock'"],
])('nothing is sent when getToken %s', async (_, getToken, reason) => {
  const { client, stub } = clientOf([json({})], { credentials: { getToken } })
  const failure = client.orders.cancel('ord_1')
  await expect(failure).rejects.toMatchObject({
    name: 'TokenError',
    code: 'token-unavailable',
    processed: 'no',
    message: expect.stringContaining(reason),
  })
  expect(stub.requests).toHaveLength(0)
})

test('close lets calls finish, then stops them, and takes no new ones', async () => {
  const { client, clock, stub } = clientOf([json({ done: true }), 'never'])
  await client.status()
  const hanging = failureOf(client.orders.cancel('ord_1', { timeoutMs: 60_000 }))
  const closed = client.close({ timeoutMs: 1_000 })
  await expect(client.status()).rejects.toMatchObject({ name: 'AbortedError', code: 'client-closed' })
  await clock.advance(999)
  expect(hanging.error).toBeUndefined()
  await clock.advance(1)
  await closed
  await settle()
  expect(hanging.error).toMatchObject({ name: 'AbortedError', code: 'client-closed', processed: 'unknown' })
  await client.close()
  expect([stub.requests.length, clock.waiting]).toEqual([2, 0])
})

test('a client can be disposed of by `await using`', async () => {
  const { client, clock } = clientOf([json({})])
  {
    await using scoped = client
    await scoped.status()
  }
  await expect(client.status()).rejects.toMatchObject({ code: 'client-closed' })
  expect(clock.waiting).toBe(0)
})

test('a failure that nobody handles is not swallowed', async () => {
  const { client } = clientOf([problem(404, 'unknown-order')])
  const seen: unknown[] = []
  const previous = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (error) => seen.push(error))
  client.orders.get('ord_1')
  while (seen.length === 0) await settle()
  process.removeAllListeners('unhandledRejection')
  for (const listener of previous) process.on('unhandledRejection', listener)
  expect(seen).toMatchObject([{ name: 'NotFoundError' }])
})

test('an observer that throws harms nothing', async () => {
  const observe = () => {
    throw new Error('x')
  }
  const { client } = clientOf([json({ ok: 1 })], { observe })
  expect(await client.status()).toEqual({ ok: 1 })
})

test('a deprecated operation is told once, with its end where that is known', async () => {
  const headers = { deprecation: '@1767225600', sunset: 'Fri, 01 Jan 2027 00:00:00 GMT' }
  const answers = [json({ ok: 1 }, 200, headers), json({ ok: 1 }, 200, headers)]
  const { client, events } = clientOf([...answers, problem(404, 'unknown-order', {}, { deprecation: '@1' })])
  await client.status()
  await client.status()
  await client.orders.get('ord_1').catch(() => {})
  expect(events.filter(({ type }) => type === 'deprecation')).toEqual([
    { type: 'deprecation', operationId: 'getStatus', since: headers.deprecation, sunset: headers.sunset },
    { type: 'deprecation', operationId: 'getOrder', since: '@1', sunset: undefined },
  ])
})

test('an answer with a tag is asked for by it, and used again where it still holds', async () => {
  const tagged = (tag: string, name: string) => json({ symbol: 'AAPL', name }, 200, { etag: tag })
  const unchanged = (): Response =>
    new Response(null, { status: 304, headers: { etag: 'W/"1"', 'x-request-id': 'req_2' } })
  const { client, stub, events } = clientOf([tagged('W/"1"', 'Apple'), unchanged, tagged('W/"2"', 'Pear')])
  const get = () => client.instruments.get('AAPL').withResponse()
  expect((await get()).data.name).toBe('Apple')
  expect(await get()).toMatchObject({ data: { name: 'Apple' }, status: 200, requestId: 'req_2' })
  expect((await get()).data.name).toBe('Pear')
  await get()
  expect(stub.requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([
    null,
    'W/"1"',
    'W/"1"',
    'W/"2"',
  ])
  expect(events.every((event) => event.type === 'attempt' && event.status === 200)).toBe(true)
})

test('each result is its own, so that who changes one changes nobody else’s', async () => {
  const answers = [json({ name: 'Apple' }, 200, { etag: '"1"' }), new Response(null, { status: 304 })]
  const { client } = clientOf(answers)
  const first = await client.instruments.get('AAPL')
  first.name = 'mine'
  expect((await client.instruments.get('AAPL')).name).toBe('Apple')
})

test('an answer without a tag, one to a change, and one that is no success are not kept', async () => {
  const etag = { etag: '"1"' }
  const { client, stub } = clientOf([
    json({ ok: 1 }),
    json({ ok: 1 }),
    problem(404, 'unknown-symbol', {}, etag),
    json({ ok: 1 }),
    json({ timeoutMs: 0 }, 200, etag),
    json({ timeoutMs: 0 }, 200, etag),
  ])
  await client.status()
  await client.status()
  await client.instruments.get('X').catch(() => {})
  await client.instruments.get('X')
  await client.orders.cancelAllAfter(0)
  await client.orders.cancelAllAfter(0)
  expect(stub.requests.map(({ headers }) => headers.get('if-none-match'))).toEqual(Array(6).fill(null))
})

test('a 304 that nobody asked for is no answer of the API', async () => {
  const { client } = clientOf([new Response(null, { status: 304 })])
  const seen = failureOf(client.status())
  await settle()
  expect(seen.error).toMatchObject({ code: 'invalid-response', status: 304 })
})
