import { expect, test } from 'vitest'
import { createBroker } from './broker.ts'

const bracket = {
  clientOrderId: 'entry',
  orderClass: 'bracket',
  takeProfit: { clientOrderId: 'profit', limitPrice: '110.00' },
  stopLoss: { clientOrderId: 'loss', stopPrice: '90.00', limitPrice: '89.50' },
}

test('a bracket is answered with its legs, and they with their parent', async () => {
  const broker = createBroker()
  const { status, json } = await broker.submit(bracket)
  expect({ status, json }).toMatchObject({
    status: 201,
    json: { ...bracket, legs: ['ord_2', 'ord_3'], parentOrderId: null, status: 'new' },
  })
  const leg = async (id: string) => (await broker.call('GET', `/v1/orders/by-client-id/${id}`)).json
  expect(await leg('profit')).toMatchObject({
    type: 'limit',
    side: 'sell',
    limitPrice: '110.00',
    parentOrderId: json.orderId,
    status: 'held',
    legs: [],
  })
  expect(await leg('loss')).toMatchObject({ type: 'stopLimit', stopPrice: '90.00', limitPrice: '89.50' })
  broker.quote('AAPL', 'sell', 10_000, 10)
  expect(await leg('profit')).toMatchObject({ status: 'new', remainingQuantity: '10' })
  const change = { clientOrderId: 'profit-2', quantity: '5' }
  expect(await broker.call('PATCH', '/v1/orders/by-client-id/profit', { body: change })).toMatchObject({
    status: 422,
    json: { code: 'invalid-request', errors: [{ pointer: '/quantity', code: 'field-not-applicable' }] },
  })
})

test.each([
  ['timeInForce', 'ioc', {}],
  ['timeInForce', 'gtd', { expiresAt: '2030-01-01T00:00:00Z' }],
  ['displayQuantity', '1', {}],
])('a leg keeps the rules of its bracket: %s %s is no change of it', async (field, value, more) => {
  const broker = createBroker()
  await broker.submit(bracket)
  const change = { clientOrderId: 'profit-2', [field]: value, ...more }
  expect(await broker.call('PATCH', '/v1/orders/by-client-id/profit', { body: change })).toMatchObject({
    status: 422,
    json: { code: 'invalid-request', errors: [{ pointer: `/${field}`, code: 'field-not-applicable' }] },
  })
  const crossing = { clientOrderId: 'profit-2', limitPrice: '95.00', timeInForce: 'day' }
  expect(await broker.call('PATCH', '/v1/orders/by-client-id/profit', { body: crossing })).toMatchObject({
    status: 422,
    json: { code: 'legs-crossed', errors: [{ pointer: '/limitPrice' }] },
  })
})

test('the same bracket in other words is the same order', async () => {
  const broker = createBroker()
  await broker.submit(bracket)
  const again = {
    ...bracket,
    bracketMode: 'full',
    takeProfit: { limitPrice: '110', clientOrderId: 'profit' },
  }
  expect((await broker.submit(again)).status).toBe(200)
  const other = { ...bracket, takeProfit: { clientOrderId: 'profit', limitPrice: '111' } }
  expect((await broker.submit(other)).json).toMatchObject({ code: 'client-order-id-reused' })
})

test.each([
  [
    'legs-crossed',
    { takeProfit: { clientOrderId: 'profit', limitPrice: '99.00' } },
    '/takeProfit/limitPrice',
  ],
  ['invalid-tick', { stopLoss: { clientOrderId: 'loss', stopPrice: '90.001' } }, '/stopLoss/stopPrice'],
])('%s is recorded, with its legs as they were written', async (code, change, pointer) => {
  const broker = createBroker()
  const { status, json } = await broker.submit({ ...bracket, ...change })
  expect({ status, json }).toMatchObject({
    status: 422,
    json: { code, processed: 'yes', errors: [{ pointer }] },
  })
  const recorded = await broker.call('GET', '/v1/orders/by-client-id/entry')
  expect(recorded.json).toMatchObject({ status: 'rejected', ...bracket, ...change })
  expect((await broker.call('GET', '/v1/orders/by-client-id/profit')).status).toBe(404)
})

test('a leg under an id in use is refused with a pointer to it, and nothing is recorded', async () => {
  const broker = createBroker()
  await broker.submit({ clientOrderId: 'profit' })
  expect(await broker.submit(bracket)).toMatchObject({
    status: 422,
    json: {
      code: 'client-order-id-reused',
      processed: 'no',
      errors: [{ pointer: '/takeProfit/clientOrderId' }],
    },
  })
  expect((await broker.call('GET', '/v1/orders/by-client-id/entry')).status).toBe(404)
})

test.each([
  ['oco with a take-profit', { orderClass: 'oco' }, '/takeProfit'],
  ['oto with two legs', { orderClass: 'oto' }, '/stopLoss'],
  ['a bracket that is ioc', { timeInForce: 'ioc' }, '/orderClass'],
  ['a bracket that only reduces', { reduceOnly: true }, '/reduceOnly'],
  ['legs of a simple order', { orderClass: 'simple' }, '/takeProfit'],
])('%s breaks a rule', async (_what, change, pointer) => {
  const { status, json } = await createBroker().submit({ ...bracket, ...change })
  expect(status).toBe(422)
  expect(json).toMatchObject({ code: 'invalid-request', processed: 'no' })
  expect(json.errors?.map((item) => item.pointer)).toContain(pointer)
})
