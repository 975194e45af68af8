import { expect, test } from 'vitest'
import { createRestClient } from '../client.ts'
import { isOpenbourseError, isOrderOutcomeUnknownError } from '../errors/guards.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import { connectionError, json, problem, type StubAnswer, stubFetch } from '../testing/stub-fetch.ts'

const order = { symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'day', quantity: '1' } as const

function clientOf(...answers: StubAnswer[]) {
  const stub = stubFetch(...answers)
  const clock = createFakeClock()
  const credentials = { apiKey: 'mk_demo' }
  const client = createRestClient({ environment: 'mock', credentials, fetch: stub.fetch, clock })
  return { client, stub, clock }
}

const html = (status: number) =>
  new Response('<h1>Oops</h1>', { status, headers: { 'content-type': 'text/html' } })

const brokenOff = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"orderId":'))
        controller.error(new TypeError('terminated'))
      },
    }),
    { status: 201 },
  )

const unknown: [what: string, answer: StubAnswer][] = [
  ['connection reset', connectionError('ECONNRESET')],
  ['broken pipe', connectionError('EPIPE')],
  ['socket closed by the other side', connectionError('UND_ERR_SOCKET')],
  ['no cause given, as in browsers', new TypeError('Failed to fetch')],
  ['no answer in time', 'never'],
  ['answer broken off', brokenOff],
  ['201 as HTML', html(201)],
  ['201 empty', new Response(null, { status: 201 })],
  ['201 that is not JSON', new Response('{"orderId', { status: 201 })],
  ['500 without a word', html(500)],
  ['502 of a proxy', html(502)],
  ['503 of a proxy', html(503)],
  ['500 that does not know', problem(500, 'internal-error', { processed: 'unknown' })],
  ['500 after doing it', problem(500, 'internal-error', { processed: 'yes' })],
  ['504 without processed', problem(504, 'unavailable', { processed: undefined })],
  ['403 of a firewall', html(403)],
  ['404 of a proxy', html(404)],
  ['429 of a proxy', html(429)],
  ['408 without processed', problem(408, 'request-timeout', { processed: undefined })],
  ['401 because something repeated the request', problem(401, 'replayed')],
]

test.each(unknown)('submitted once, outcome unknown: %s', async (_, answer) => {
  const { client, stub, clock } = clientOf(answer)
  const submitted = client.orders.submit({ ...order, clientOrderId: 'my-1' }, { accountId: 'acc_2' })
  const failure = submitted.catch((error: unknown) => error)
  await clock.advance(20_000)
  const error = await failure
  expect(stub.requests).toHaveLength(1)
  if (!isOrderOutcomeUnknownError(error)) throw error
  expect(error).toMatchObject({
    name: 'OrderOutcomeUnknownError',
    code: 'order-outcome-unknown',
    clientOrderId: 'my-1',
    accountId: 'acc_2',
    deadline: '2026-11-22T14:30:05.000000Z',
    processed: 'unknown',
  })
  expect(error.message).toContain('look up client order id my-1 (order-outcome-unknown, POST /v1/orders')
  expect(isOpenbourseError(error.cause)).toBe(true)
})

const final: [what: string, answer: StubAnswer, name: string][] = [
  ['unknown host', connectionError('ENOTFOUND'), 'NetworkError'],
  ['no name server', connectionError('EAI_AGAIN'), 'NetworkError'],
  ['connection refused', connectionError('ECONNREFUSED'), 'NetworkError'],
  ['connection timed out', connectionError('UND_ERR_CONNECT_TIMEOUT'), 'NetworkError'],
  ['bad certificate', connectionError('CERT_HAS_EXPIRED'), 'NetworkError'],
  ['500 before doing it', problem(500, 'internal-error', { processed: 'no' }), 'ServerError'],
  ['503 starting', problem(503, 'starting', { processed: 'no' }), 'ServerError'],
  ['429', problem(429, 'quota-exceeded', { processed: 'no' }), 'RateLimitedError'],
  ['408 before doing it', problem(408, 'request-timeout', { processed: 'no' }), 'ApiError'],
  ['400', problem(400, 'malformed-json'), 'ValidationError'],
  ['401', problem(401, 'key-unknown'), 'AuthenticationError'],
  ['403', problem(403, 'missing-scope'), 'PermissionDeniedError'],
  ['404', problem(404, 'unknown-account'), 'NotFoundError'],
  ['422 for its form', problem(422, 'invalid-request'), 'ValidationError'],
  ['422 too late', problem(422, 'request-expired'), 'ValidationError'],
  ['422 id reused', problem(422, 'client-order-id-reused'), 'ValidationError'],
  [
    '422 rejected',
    problem(422, 'invalid-tick', { orderId: 'ord_7', processed: 'yes' }),
    'OrderRejectedError',
  ],
]

