import { expect, test } from 'vitest'
import { createBroker, limitOrder, type TestRequest } from './broker.ts'

/** What is sent, and what must be answered; after each of them a good request must work. */
interface BadInput {
  readonly name: string
  readonly method?: string
  readonly target?: string
  readonly request?: TestRequest
  readonly status: number
  readonly code: string
  readonly pointer?: string
  readonly detail?: RegExp
}

const json = { 'content-type': 'application/json' }
const order = (terms: object = {}): TestRequest => ({ body: limitOrder({ ...terms }) })
const field = (
  name: string,
  terms: object,
  pointer: string,
  detail: RegExp,
  code = 'invalid-request',
): BadInput => ({
  name,
  request: order(terms),
  status: 422,
  code,
  pointer,
  detail,
})
const get = (target: string, status: number, code: string, detail?: RegExp, pointer?: string): BadInput => ({
  name: `GET ${target.slice(0, 60)}`,
  method: 'GET',
  target,
  status,
  code,
  ...(detail && { detail }),
  ...(pointer && { pointer }),
})

const inputs: readonly BadInput[] = [
  // The edge
  get(`/v1/orders?cursor=${'x'.repeat(8192)}`, 414, 'uri-too-long'),
  get('/v1/%2e%2e/orders', 400, 'malformed-request', /dot segment/),
  get('/v1/orders%2Ford_1', 400, 'malformed-request', /encoded slash/),
  get('/v1/orders/%ff', 400, 'malformed-request', /UTF-8/),
  get('/v1/orders?cursor=%ff', 400, 'malformed-request', /UTF-8/),
  get('/v1/order', 404, 'unknown-route', /nearest is \/v1\/orders\b/),
  get('/v1/quote/latest', 404, 'unknown-route', /nearest is \/v1\/quotes\/latest/),
  get('/orders/ord_1', 404, 'unknown-route', /nearest is \/v1\/orders\/\{orderId\}/),
  get('/v1/orders/', 404, 'unknown-route', /nearest is \/v1\/orders/),
  get('/', 404, 'unknown-route', /openapi\.json/),
  {
    name: 'a wrong method',
    method: 'PUT',
    status: 405,
    code: 'method-not-allowed',
    detail: /GET, HEAD, POST, DELETE/,
  },
  {
    name: 'a stream as a resource',
    method: 'GET',
    target: '/v1/stream',
    status: 426,
    code: 'upgrade-required',
    detail: /WebSocket/,
  },
  {
    name: 'a stream by POST',
    target: '/v1/stream',
    status: 405,
    code: 'method-not-allowed',
    detail: /GET, HEAD, OPTIONS/,
  },
  { name: 'TRACE', method: 'TRACE', status: 405, code: 'method-not-allowed' },
  { name: 'no content type', request: { body: '{}' }, status: 415, code: 'unsupported-media-type' },
  {
    name: 'a form',
    request: { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    status: 415,
    code: 'unsupported-media-type',
  },
  {
    name: 'another charset',
    request: { body: '{}', headers: { 'content-type': 'application/json; charset=latin1' } },
    status: 415,
    code: 'unsupported-media-type',
  },
  {
    name: 'a compressed body',
    request: { body: '{}', headers: { ...json, 'content-encoding': 'gzip' } },
    status: 415,
    code: 'unsupported-media-type',
  },
  {
    name: 'a body of 64 KiB and one byte',
    request: { body: ' '.repeat(65_537), headers: json },
    status: 413,
    code: 'body-too-large',
  },
  {
    name: 'a body of fewer characters but more bytes',
    request: { body: 'é'.repeat(32_769), headers: json },
    status: 413,
    code: 'body-too-large',
  },
  // Who asks
  { name: 'no key', request: { ...order(), key: null }, status: 401, code: 'unauthenticated' },
  { name: 'an unknown key', request: { ...order(), key: 'mk_nobody' }, status: 401, code: 'key-unknown' },
  {
    name: 'another scheme',
    request: { ...order(), key: null, headers: { authorization: 'Basic bWs6' } },
    status: 401,
    code: 'unauthenticated',
  },
  {
    name: 'a reader who trades',
    request: { ...order(), key: 'mk_reader' },
    status: 403,
    code: 'missing-scope',
    detail: /scope trade/,
  },
  {
    name: 'a data key that reads orders',
    method: 'GET',
    request: { key: 'mk_data' },
    status: 403,
    code: 'missing-scope',
    detail: /scope read/,
  },
  // The deadline
  {
    name: 'a deadline in the past',
    request: { ...order(), headers: { 'x-request-deadline': '2025-10-09T08:53:19Z' } },
    status: 422,
    code: 'request-expired',
  },
  {
    name: 'a deadline that is no time',
    request: { ...order(), headers: { 'x-request-deadline': 'soon' } },
    status: 422,
    code: 'invalid-request',
    pointer: '/header/X-Request-Deadline',
    detail: /such as "2026-11-22T14:30:00Z"/,
  },
  {
    name: 'a deadline that is not UTC',
    request: { ...order(), headers: { 'x-request-deadline': '2030-10-09T08:53:19+02:00' } },
    status: 422,
    code: 'invalid-request',
    pointer: '/header/X-Request-Deadline',
  },
  // The body's text
  { name: 'no body', status: 400, code: 'malformed-json', detail: /empty/ },
  {
    name: 'half a body',
    request: { body: '{"symbol":\n "AAPL', headers: json },
    status: 400,
    code: 'malformed-json',
    detail: /Line 2, column 2/,
  },
  {
    name: 'a body that is not UTF-8',
    request: { body: new Uint8Array([0x7b, 0xff, 0x7d]), headers: json },
    status: 400,
    code: 'malformed-json',
    detail: /UTF-8/,
  },
  {
    name: 'a repeated field',
    request: { body: '{"side":"buy","side":"sell"}', headers: json },
    status: 400,
    code: 'malformed-json',
    detail: /repeated/,
  },
  {
    name: '__proto__',
    request: { body: '{"__proto__":{"side":"buy"}}', headers: json },
    status: 400,
    code: 'malformed-json',
  },
  {
    name: '33 levels',
    request: { body: '['.repeat(33), headers: json },
    status: 400,
    code: 'malformed-json',
    detail: /deeper/,
  },
  // The body's fields
  {
    name: 'an array',
    request: { body: [] },
    status: 422,
    code: 'invalid-request',
    pointer: '',
    detail: /expected an object, got an array/,
  },
  field('a mistyped field', { limitprice: '1' }, '/limitprice', /did you mean limitPrice/),
  field('a field of the answer', { filledQuantity: '1' }, '/filledQuantity', /unknown field/),
  field('the account in the body', { accountId: 'acc_other' }, '/accountId', /unknown field/),
  field('a missing field', { side: undefined }, '/side', /one of buy, sell/),
  field('a wrong enum value', { side: 'Buy' }, '/side', /one of buy, sell, got "Buy"/),
  field('a number for a decimal', { quantity: 10 }, '/quantity', /"100\.25", got 10 \(not in quotes\)/),
  field('an exponent', { quantity: '1e3' }, '/quantity', /got "1e3"/),
  field('nine decimals', { limitPrice: '1.123456789' }, '/limitPrice', /at most 8 decimals|such as/),
  field('a negative price', { limitPrice: '-1' }, '/limitPrice', /greater than zero/),
  field('zero', { quantity: '0' }, '/quantity', /greater than zero/),
  field('null', { quantity: null }, '/quantity', /got null/),
  field('a bad client order id', { clientOrderId: '-x' }, '/clientOrderId', /got "-x"/),
  field('a symbol with a slash', { symbol: 'BTC/USD' }, '/symbol', /"BTC-USD", got "BTC\/USD"/),
  field(
    'a limit order without a price',
    { limitPrice: undefined },
    '/limitPrice',
    /required when type is limit/,
  ),
  field(
    'a market order with a price',
    { type: 'market' },
    '/limitPrice',
    /only allowed when type is limit or stopLimit/,
  ),
  field('quantity and notional', { notional: '100' }, '/notional', /only one of quantity and notional/),
  field('a repeated tag', { tags: ['a', 'a'] }, '/tags', /different/),
  // Paths and queries
  get('/v1/orders/ord_999', 404, 'unknown-order'),
  get('/v1/orders/by-client-id/nothing', 404, 'unknown-order'),
  get(`/v1/orders/${'x'.repeat(129)}`, 422, 'invalid-request', /1 to 128 characters/, '/path/orderId'),
  get('/v1/orders?limit=0', 422, 'invalid-request', /1 to 1000, got 0/, '/query/limit'),
  get('/v1/orders?limit=1001', 422, 'invalid-request', /1 to 1000/, '/query/limit'),
  get('/v1/orders?limit=ten', 422, 'invalid-request', /got "ten"/, '/query/limit'),
  get('/v1/orders?limit=1&limit=2', 422, 'invalid-request', /takes one value/, '/query/limit'),
  get('/v1/orders?symbol=AAPL&symbol=BRK.B', 422, 'invalid-request', /more than once/, '/query/symbol'),
  get('/v1/orders?limt=1&limt=2', 422, 'invalid-request', /did you mean limit/, '/query/limt'),
  get('/v1/orders?limt=1', 422, 'invalid-request', /did you mean limit/, '/query/limt'),
  get('/v1/orders?status=Open', 422, 'invalid-request', /open, closed, all/, '/query/status'),
  get('/v1/orders?cursor=abc', 422, 'invalid-cursor', /first page/, '/query/cursor'),
  get('/v1/orders?symbol=NOPE', 404, 'unknown-symbol', /no instrument/, '/query/symbol'),
  get('/v1/orders?accountId=acc_other', 404, 'unknown-account'),
  get('/v1/orders?__proto__=1', 422, 'invalid-request', /unknown field/, '/query/__proto__'),
  get('/v1/accounts/acc_other', 404, 'unknown-account'),
  get('/v1/accounts/acc_maker/snapshot', 404, 'unknown-account'),
  get('/v1/positions?accountId=acc_other', 404, 'unknown-account'),
  get('/v1/instruments/NOPE', 404, 'unknown-symbol', /NOPE/, '/path/symbol'),
  get('/v1/quotes/latest', 422, 'invalid-request', /required/, '/query/symbols'),
  get(
    '/v1/quotes/latest?symbols=AAPL&symbols=aapl',
    422,
    'invalid-request',
    /got "aapl"/,
    '/query/symbols/1',
  ),
  get('/v1/quotes/latest?symbols=AAPL&symbols=NOPE', 404, 'unknown-symbol', /NOPE/, '/query/symbols/1'),
  get('/v1/order-books/AAPL?depth=1001', 422, 'invalid-request', /1 to 1000/, '/query/depth'),
  get('/v1/order-books/NOPE', 404, 'unknown-symbol'),
  get('/v1/trades?symbol=NOPE', 404, 'unknown-symbol'),
  get('/v1/trades', 422, 'invalid-request', /required/, '/query/symbol'),
  get('/v1/fills?orderId=ord_999', 404, 'unknown-order'),
  get('/v1/fills?symbol=NOPE', 404, 'unknown-symbol'),
  get('/v1/events?channel=orders.acc_other&epoch=epoch-1&from=1', 404, 'unknown-account'),
  get(
    '/v1/events?channel=quotes.NOPE&epoch=epoch-1&from=1',
    404,
    'unknown-symbol',
    /NOPE/,
    '/query/channel/0',
  ),
  get(
    '/v1/events?channel=candles.AAPL&epoch=epoch-1&from=1',
    422,
    'invalid-request',
    /quotes\.AAPL/,
    '/query/channel/0',
  ),
  get(
    '/v1/events?channel=quotes.AAPL&epoch=e&from=-1',
    422,
    'invalid-request',
    /^\/query\/from: expected an integer of at least 0, got -1\.$/,
    '/query/from',
  ),
  get('/v1/events?channel=quotes.AAPL&from=1', 422, 'invalid-request', /required/, '/query/epoch'),
  get('/v1/status?verbose=1', 422, 'invalid-request', /unknown field/, '/query/verbose'),
  {
    name: 'a body where none belongs',
    method: 'GET',
    request: { body: {} },
    status: 422,
    code: 'invalid-request',
    pointer: '',
  },
  {
    name: 'canceling nothing',
    method: 'DELETE',
    target: '/v1/orders/ord_999',
    status: 404,
    code: 'unknown-order',
  },
]

test.each(inputs)(
  '$name: $status $code',
  async ({ method = 'POST', target = '/v1/orders', request, ...expected }) => {
    const broker = createBroker()
    const answer = await broker.call(method, target, request)
    expect(answer.status, answer.body).toBe(expected.status)
    const { code, detail, errors } = answer.json
    expect(code).toBe(expected.code)
    expect(detail).toMatch(expected.detail ?? /./)
    if (expected.pointer !== undefined)
      expect(errors?.map(({ pointer }) => pointer)).toContain(expected.pointer)
    expect((await broker.submit()).status).toBe(201)
    expect((await broker.call('GET', '/v1/orders')).json.data).toHaveLength(1)
  },
)

test("another account's objects answer word for word like none", async () => {
  const broker = createBroker()
  const own = await broker.submit({ clientOrderId: 'mine' })
  const strip = (text = '') => text.replace(/req_\d+/g, '').replaceAll(own.json.orderId ?? '', 'ord_999')
  for (const [theirs, none] of [
    [`/v1/orders/${own.json.orderId}`, '/v1/orders/ord_999'],
    ['/v1/orders/by-client-id/mine', '/v1/orders/by-client-id/mine'],
    [`/v1/fills?orderId=${own.json.orderId}`, '/v1/fills?orderId=ord_999'],
  ]) {
    const seen = await broker.call('GET', theirs ?? '', { key: 'mk_other' })
    const unknown = await createBroker().call('GET', none ?? '', { key: 'mk_other' })
    expect(seen.status).toBe(404)
    expect(strip(seen.body)).toBe(strip(unknown.body))
  }
  const canceled = await broker.call('DELETE', `/v1/orders/${own.json.orderId}`, { key: 'mk_other' })
  expect(canceled.status).toBe(404)
  expect((await broker.call('GET', `/v1/orders/${own.json.orderId}`)).json).toMatchObject({ status: 'new' })
})

test('no answer repeats much of what was sent', async () => {
  const broker = createBroker()
  const canary = 'Zq'.repeat(400)
  for (const request of [
    { body: { [canary]: canary, side: canary } },
    { body: `{"a":"${canary}`, headers: json },
    { body: limitOrder(), headers: { 'x-request-deadline': canary } },
  ]) {
    const answer = await broker.call('POST', '/v1/orders', request)
    expect(answer.body).not.toContain('Zq'.repeat(129))
  }
  const secret = await broker.call('GET', '/v1/orders', { key: 'mk_secretsecret' })
  expect(JSON.stringify(secret)).not.toContain('secretsecret')
})
