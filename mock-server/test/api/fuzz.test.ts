import { type OperationId, routes } from '@openbourse/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBroker, limitOrder, type TestRequest } from './broker.ts'

/** Values that mean something to the server, and values that do not. */
const word = fc.oneof(
  fc.constantFrom(
    'AAPL',
    'BRK.B',
    'BTC-USD',
    'NOPE',
    'acc_demo',
    'acc_other',
    'acc_maker',
    'ord_1',
    'ord_2',
    'ord_9007199254740993',
    'one',
    'open',
    'closed',
    'epoch-1',
    'quotes.AAPL',
    'book.AAPL',
    'status.AAPL',
    'trades.BRK.B',
    'orders',
    'orders.acc_demo',
    '0',
    '1',
    '2',
    '1000',
    '-1',
    '1.5',
    '9007199254740991',
    '99999999999999999999',
    '1e9',
    'NaN',
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    '%',
    '..',
    '/',
    '\u0000',
    '\u{1f600}',
    '100.00',
    '0.00000001',
    '9999999999999999.99999999',
    'buy',
    'sell',
    'market',
    'limit',
    'stop',
    'ioc',
    'gtc',
    'day',
    'fok',
    'true',
  ),
  fc.string({ maxLength: 20, unit: 'grapheme' }),
)
const value = fc.oneof(
  { weight: 5, arbitrary: word },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

/** What each parameter takes, so that many requests get past the first check. */
const GOOD: Readonly<Record<string, readonly string[]>> = {
  symbol: ['AAPL', 'BTC-USD'],
  symbols: ['AAPL', 'BRK.B'],
  accountId: ['acc_demo'],
  orderId: ['ord_1', 'ord_3'],
  clientOrderId: ['one', 'f-1'],
  status: ['open', 'closed', 'all'],
  limit: ['1', '1000'],
  depth: ['1', '1000'],
  channel: ['quotes.AAPL', 'orders', 'trades.AAPL'],
  epoch: ['epoch-1', 'epoch-0'],
  from: ['0', '1', '7'],
  to: ['5'],
  asOfSeq: ['3'],
}

function valueFor(name: string) {
  const good = GOOD[name]
  return good === undefined
    ? word
    : fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: word })
}

/** Required parameters are mostly there, the others now and then. */
function queryFor(rows: Readonly<Record<string, { readonly required: boolean }>>) {
  const parts = Object.entries({ ...rows, unknown: { required: false } }).map(([name, { required }]) =>
    fc.oneof(
      { weight: required ? 40 : 2, arbitrary: valueFor(name).map((text) => [name, text] as const) },
      { weight: name === 'unknown' ? 60 : 4, arbitrary: fc.constant(undefined) },
    ),
  )
  return fc.tuple(...parts).map((pairs) => pairs.filter((pair) => pair !== undefined))
}

const orderFields = Object.keys(limitOrder())
const body = fc.oneof(
  { weight: 4, arbitrary: fc.nat(1000).map((id) => limitOrder({ clientOrderId: `g-${id}`, quantity: '1' })) },
  fc
    .tuple(
      fc.nat(1000),
      fc.dictionary(fc.constantFrom(...orderFields, 'notional', 'tags', 'stopPrice', 'postOnly'), value, {
        maxKeys: 2,
      }),
    )
    .map(([id, changes]) => ({ ...limitOrder({ clientOrderId: `f-${id}` }), ...changes })),
  fc.dictionary(word, value, { maxKeys: 5 }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ maxLength: 50 }),
  fc.uint8Array({ maxLength: 50 }),
  fc.constant(undefined),
)

const ids = Object.keys(routes) as OperationId[]
const request = fc.constantFrom(...ids).chain((id) => {
  const route = routes[id]
  const inPath = Object.keys(route.parameters.path)
  return fc.record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant<string>(route.method) },
      { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'HEAD', 'GET', 'DELETE', 'POST', 'get', '') },
    ),
    path: fc.tuple(...inPath.map(valueFor)).map((words) => fillPath(route.path, words)),
    query: queryFor(route.parameters.query),
    rawQuery: fc.oneof(
      { weight: 20, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.string({ maxLength: 10 }) },
    ),
    key: fc.oneof(
      { weight: 12, arbitrary: fc.constant('mk_demo') },
      { weight: 3, arbitrary: fc.constantFrom('mk_other', 'mk_reader', 'mk_nobody', null) },
    ),
    headers: fc.oneof(
      { weight: 5, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.dictionary(
          fc.constantFrom(
            'x-request-deadline',
            'content-type',
            'content-encoding',
            'authorization',
            'if-none-match',
          ),
          fc.oneof(
            fc.constantFrom('application/json', '2030-01-01T00:00:00Z', 'gzip', 'Bearer mk_demo'),
            fc.string({ maxLength: 30 }),
          ),
          { maxKeys: 1 },
        ),
      },
    ),
    body:
      route.body === null
        ? fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: body })
        : body,
  })
})

test('5,000 random requests: never 500, always a declared answer that is valid', async () => {
  const broker = createBroker()
  const statuses = new Map<number, number>()
  let sent = 0
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, query, rawQuery, key, headers, body }) => {
      const text = query.map(([name, word]) => `${name}=${encode(word)}`).join('&')
      const target = `${path}?${rawQuery ?? text}`
      const parts: TestRequest = { key, headers, ...(body === undefined ? {} : { body }) }
      const answer = await broker.call(method, target, parts)
      expect(answer.status, answer.body).toBeLessThan(500)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      sent += 1
      if (sent % 50 === 0) {
        broker.quote('AAPL', sent % 100 === 0 ? 'sell' : 'buy', sent % 100 === 0 ? 10_000 : 9_990, 5)
        expect((await broker.submit({ clientOrderId: `good-${sent}`, quantity: '1' })).status).toBe(201)
        broker.run({ type: 'CancelAllOrders', accountId: 'acc_demo' })
      }
    }),
    { numRuns: 5000 },
  )
  for (const status of [200, 201, 400, 401, 403, 404, 405, 410, 415, 422]) {
    expect([...statuses.keys()], `no request was answered ${status}`).toContain(status)
  }
  expect(Object.hasOwn(Object.prototype, 'side')).toBe(false)
})

function fillPath(template: string, words: readonly string[]): string {
  let index = 0
  return template.replace(/\{[^}]+\}/g, () => encode(words[index++] ?? ''))
}

/** Half of a surrogate pair has no encoding; it is sent as a client would replace it. */
function encode(text: string): string {
  return encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(text)))
}
