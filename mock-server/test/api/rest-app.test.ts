import { specVersion } from '@openbourse/spec'
import { expect, test } from 'vitest'
import { createBroker, limitOrder, START } from './broker.ts'

test('every answer carries its id, the time and the version of the contract', async () => {
  const broker = createBroker()
  const first = await broker.call('GET', '/v1/status', { key: null })
  expect(first.headers).toEqual({
    'content-type': 'application/json',
    'x-request-id': 'req_1',
    'x-server-time': String(START / 1000),
    'x-spec-version': specVersion,
    'cache-control': 'no-store',
    vary: 'Accept-Encoding, Origin',
  })
  expect((await broker.call('GET', '/nowhere')).headers['x-request-id']).toBe('req_2')
})

test('private answers tell their place in the orders channel, and may not be cached', async () => {
  const broker = createBroker()
  await broker.submit()
  const answer = await broker.call('GET', '/v1/positions')
  expect(answer.headers).toMatchObject({ 'x-orders-position': 'epoch-1:1', 'cache-control': 'no-store' })
  expect((await broker.call('GET', '/v1/instruments')).headers).not.toHaveProperty('x-orders-position')
})

test('a wrong method answers Allow, and HEAD is answered as GET', async () => {
  const broker = createBroker()
  expect((await broker.call('PATCH', '/v1/orders')).headers.allow).toBe('GET, HEAD, POST, DELETE, OPTIONS')
  expect((await broker.call('POST', '/v1/orders/ord_1')).headers.allow).toBe(
    'GET, HEAD, DELETE, PATCH, OPTIONS',
  )
  expect((await broker.call('HEAD', '/v1/instruments')).status).toBe(200)
})

test('a missing and an unknown key are challenged', async () => {
  const broker = createBroker()
  const missing = await broker.call('GET', '/v1/orders', { key: null })
  expect(missing.headers['www-authenticate']).toBe('Bearer realm="openbourse"')
  const wrong = await broker.call('GET', '/v1/orders', { key: 'mk_wrong' })
  expect(wrong.headers['www-authenticate']).toContain('error="invalid_token"')
})

test('a deadline is checked on arrival, to the microsecond', async () => {
  const broker = createBroker()
  const at = (time: string) => broker.submit({}, { headers: { 'x-request-deadline': time } })
  expect((await at('2025-10-09T08:53:20Z')).status).toBe(201)
  expect((await at('2025-10-09T08:53:19.999999Z')).json).toMatchObject({
    code: 'request-expired',
    processed: 'no',
  })
  const canceled = await broker.call('DELETE', '/v1/orders', {
    headers: { 'x-request-deadline': '2025-10-09T08:53:19Z' },
  })
  expect(canceled.json).toMatchObject({ code: 'request-expired' })
  expect((await broker.call('GET', '/v1/orders?status=open')).json.data).toHaveLength(1)
})

test('a deadline is checked again right before the command', async () => {
  let ms = START / 1000
  const clock = { nowMs: () => ms++, after: () => () => {} }
  const broker = createBroker({ clock })
  const deadline = '2025-10-09T08:53:20.000000Z'
  const answer = await broker.submit({}, { headers: { 'x-request-deadline': deadline } })
  expect(answer).toMatchObject({ status: 422, json: { code: 'request-expired', processed: 'no' } })
  expect((await broker.call('GET', '/v1/orders')).json.data).toEqual([])
})

test('commands execute in the order in which their requests arrived, whoever waits for the answers', async () => {
  const broker = createBroker()
  const answers = Array.from({ length: 20 }, (_, index) => broker.submit({ clientOrderId: `c-${index}` }))
  const ids = (await Promise.all(answers.reverse())).reverse().map(({ json }) => json.orderId)
  const listed = (await broker.call('GET', '/v1/orders')).json.data
  expect(listed.map(({ orderId }) => orderId).reverse()).toEqual(ids)
})

test('while it starts or stops, a server answers 503 and says when to come again', async () => {
  let status: 'ok' | 'starting' | 'stopping' = 'starting'
  const broker = createBroker({ serverStatus: () => status })
  const starting = await broker.call('GET', '/v1/instruments')
  expect(starting).toMatchObject({ status: 503, json: { code: 'starting', retryable: true } })
  expect(starting.headers['retry-after']).toBe('1')
  expect((await broker.call('GET', '/v1/status')).json).toMatchObject({ status: 'starting' })
  status = 'stopping'
  expect((await broker.submit()).json).toMatchObject({ code: 'unavailable' })
})

test('a fault of the server answers 500 without a word of it, and is reported', async () => {
  const seen: unknown[] = []
  const broker = createBroker({ onInternalError: (error, requestId) => seen.push([error, requestId]) })
  const fault = new Error('secret at /some/path.ts:1')
  broker.world.execute = () => {
    throw fault
  }
  const answer = await broker.submit()
  expect(answer).toMatchObject({ status: 500, json: { code: 'internal-error', processed: 'unknown' } })
  expect(answer.body).not.toContain('secret')
  expect(seen).toEqual([[fault, answer.headers['x-request-id']]])
})

test('fetch answers as handle does', async () => {
  const { app } = createBroker()
  const headers = { authorization: 'Bearer mk_demo', 'content-type': 'application/json' }
  const response = await app.fetch(
    new Request('http://mock.test/v1/orders?accountId=acc_second', {
      method: 'POST',
      headers,
      body: JSON.stringify(limitOrder()),
    }),
  )
  expect(response.status).toBe(201)
  expect(response.headers.get('x-orders-position')).toBe('epoch-1:1')
  expect(await response.json()).toMatchObject({ accountId: 'acc_second', status: 'new' })
  const head = await app.fetch(new Request('http://mock.test/v1/status', { method: 'HEAD' }))
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await app.fetch(new Request('http://mock.test'))).status).toBe(404)
})

test('fetch reads no more than it needs to know that a body is too large', async () => {
  const { app } = createBroker()
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 16_384
      controller.enqueue(new Uint8Array(16_384).fill(0x20))
    },
  })
  const request = new Request('http://mock.test/v1/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: endless,
    duplex: 'half',
  } as RequestInit)
  expect((await app.fetch(request)).status).toBe(413)
  expect(sent).toBeLessThan(200_000)
})

test('too many and too large headers are refused', async () => {
  const { app } = createBroker()
  const send = (headers: [string, string][]) =>
    app.fetch(new Request('http://mock.test/v1/status', { headers })).then(({ status }) => status)
  const many = (count: number) => Array.from({ length: count }, (_, i): [string, string] => [`x-${i}`, '1'])
  expect(await send(many(100))).toBe(200)
  expect(await send(many(101))).toBe(431)
  expect(await send([['x-big', 'x'.repeat(16_384)]])).toBe(431)
})
