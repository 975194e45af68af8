import { createServer } from 'node:http'
import { inspect } from 'node:util'
import { startMockServer } from '@openbourse/mock-server/node'
import {
  type ClientOptions,
  createClient,
  isAbortedError,
  isConflictError,
  isInvalidResponseError,
  isNetworkError,
  isOpenbourseError,
  isOrderOutcomeUnknownError,
  isServerError,
  isTimeoutError,
  type NewOrder,
} from '@openbourse/sdk'
import { expect, test } from 'vitest'
import { until } from './fast-clock.ts'
import { type Fate, Line } from './proxy.ts'

const limitOrder: NewOrder = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  limitPrice: '1.00',
  timeInForce: 'gtc',
  quantity: '1',
}

type Changes = Partial<Pick<ClientOptions, 'timeouts' | 'credentials' | 'observe' | 'fetch' | 'deadlineMs'>>

/** A server, a line to it, a client at the other end, and a client that is next to the server. */
async function setUp(changes: Changes = {}) {
  const server = await startMockServer({ port: 0, symbols: ['AAPL'] })
  const proxy = await Line.to(server.port)
  const options = { environment: 'mock', credentials: { apiKey: 'mk_demo' } } as const
  const client = createClient({ ...options, baseUrl: proxy.url, ...changes })
  const near = createClient({ ...options, baseUrl: server.url })
  return {
    server,
    proxy,
    client,
    near,
    async [Symbol.asyncDispose]() {
      await Promise.all([client.close({ timeoutMs: 0 }), near.close()])
      await proxy[Symbol.asyncDispose]()
      await server.close()
    },
  }
}

const failure = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => 'no error',
    (error: unknown) => error,
  )

const foreign = (status: number, body: string, type = 'text/html') =>
  `HTTP/1.1 ${status} X\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`

const lost: readonly (readonly [string, Fate])[] = [
  ['a reset', 'cutAfter'],
  ['an end in good order', 'endAfter'],
  ['a cut within it', 'cutWithin'],
  ['silence', 'swallow'],
  ['a gateway that gave up', { instead: foreign(502, '<h1>Bad Gateway</h1>') }],
  ['a firewall', { instead: foreign(403, '<h1>Forbidden</h1>') }],
  ['a captive portal', { instead: foreign(200, '<h1>Welcome</h1>') }],
  ['a list', { instead: foreign(201, '[]', 'application/json') }],
  ['JSON that is no order', { instead: foreign(200, '{"ok":true}', 'application/json') }],
  ['a redirect', { instead: 'HTTP/1.1 307 X\r\nlocation: /v1/orders\r\ncontent-length: 0\r\n\r\n' }],
]

test.each(lost)(
  'port: a submit whose answer is lost by %s is unknown, sent once, and one order',
  async (_, fate) => {
    await using world = await setUp({ timeouts: { orderHeadersMs: 300 } })
    const { client, near, proxy } = world
    // A connection that has served before, as most have.
    await client.status()
    proxy.fate = ({ method }) => (method === 'POST' ? fate : 'pass')
    const error = await failure(client.orders.submit(limitOrder))
    if (!isOrderOutcomeUnknownError(error)) throw error
    expect(error).toMatchObject({ code: 'order-outcome-unknown', processed: 'unknown' })
    expect(error.deadline).toMatch(/^\d{4}-.*Z$/)
    proxy.fate = () => 'pass'
    const order = await client.orders.getByClientId(error.clientOrderId)
    // As the error's documentation says, the very same order may be sent again.
    const again = await client.orders.submit({ ...limitOrder, clientOrderId: error.clientOrderId })
    expect(again.orderId).toBe(order.orderId)
    expect((await near.orders.list()).data.map(({ clientOrderId }) => clientOrderId)).toEqual([
      error.clientOrderId,
    ])
    expect(proxy.count('POST', '/v1/orders')).toBe(2)
  },
)

test('port: a submit that broke before the server saw it is unknown as well, and no order', async () => {
  await using world = await setUp()
  const { client, near, proxy } = world
  await client.status()
  proxy.fate = ({ method }) => (method === 'POST' ? 'cutBefore' : 'pass')
  const error = await failure(client.orders.submit(limitOrder))
  expect(isOrderOutcomeUnknownError(error)).toBe(true)
  expect((await near.orders.list()).data).toEqual([])
  expect(proxy.count('POST', '/v1/orders')).toBe(1)
})

test('port: where nobody listens, an order certainly does not exist', async () => {
  await using world = await setUp()
  const { server, proxy, near } = world
  await proxy[Symbol.asyncDispose]()
  const client = createClient({
    environment: 'mock',
    baseUrl: proxy.url,
    credentials: { apiKey: 'mk_demo' },
  })
  const error = await failure(client.orders.submit(limitOrder))
  expect(error).toMatchObject({ code: 'network', processed: 'no' })
  expect(isNetworkError(error)).toBe(true)
  expect(String(error)).toContain('ECONNREFUSED')
  expect((await near.orders.list()).data).toEqual([])
  expect(server.broker.symbols()).toEqual(['AAPL'])
})