test.each(final)('submitted once, refused for good: %s', async (_, answer, name) => {
  const { client, stub } = clientOf(answer)
  await expect(client.orders.submit(order)).rejects.toMatchObject({ name })
  expect(stub.requests).toHaveLength(1)
})

test('an abort before sending is just that; after sending the outcome is unknown', async () => {
  const { client, stub } = clientOf('never')
  const early = client.orders.submit(order, { signal: AbortSignal.abort() })
  await expect(early).rejects.toMatchObject({ name: 'AbortedError', processed: 'no' })
  expect(stub.requests).toHaveLength(0)
  const controller = new AbortController()
  const late = client.orders.submit(order, { signal: controller.signal }).catch((error: unknown) => error)
  while (stub.requests.length === 0) await Promise.resolve()
  controller.abort('changed my mind')
  expect(await late).toMatchObject({
    name: 'OrderOutcomeUnknownError',
    cause: { name: 'AbortedError', processed: 'unknown', cause: 'changed my mind' },
  })
})

test('the order that leaves carries an id of the client, or the caller’s own', async () => {
  const accepted = { orderId: 'ord_1', clientOrderId: 'mine' }
  const { client, stub } = clientOf(json({}, 201), json(accepted, 201))
  // An answer of another order, or of none, is no answer.
  await expect(client.orders.submit(order)).rejects.toMatchObject({ code: 'order-outcome-unknown' })
  const mine = client.orders.submit({ ...order, clientOrderId: 'mine' })
  const { status, data, requestId } = await mine.withResponse()
  expect({ status, data, requestId }).toEqual({ status: 201, data: accepted, requestId: 'req_1' })
  const [first, second] = stub.bodies.map((text) => JSON.parse(text))
  expect(first).toEqual({ ...order, clientOrderId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(second).toEqual({ ...order, clientOrderId: 'mine' })
})

test.each(unknown)('replaced once, outcome unknown: %s', async (_, answer) => {
  const { client, stub, clock } = clientOf(answer)
  const replaced = client.orders.replace('ord_1', { quantity: '2', clientOrderId: 'my-2' })
  const failure = replaced.catch((error: unknown) => error)
  await clock.advance(20_000)
  const error = await failure
  expect(stub.requests).toHaveLength(1)
  if (!isOrderOutcomeUnknownError(error)) throw error
  expect(error).toMatchObject({ clientOrderId: 'my-2', deadline: '2026-11-22T14:30:05.000000Z' })
  expect(error.message).toMatch(/^Failed to replace order: .* PATCH \/v1\/orders\/ord_1/)
})

test('a closing order whose answer is lost may exist, and is looked up as any other', async () => {
  const { client, stub } = clientOf(connectionError('ECONNRESET'))
  const closing = client.positions.close('AAPL', { clientOrderId: 'my-3' })
  await expect(closing).rejects.toMatchObject({ name: 'OrderOutcomeUnknownError', clientOrderId: 'my-3' })
  expect(stub.requests).toHaveLength(1)
})

test.each(final)('replaced once, refused for good: %s', async (_, answer, name) => {
  const { client, stub } = clientOf(answer)
  await expect(client.orders.replaceByClientId('my-1', { quantity: '2' })).rejects.toMatchObject({ name })
  expect(stub.requests).toHaveLength(1)
})

test('a replacement is refused before it leaves where its address would be another', async () => {
  const { client, stub } = clientOf(json({}))
  await expect(client.orders.replace('..', { quantity: '2' })).rejects.toMatchObject({
    name: 'ArgumentError',
  })
  expect(stub.requests).toHaveLength(0)
})

test.each([
  ['lost', connectionError('ECONNRESET'), 'NetworkError'],
  ['server failed', problem(500, 'internal-error', { processed: 'unknown' }), 'ServerError'],
  ['already filled', problem(409, 'order-not-open'), 'ConflictError'],
])('a cancel is sent once too: %s', async (_, answer, name) => {
  const { client, stub } = clientOf(answer)
  await expect(client.orders.cancel('ord_1')).rejects.toMatchObject({ name })
  expect(stub.requests).toHaveLength(1)
})
