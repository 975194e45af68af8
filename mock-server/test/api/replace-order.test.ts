import { expect, test } from 'vitest'
import { createBroker } from './broker.ts'

test('a replacement answers 201 with the new order, and both orders tell of each other', async () => {
  const broker = createBroker()
  const { json: open } = await broker.submit({ clientOrderId: 'two', limitPrice: '99.00' })
  broker.quote('AAPL', 'sell', 10_000, 4)
  const body = { clientOrderId: 'three', quantity: '12', limitPrice: '100.00', tags: ['x'] }
  const answer = await broker.call('PATCH', `/v1/orders/${open.orderId}`, { body })
  expect(answer).toMatchObject({
    status: 201,
    json: {
      clientOrderId: 'three',
      replaces: open.orderId,
      quantity: '12',
      limitPrice: '100.00',
      filledQuantity: '4',
      status: 'partiallyFilled',
      tags: ['x'],
      timeInForce: 'gtc',
    },
  })
  const before = await broker.call('GET', `/v1/orders/${open.orderId}`)
  expect(before.json).toMatchObject({
    status: 'replaced',
    replacedBy: answer.json.orderId,
    remainingQuantity: '0',
  })
  const again = await broker.call('PATCH', '/v1/orders/by-client-id/two', {
    body: { ...body, quantity: '12.0' },
  })
  expect(again).toMatchObject({ status: 200, headers: { 'idempotent-replayed': 'true' } })
  expect(again.json).toEqual(answer.json)
})

test.each([
  ['off the tick', { limitPrice: '100.001' }, 'invalid-tick', '/limitPrice'],
  ['off the lot', { quantity: '1.5' }, 'invalid-lot', '/quantity'],
  ['too expensive', { quantity: '100000' }, 'insufficient-buying-power', '/quantity'],
])('refused when %s: recorded, the open order as it was', async (_what, change, code, pointer) => {
  const broker = createBroker()
  const { json: open } = await broker.submit({ clientOrderId: 'one' })
  const body = { clientOrderId: 'two', ...change }
  const refused = await broker.call('PATCH', `/v1/orders/${open.orderId}`, { body })
  expect(refused).toMatchObject({
    status: 422,
    json: { code, processed: 'yes', orderId: 'ord_2', errors: [{ pointer }] },
  })
  expect((await broker.call('GET', `/v1/orders/${open.orderId}`)).json).toEqual(open)
  expect((await broker.call('GET', '/v1/orders/by-client-id/two')).json).toMatchObject({
    status: 'rejected',
    reason: code,
    replaces: null,
    ...change,
  })
  const again = await broker.call('PATCH', `/v1/orders/${open.orderId}`, { body })
  expect(again).toMatchObject({
    status: 422,
    headers: { 'idempotent-replayed': 'true' },
    json: { orderId: 'ord_2' },
  })
})

test.each([
  ['nothing to change', {}, 'invalid-request', '/quantity'],
  ['a side', { side: 'sell' }, 'invalid-request', '/side'],
  ['gtd without an end', { timeInForce: 'gtd' }, 'invalid-request', '/expiresAt'],
  ['an end without gtd', { expiresAt: '2030-01-01T00:00:00Z' }, 'invalid-request', '/expiresAt'],
  [
    'an end on no day',
    { timeInForce: 'gtd', expiresAt: '2030-02-30T00:00:00Z' },
    'invalid-request',
    '/expiresAt',
  ],
  ['an unknown field', { limitprice: '1' }, 'invalid-request', '/limitprice'],
  ['a stop price', { stopPrice: '1' }, 'invalid-request', '/stopPrice'],
])('%s is refused, and nothing is recorded', async (_what, change, code, pointer) => {
  const broker = createBroker()
  const { json: open } = await broker.submit({ clientOrderId: 'one' })
  const body = { clientOrderId: 'two', ...change }
  const refused = await broker.call('PATCH', `/v1/orders/${open.orderId}`, { body })
  expect(refused).toMatchObject({ status: 422, json: { code, processed: 'no', errors: [{ pointer }] } })
  expect((await broker.call('GET', '/v1/orders/by-client-id/two')).status).toBe(404)
})

test('an order that has ended is 409, another account’s is 404, an id in use is 422', async () => {
  const broker = createBroker()
  const { json: open } = await broker.submit({ clientOrderId: 'one' })
  await broker.submit({ clientOrderId: 'taken' })
  const replace = (clientOrderId: string, key = 'mk_demo', target: string = open.orderId) =>
    broker.call('PATCH', `/v1/orders/${target}`, { key, body: { clientOrderId, quantity: '5' } })
  expect((await replace('two', 'mk_other')).json).toMatchObject({ code: 'unknown-order' })
  expect((await replace('two', 'mk_demo', 'ord_99')).json).toMatchObject({ code: 'unknown-order' })
  expect((await replace('taken')).json).toMatchObject({ code: 'client-order-id-reused', processed: 'no' })
  expect((await replace('one')).json).toMatchObject({ code: 'client-order-id-reused' })
  expect((await replace('two', 'mk_reader')).json).toMatchObject({ code: 'missing-scope' })
  expect((await replace('two')).status).toBe(201)
  const late = await replace('three')
  expect(late).toMatchObject({ status: 409, json: { code: 'order-not-open', orderId: open.orderId } })
  expect(late.json.detail).toContain('already replaced')
})

test('a replacement after its deadline changes nothing', async () => {
  const broker = createBroker()
  const { json: open } = await broker.submit({ clientOrderId: 'one' })
  const headers = { 'x-request-deadline': '2020-01-01T00:00:00Z' }
  const body = { clientOrderId: 'two', quantity: '5' }
  const late = await broker.call('PATCH', `/v1/orders/${open.orderId}`, { headers, body })
  expect(late).toMatchObject({ status: 422, json: { code: 'request-expired' } })
  expect((await broker.call('GET', `/v1/orders/${open.orderId}`)).json).toMatchObject({ status: 'new' })
})