const cancels = [
  ['cancel', 'cutAfter'],
  ['cancel', 'cutBefore'],
  ['cancel', 'swallow'],
  ['cancelByClientId', 'cutAfter'],
  ['cancelAll', 'cutAfter'],
] as const

test.each(cancels)(
  'port: a %s that was lost (%s) is told as unknown and never sent again',
  async (how, fate) => {
    await using world = await setUp({ timeouts: { orderHeadersMs: 300 } })
    const { client, proxy } = world
    const order = await client.orders.submit(limitOrder)
    const sentBefore = proxy.requests.length
    proxy.fate = ({ method }) => (method === 'DELETE' ? fate : 'pass')
    const calls = {
      cancel: () => client.orders.cancel(order.orderId),
      cancelByClientId: () => client.orders.cancelByClientId(order.clientOrderId),
      cancelAll: () => client.orders.cancelAll(),
    }
    const error = await failure(calls[how]())
    expect(isNetworkError(error) || isTimeoutError(error)).toBe(true)
    expect(error).toMatchObject({ processed: 'unknown' })
    const { status } = await client.orders.get(order.orderId)
    expect(status).toBe(fate === 'cutBefore' ? 'new' : 'canceled')
    expect(proxy.requests.slice(sentBefore).map(({ method }) => method)).toEqual(['DELETE', 'GET'])
  },
)

test('port: every state change carries a deadline in the future of the server, and nothing else does', async () => {
  await using world = await setUp({ deadlineMs: 4_000 })
  const { client, proxy } = world
  const order = await client.orders.submit(limitOrder)
  await client.orders.cancel(order.orderId)
  expect(isConflictError(await failure(client.orders.cancelByClientId(order.clientOrderId)))).toBe(true)
  await client.orders.cancelAll()
  await client.orders.list()
  const seen = proxy.requests.map(({ method, headers }) => {
    const [, deadline] = /^x-request-deadline: (\S+)\r?$/im.exec(headers) ?? []
    return [method, deadline === undefined ? undefined : Date.parse(deadline) - Date.now()] as const
  })
  expect(seen.map(([method]) => method)).toEqual(['POST', 'DELETE', 'DELETE', 'DELETE', 'GET'])
  for (const [method, aheadMs] of seen) {
    if (method === 'GET') expect(aheadMs).toBeUndefined()
    else expect(aheadMs).toBeGreaterThan(1_000)
  }
})

const reads = [
  ['cutBefore', 3],
  ['cutAfter', 3],
  ['cutWithin', 3],
  ['endAfter', 3],
  ['swallow', 3],
  [{ instead: foreign(503, 'busy') }, 3],
  [{ instead: foreign(404, 'not here') }, 1],
  [{ instead: 'HTTP/1.1 302 X\r\nlocation: /v1/status\r\ncontent-length: 0\r\n\r\n' }, 3],
] as const satisfies readonly (readonly [Fate, number])[]

test.each(reads)('port: a read that fails by %o is sent %i times', async (fate, times) => {
  await using world = await setUp({ timeouts: { headersMs: 200 } })
  const { client, proxy } = world
  await client.time()
  proxy.fate = ({ path }) => (path === '/v1/status' ? fate : 'pass')
  const error = await failure(client.status())
  expect(isOpenbourseError(error)).toBe(true)
  expect(proxy.count('GET', '/v1/status')).toBe(times)
  // The next call finds a way.
  proxy.fate = () => 'pass'
  expect((await client.status()).status).toBe('ok')
})

test('port: a read that fails twice succeeds at the third attempt, and observers hear of all three', async () => {
  const seen: unknown[] = []
  await using world = await setUp({ observe: (event) => seen.push(event) })
  const fates: Fate[] = ['cutAfter', 'cutBefore']
  world.proxy.fate = () => fates.shift() ?? 'pass'
  expect((await world.client.instruments.get('AAPL')).symbol).toBe('AAPL')
  expect(seen).toMatchObject([
    { operationId: 'getInstrument', attempt: 1, errorCode: 'network' },
    { operationId: 'getInstrument', attempt: 2, errorCode: 'network' },
    { operationId: 'getInstrument', attempt: 3, status: 200 },
  ])
})

test('port: aborting stops a call at once; an order under way is unknown then, a read is only aborted', async () => {
  await using world = await setUp()
  const { client, proxy, near } = world
  proxy.fate = () => 'swallow'
  for (const kind of ['order', 'read'] as const) {
    const seen = proxy.requests.length
    const abort = new AbortController()
    const { signal } = abort
    const outcome = failure(
      kind === 'order' ? client.orders.submit(limitOrder, { signal }) : client.status({ signal }),
    )
    await until(() => proxy.requests.length > seen, 'the request is on its way')
    abort.abort(new Error('changed my mind'))
    const error = await outcome
    expect(kind === 'order' ? isOrderOutcomeUnknownError(error) : isAbortedError(error)).toBe(true)
    expect(proxy.requests.length).toBe(seen + 1)
  }
  await until(async () => (await near.orders.list()).data.length === 1, 'the order arrives all the same')
})

