import { expect, test } from 'vitest'
import { createBroker } from './api/broker.ts'
import { assertAnswer, assertEventStream, assertStreamMessage, operationOf } from './contract-check.ts'

async function goodAnswer() {
  const {
    status,
    headers,
    body = '',
  } = await createBroker().app.handle({
    method: 'GET',
    target: '/v1/status',
    header: () => undefined,
  })
  return { status, headers, body }
}

test('a request names its operation', () => {
  expect(operationOf('GET', '/v1/orders/by-client-id/x?accountId=a')).toBe('getOrderByClientId')
  expect(operationOf('HEAD', '/openapi.json')).toBe('getOpenApiDocument')
  expect(operationOf('PUT', '/v1/orders')).toBeUndefined()
})

test('an answer of the contract passes, from plain headers and from Headers', async () => {
  const good = await goodAnswer()
  assertAnswer('GET', '/v1/status', good)
  assertAnswer('GET', '/v1/status', { ...good, headers: new Headers(good.headers) })
})

test('what the contract does not declare fails', async () => {
  const good = await goodAnswer()
  const cases: readonly (readonly [object, RegExp])[] = [
    [{ status: 204 }, /status 204 is not declared/],
    [{ body: good.body.replace('"ok"', '"fine"') }, /\/status/],
    [{ body: '{}' }, /\/epoch/],
    [{ headers: { ...good.headers, 'content-type': 'text/html' } }, /content-type/],
    [{ headers: { 'content-type': 'application/json' } }, /x-request-id is missing/],
    [{ status: 418, headers: { ...good.headers, 'content-type': 'application/problem+json' } }, /\/code/],
  ]
  for (const [change, message] of cases) {
    expect(() => assertAnswer('GET', '/v1/status', { ...good, ...change })).toThrow(message)
  }
  expect(() => assertAnswer('GET', '/v1/nothing', good)).toThrow(/no route/)
})

test('a problem of another operation fails', async () => {
  const { call } = createBroker()
  const { status, headers, body = '' } = await call('GET', '/v1/orders/ord_9')
  assertAnswer('GET', '/v1/orders/ord_9', { status, headers, body })
  expect(() => assertAnswer('GET', '/v1/status', { status, headers, body })).toThrow(/not declared/)
})

test('stream messages are checked one by one and in batches', async () => {
  const broker = createBroker()
  const texts: string[] = []
  for (const channel of ['quotes.AAPL', 'trades.AAPL', 'book.AAPL', 'status.AAPL', 'orders.acc_demo']) {
    broker.world.feed.listen(channel, ({ text }) => texts.push(text))
  }
  broker.quote('AAPL', 'sell', 10_000, 5)
  await broker.submit({ quantity: '7' })
  await broker.call('DELETE', '/v1/orders')
  broker.run({ type: 'HaltSymbol', symbol: 'AAPL', reason: 'news' })
  expect(texts.length).toBeGreaterThan(6)
  for (const text of texts) assertStreamMessage(text)
  assertStreamMessage(`[${texts.join(',')}]`)
  expect(() => assertStreamMessage('{"type":"hello"}')).toThrow(/breaks the contract/)
  expect(() => assertStreamMessage(texts[0]?.replace('"seq"', '"sequence"') ?? '')).toThrow(/seq/)
})

test('an event stream is checked block by block: lines, order, and the message against its lines', async () => {
  const broker = createBroker()
  const { feed } = broker.world
  const blocks: string[] = []
  feed.listen('orders.acc_demo', ({ offset, type, text }) => {
    blocks.push(`id: ${feed.epoch}:${offset}\nevent: ${type}\ndata: ${text}\n\n`)
  })
  await broker.submit()
  await broker.submit()
  const [first = '', second = ''] = blocks
  const good = `retry: 1000\nid: ${feed.epoch}:0\n\n: heartbeat\n\n${first}${second}`
  assertEventStream(good)
  const cases: readonly (readonly [string, RegExp])[] = [
    [`${second}${first}`, /after offset/],
    [`${first}${first}`, /after offset/],
    [first.replace('event: orderAccepted', 'event: orderFilled'), /of type orderAccepted/],
    [first.replace(`id: ${feed.epoch}`, 'id: another'), /in epoch/],
    [first.replace(/id: .*\n/, ''), /without an id/],
    [first.replace(/id: .*\n/, 'id: 7\n'), /LogPosition/],
    [first.replace('"seq"', '"sequence"'), /DataMessage/],
    [first.replace('event: ', 'type: '), /the line type/],
    [first.replace('data: ', 'data: {}\ndata: '), /the line data/],
  ]
  for (const [text, message] of cases) expect(() => assertEventStream(text)).toThrow(message)
})
