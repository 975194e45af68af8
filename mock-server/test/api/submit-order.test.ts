import { routes } from '@openbourse/spec'
import { openapi } from '@openbourse/spec/documents'
import { OrderRequest, validate } from '@openbourse/spec/schemas'
import { expect, test } from 'vitest'
import { createBroker, limitOrder } from './broker.ts'

test('a new order answers 201 with the order after the whole command', async () => {
  const broker = createBroker()
  broker.quote('AAPL', 'sell', 9_990, 3)
  const ioc = await broker.submit({ timeInForce: 'ioc', tags: ['a', 'b'] })
  expect(ioc).toMatchObject({
    status: 201,
    json: { status: 'canceled', reason: 'ioc-remainder', filledQuantity: '3', tags: ['a', 'b'] },
  })
  expect(ioc.headers['x-orders-position']).toBe('epoch-1:3')
  const market = await broker.submit({ type: 'market', timeInForce: 'ioc', limitPrice: undefined })
  expect(market.json).toMatchObject({ status: 'canceled', reason: 'no-liquidity', filledQuantity: '0' })
  expect(market.json).not.toHaveProperty('limitPrice')
})

test('the same id and payload is the same order, in whatever writing', async () => {
  const broker = createBroker()
  const first = await broker.submit({ clientOrderId: 'one', quantity: '10', limitPrice: '100.00' })
  const again = await broker.submit({
    limitPrice: '100.0',
    quantity: '10.000',
    postOnly: false,
    clientOrderId: 'one',
  })
  expect(again).toMatchObject({ status: 200, headers: { 'idempotent-replayed': 'true' } })
  expect(again.json).toEqual(first.json)
  await broker.call('DELETE', `/v1/orders/${first.json.orderId}`)
  const later = await broker.submit({ clientOrderId: 'one' })
  expect(later).toMatchObject({ status: 200, json: { status: 'canceled', orderId: first.json.orderId } })
  expect((await broker.call('GET', '/v1/orders')).json.data).toHaveLength(1)
})

test('the same id with another payload is refused, and changes nothing', async () => {
  const broker = createBroker()
  await broker.submit({ clientOrderId: 'one' })
  for (const other of [{ quantity: '11' }, { limitPrice: '100.01' }, { side: 'sell' }, { tags: ['x'] }]) {
    expect(await broker.submit({ clientOrderId: 'one', ...other })).toMatchObject({
      status: 422,
      json: { code: 'client-order-id-reused', processed: 'no', errors: [{ pointer: '/clientOrderId' }] },
    })
  }
  expect((await broker.submit({ clientOrderId: 'one' }, { key: 'mk_other' })).status).toBe(201)
})

test('an order that the exchange refuses is recorded, and answers the same again', async () => {
  const broker = createBroker()
  const refused = await broker.submit({ clientOrderId: 'big', quantity: '100000' })
  expect(refused).toMatchObject({
    status: 422,
    json: { code: 'insufficient-buying-power', processed: 'yes', errors: [{ pointer: '/quantity' }] },
  })
  const found = await broker.call('GET', `/v1/orders/${refused.json.orderId}`)
  expect(found.json).toMatchObject({ status: 'rejected', reason: 'insufficient-buying-power' })
  expect((await broker.call('GET', '/v1/orders?status=closed')).json.data).toHaveLength(1)
  const again = await broker.submit({ clientOrderId: 'big', quantity: '100000' })
  expect(again).toMatchObject({ status: 422, headers: { 'idempotent-replayed': 'true' } })
  expect({ ...again.json, requestId: '' }).toEqual({ ...refused.json, requestId: '' })
})

const refusals: readonly (readonly [string, object, string, RegExp])[] = [
  ['insufficient-position', { side: 'sell' }, '/quantity', /0 is available/],
  ['price-out-of-bounds', { limitPrice: '2000000' }, '/limitPrice', /1000000\.00 would be right/],
  ['quantity-out-of-bounds', { quantity: '5000000' }, '/quantity', /1000000 would be right/],
]
test.each(refusals)('%s is a refusal of the exchange', async (code, terms, pointer, detail) => {
  const broker = createBroker()
  const { status, json } = await broker.submit({ ...terms })
  expect({ status, json }).toMatchObject({
    status: 422,
    json: { code, processed: 'yes', errors: [{ pointer }] },
  })
  expect(json.detail).toMatch(detail)
})

test('a halted symbol and a closed account refuse by name', async () => {
  const broker = createBroker()
  broker.run({ type: 'HaltSymbol', symbol: 'AAPL', reason: 'news' })
  expect((await broker.submit()).json).toMatchObject({ code: 'symbol-halted' })
  broker.run({ type: 'CloseAccount', accountId: 'acc_demo' })
  expect((await broker.submit({ symbol: 'BRK.B' })).json).toMatchObject({ code: 'account-closed' })
  expect((await broker.call('GET', '/v1/accounts/acc_demo')).json).toMatchObject({ status: 'closed' })
})