test('port: an order whose signal has fired already never leaves', async () => {
  await using world = await setUp()
  const signal = AbortSignal.abort()
  const error = await failure(world.client.orders.submit(limitOrder, { signal }))
  expect(isAbortedError(error)).toBe(true)
  expect(error).toMatchObject({ processed: 'no' })
  expect(world.proxy.connects).toBe(0)
})

test('port: a time-out holds for each call, and none may be longer than a timer counts', async () => {
  await using world = await setUp()
  const { client, proxy } = world
  expect((await client.status({ timeoutMs: Number.POSITIVE_INFINITY })).status).toBe('ok')
  proxy.fate = () => 'swallow'
  const started = performance.now()
  const error = await failure(client.status({ timeoutMs: 100 }))
  expect(isTimeoutError(error)).toBe(true)
  expect(String(error)).toContain('100 ms')
  expect(performance.now() - started).toBeLessThan(3_000)
})

test('a redirect is refused, and the key never reaches where it points', async () => {
  const visits: string[] = []
  const elsewhere = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`)
    if (request.url?.startsWith('/v1/')) response.writeHead(307, { location: '/stolen' })
    response.end()
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const address = elsewhere.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const credentials = { apiKey: 'mk_canary' }
  const client = createClient({ environment: 'mock', baseUrl: `http://127.0.0.1:${port}`, credentials })
  const submit = await failure(client.orders.submit(limitOrder))
  expect(isOrderOutcomeUnknownError(submit)).toBe(true)
  expect(isNetworkError(await failure(client.accounts.list()))).toBe(true)
  expect(new Set(visits)).toEqual(new Set(['POST /v1/orders', 'GET /v1/accounts']))
  elsewhere.closeAllConnections()
  await new Promise((resolve) => elsewhere.close(resolve))
})

test('port: the key shows in no error, whatever happens on the line', async () => {
  const apiKey = 'mk_canary'
  const fates: readonly Fate[] = [
    'cutAfter',
    'cutBefore',
    'cutWithin',
    { instead: foreign(500, `Bearer ${apiKey}`) },
    { instead: foreign(200, `{"oops": ${apiKey}`, 'application/json') },
    { instead: `HTTP/1.1 200 \r\nbroken header ${apiKey}\r\n\r\n` },
    'pass',
  ]
  const thief = () =>
    Promise.reject(
      Object.assign(new Error(`GET failed: authorization: Bearer ${apiKey}`), {
        config: { headers: { authorization: `Bearer ${apiKey}` } },
        request: { apiKey },
      }),
    )
  await using world = await setUp({ credentials: { apiKey } })
  const { client, proxy } = world
  const errors: unknown[] = []
  for (const fate of fates) {
    proxy.fate = () => fate
    errors.push(await failure(client.accounts.list()), await failure(client.orders.submit(limitOrder)))
    errors.push(await failure(client.orders.cancel('ord_1')))
  }
  proxy.fate = () => 'pass'
  errors.push(await failure(client.stream.quotes(['AAPL']).next()))
  const robbed = createClient({ environment: 'mock', credentials: { apiKey }, fetch: thief })
  errors.push(await failure(robbed.accounts.list()), await failure(robbed.orders.submit(limitOrder)))
  for (const error of [...errors, client, robbed, client.stream]) {
    const shown = [inspect(error, { depth: 20, showHidden: true }), String(error), JSON.stringify(error)]
    shown.push(error instanceof Error ? `${error.stack} ${inspect(error.cause)}` : '')
    expect(shown.join('\n')).not.toContain('canary')
  }
  expect(errors.every(isOpenbourseError)).toBe(true)
  expect(errors.some(isServerError) && errors.some(isInvalidResponseError)).toBe(true)
})

test('port: instruments that have not changed are not sent again, and each client keeps its own', async () => {
  const statuses: number[] = []
  await using world = await setUp({
    fetch: async (request) => {
      const response = await fetch(request)
      statuses.push(response.status)
      return response
    },
  })
  const { client, near } = world
  const first = await client.instruments.list()
  expect(await client.instruments.list()).toEqual(first)
  const { data, headers } = await client.instruments.get('AAPL').withResponse()
  const again = await client.instruments.get('AAPL').withResponse()
  expect([again.data, again.headers.get('etag')]).toEqual([data, headers.get('etag')])
  expect(statuses).toEqual([200, 304, 200, 304])
  expect(await near.instruments.get('AAPL')).toEqual(data)
})
