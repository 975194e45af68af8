import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, orderTerms, type Sent, Stream, submit } from './client.ts'
import { type Served, transports } from './transports.ts'

/** What is sent, and what must be answered. */
const requests: readonly (readonly [
  name: string,
  request: string,
  sent: Sent,
  status: number,
  code: string,
])[] = [
  ['malformed JSON', 'POST /v1/orders', { body: '{"symbol":' }, 400, 'malformed-json'],
  ['a repeated key', 'POST /v1/orders', { body: '{"symbol":"A","symbol":"B"}' }, 400, 'malformed-json'],
  [
    'another content type',
    'POST /v1/orders',
    { body: 'symbol=AAPL', headers: { 'content-type': 'text/plain' } },
    415,
    'unsupported-media-type',
  ],
  ['a body over 64 KiB', 'POST /v1/orders', { body: `"${'x'.repeat(65_536)}"` }, 413, 'body-too-large'],
  ['a target over 8 KiB', `GET /v1/orders?cursor=${'a'.repeat(8192)}`, {}, 414, 'uri-too-long'],
  ['more than 100 headers', 'GET /v1/orders', { headers: manyHeaders(101) }, 431, 'headers-too-large'],
  [
    'a mistyped field',
    'POST /v1/orders',
    { body: orderTerms({ limitprice: '1.00' }) },
    422,
    'invalid-request',
  ],
  [
    'a number for a decimal',
    'POST /v1/orders',
    { body: orderTerms({ quantity: 10 }) },
    422,
    'invalid-request',
  ],
  ['a wrong parameter', 'GET /v1/orders?limit=0', {}, 422, 'invalid-request'],
  ['an unknown parameter', 'GET /v1/orders?limt=1', {}, 422, 'invalid-request'],
  [
    'an order for an auction of a symbol without one',
    'POST /v1/orders',
    { body: orderTerms({ timeInForce: 'opg' }) },
    422,
    'auction-unavailable',
  ],
  [
    'a price off tick',
    'POST /v1/orders',
    { body: orderTerms({ limitPrice: '100.001' }) },
    422,
    'invalid-tick',
  ],
  ['an unknown route', 'GET /v1/order', {}, 404, 'unknown-route'],
  ['a wrong method', 'PUT /v1/orders', {}, 405, 'method-not-allowed'],
  ['no key', 'GET /v1/orders', { key: null }, 401, 'unauthenticated'],
  ['an unknown key', 'GET /v1/orders', { key: 'mk_wrong' }, 401, 'key-unknown'],
  ['a missing scope', 'GET /v1/orders', { key: 'mk_data' }, 403, 'missing-scope'],
  ['an unknown order', 'GET /v1/orders/ord_999999', {}, 404, 'unknown-order'],
  ['an unknown symbol', 'GET /v1/quotes/latest?symbols=NONE', {}, 404, 'unknown-symbol'],
  ['a forged cursor', 'GET /v1/orders?cursor=abc', {}, 422, 'invalid-cursor'],
  [
    'a deadline that has passed',
    'POST /v1/orders',
    { body: orderTerms(), headers: { 'x-request-deadline': '1970-01-01T00:00:00Z' } },
    422,
    'request-expired',
  ],
]

const messages: readonly (readonly [name: string, message: string | object, code: string])[] = [
  ['malformed JSON', '{"type":', 'malformed-message'],
  ['a message that is no object', '[]', 'malformed-message'],
  ['an unknown type', { type: 'resubscribe', id: 'x' }, 'unknown-message-type'],
  ['an unknown field', { type: 'ping', id: 'x', extra: 1 }, 'malformed-message'],
  [
    'a channel that does not exist',
    { type: 'subscribe', id: 'x', channels: [{ channel: 'quotes.NONE' }] },
    'invalid-channel',
  ],
  [
    'a channel of another account',
    { type: 'subscribe', id: 'x', channels: [{ channel: 'orders.acc_other' }] },
    'invalid-channel',
  ],
]

describe.each(transports)('bad input over %s', (_name, serve) => {
  let served: Served
  let running: Stream

  beforeAll(async () => {
    served = await serve()
    running = await Stream.subscribed(served, 'orders')
  })
  afterAll(() => served.close())

  /** A good request, and a running order stream, still work. */
  async function expectAlive(): Promise<void> {
    const { status, json } = await submit(served)
    expect(status).toBe(201)
    for (;;) {
      const { data, type } = await running.next('orders.acc_demo')
      if (type === 'orderAccepted' && data.order.orderId === json.orderId) break
    }
    await call(served, `DELETE /v1/orders/${json.orderId}`)
  }

  test.each(requests)('%s is refused and harms nothing', async (_what, request, sent, status, code) => {
    const answer = await call(served, request, sent)
    expect([answer.status, answer.json.code]).toEqual([status, code])
    await expectAlive()
  })

  test('422 points at the field and says what would be right', async () => {
    const { json } = await submit(served, { limitprice: '1.00' })
    expect(json.errors).toMatchObject([{ pointer: '/limitprice', code: 'unknown-field' }])
    expect(json.errors[0].detail).toContain('limitPrice')
  })

  test('405 names the methods, 404 the nearest route', async () => {
    const wrongMethod = await call(served, 'PUT /v1/orders')
    expect(wrongMethod.headers.get('allow')).toContain('POST')
    expect((await call(served, 'GET /v1/order')).json.detail).toContain('/v1/orders')
  })

  test.each(messages)('a stream answers %s with an error and harms nothing', async (_what, message, code) => {
    const stream = await Stream.open(served)
    stream.send(message)
    const { id, problem } = await stream.next('error')
    expect(problem.code).toBe(code)
    if (typeof message === 'object') expect(id).toBe('x')
    await stream.settled()
    await stream.close()
    await expectAlive()
  })

  test('a stream that does not authenticate within 5 s closes with 4401', async () => {
    const stream = new Stream(served)
    await stream.next('welcome')
    served.transportClock.advance(5000)
    expect((await stream.next('close')).code).toBe(4401)
    await expectAlive()
  })

  test('a wrong key closes a stream with 4401', async () => {
    const stream = new Stream(served)
    await stream.next('welcome')
    stream.send({ type: 'authenticate', id: 'a', token: 'mk_wrong' })
    expect((await stream.next('close')).code).toBe(4401)
    await expectAlive()
  })

  test('a message over 64 KiB closes a stream with 1009, binary data with 1003', async () => {
    const large = await Stream.open(served)
    large.send('x'.repeat(65_537))
    expect((await large.next('close')).code).toBe(1009)
    const binary = await Stream.open(served)
    binary.socket.send(new Uint8Array([1, 2]))
    expect((await binary.next('close')).code).toBe(1003)
    await expectAlive()
  })
})

function manyHeaders(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, '']))
}