const offStep: readonly (readonly [string, object, string, RegExp])[] = [
  ['invalid-tick', { limitPrice: '100.123' }, '/limitPrice', /tick size 0\.01\. 100\.12 would be right/],
  ['invalid-lot', { quantity: '1.5' }, '/quantity', /lot size 1\. 2 would be right/],
  ['unknown-symbol', { symbol: 'NOPE', quantity: '0.5' }, '/symbol', /No instrument has the symbol NOPE/],
  ['invalid-lot', { symbol: 'BTC-USD', quantity: '0.000001' }, '/quantity', /0\.00001 would be right/],
]
test.each(offStep)(
  '%s: %j is refused, and remembered as it was written',
  async (code, terms, pointer, detail) => {
    const broker = createBroker()
    const { status, json } = await broker.submit({ clientOrderId: 'one', ...terms })
    expect({ status, json }).toMatchObject({
      status: 422,
      json: { code, processed: 'yes', errors: [{ pointer }] },
    })
    expect(json.detail).toMatch(detail)
    const recorded = await broker.call('GET', '/v1/orders/by-client-id/one')
    expect(recorded.json).toMatchObject({
      ...terms,
      status: 'rejected',
      reason: code,
      filledQuantity: expect.any(String),
    })
    expect((await broker.submit({ clientOrderId: 'one' })).json).toMatchObject({
      code: 'client-order-id-reused',
    })
  },
)

test('a request that breaks the schema leaves no order, and its id free', async () => {
  const broker = createBroker()
  expect((await broker.submit({ clientOrderId: 'one', limitprice: '99' })).status).toBe(422)
  expect((await broker.submit({ clientOrderId: 'one' })).status).toBe(201)
})

test('every value of every field of the contract comes to the exchange, which takes or refuses it', async () => {
  for (const field of ENUMERATED) {
    for (const value of valuesOf(field)) {
      const broker = createBroker()
      const name = `${field}=${String(value)}`
      const clientOrderId = `${field}-${valuesOf(field).indexOf(value)}`
      const body = { ...requestWith(field, value), clientOrderId }
      expect(validate(OrderRequest, body), name).toEqual([])
      const answer = await broker.call('POST', '/v1/orders', { body })
      expect([201, 422], name).toContain(answer.status)
      const known = await broker.call('GET', `/v1/orders/by-client-id/${clientOrderId}`)
      expect(known.json, `${name}: ${answer.body}`).toMatchObject({ clientOrderId })
    }
  }
})

const ENUMERATED = [
  'side',
  'type',
  'timeInForce',
  'triggerBy',
  'postOnly',
  'reduceOnly',
  'extendedHours',
  'doNotReduce',
  'selfTradePrevention',
  'orderClass',
  'bracketMode',
]

const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  notional: ['1000'],
  stopPrice: ['99'],
  activationPrice: ['99'],
  trailAmount: ['1'],
  trailPercent: ['1'],
  displayQuantity: ['5'],
  expiresAt: ['2030-01-01T00:00:00Z'],
  takeProfit: [{ clientOrderId: 'tp', limitPrice: '110' }],
  stopLoss: [{ clientOrderId: 'sl', stopPrice: '90' }],
}

/** The contract's own enum, true and false, or an example. */
function valuesOf(field: string): readonly unknown[] {
  const { schemas } = openapi.components as unknown as { schemas: Record<string, SchemaNode> }
  const property = schemas[routes.submitOrder.body]?.properties?.[field]
  const node = property?.$ref === undefined ? property : schemas[property.$ref.split('/').at(-1) ?? '']
  if (node?.enum !== undefined) return node.enum
  if (node?.type === 'boolean') return [true, false]
  const examples = EXAMPLES[field]
  if (examples === undefined) throw new Error(`An example for ${field} is missing`)
  return examples
}

interface SchemaNode {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
}

/** With the fields beside it that the contract's rules ask for. */
function requestWith(field: string, value: unknown): Record<string, unknown> {
  const legs = { takeProfit: EXAMPLES.takeProfit?.[0], stopLoss: EXAMPLES.stopLoss?.[0] }
  const stop = { type: 'stop', stopPrice: '99', limitPrice: undefined }
  const trailing = { type: 'trailingStop', limitPrice: undefined, trailAmount: '1' }
  const companions: Readonly<Record<string, object>> = {
    'type=market': { limitPrice: undefined },
    'type=stop': stop,
    'type=stopLimit': { stopPrice: '99' },
    'type=trailingStop': trailing,
    'timeInForce=gtd': { expiresAt: '2030-01-01T00:00:00Z' },
    notional: { quantity: undefined },
    'reduceOnly=true': { side: 'sell' },
    stopPrice: stop,
    triggerBy: stop,
    activationPrice: trailing,
    trailAmount: trailing,
    trailPercent: { ...trailing, trailAmount: undefined },
    expiresAt: { timeInForce: 'gtd' },
    'orderClass=bracket': legs,
    'orderClass=oco': { stopLoss: legs.stopLoss },
    'orderClass=oto': { takeProfit: legs.takeProfit },
    bracketMode: { orderClass: 'bracket', ...legs },
    takeProfit: { orderClass: 'bracket', ...legs },
    stopLoss: { orderClass: 'bracket', ...legs },
  }
  const beside = companions[`${field}=${String(value)}`] ?? companions[field] ?? {}
  const request = limitOrder({ ...beside, [field]: value })
  return Object.fromEntries(Object.entries(request).filter(([, part]) => part !== undefined))
}
