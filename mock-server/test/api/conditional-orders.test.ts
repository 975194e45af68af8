import { expect, test } from 'vitest'
import { createBroker } from './broker.ts'

type Broker = ReturnType<typeof createBroker>

/** A last price of 100.00, and somebody on both sides. */
function openMarket(): Broker {
  const broker = createBroker()
  broker.quote('AAPL', 'sell', 10_050, 100)
  broker.quote('AAPL', 'buy', 9_950, 100)
  print(broker, 10_000)
  return broker
}

function print(broker: Broker, priceTicks: number): void {
  broker.run({ type: 'OpenAccount', accountId: 'house', kind: 'liquidity', name: 'House', currency: 'USD' })
  broker.run({
    type: 'PrintTrade',
    accountId: 'house',
    symbol: 'AAPL',
    priceTicks,
    subTick: 0,
    quantityLots: 1,
    fills: true,
    source: 'recorded',
  })
}

const stop = { type: 'stop', stopPrice: '101.00', limitPrice: undefined }
const trailing = { type: 'trailingStop', trailAmount: '0.50', limitPrice: undefined }

test('a stop is answered as it was asked for, and tells when it was triggered', async () => {
  const broker = openMarket()
  const { status, json } = await broker.submit({ ...stop, clientOrderId: 'one', triggerBy: 'last' })
  expect({ status, json }).toMatchObject({
    status: 201,
    json: { type: 'stop', stopPrice: '101.00', triggerBy: 'last', status: 'new' },
  })
  expect(json).not.toHaveProperty('triggeredAt')
  const same = { ...stop, clientOrderId: 'one', stopPrice: '101' }
  expect((await broker.submit(same)).status).toBe(200)
  print(broker, 10_100)
  const after = await broker.call('GET', `/v1/orders/${json.orderId}`)
  expect(after.json).toMatchObject({ status: 'filled', triggeredAt: expect.stringMatching(/Z$/) })
})

test('a trailing stop shows where it stands', async () => {
  const broker = openMarket()
  const { json } = await broker.submit({ ...trailing, clientOrderId: 'one' })
  expect(json).toMatchObject({ trailAmount: '0.50', stopPrice: '100.50' })
  print(broker, 9_980)
  expect((await broker.call('GET', `/v1/orders/${json.orderId}`)).json).toMatchObject({ stopPrice: '100.30' })
  const replace = (body: object) => broker.call('PATCH', `/v1/orders/${json.orderId}`, { body })
  expect(await replace({ clientOrderId: 'two', trailPercent: '1' })).toMatchObject({
    status: 422,
    json: { code: 'invalid-request', errors: [{ pointer: '/trailPercent', code: 'field-not-applicable' }] },
  })
  expect(await replace({ clientOrderId: 'two', stopPrice: '110' })).toMatchObject({
    status: 422,
    json: { errors: [{ pointer: '/stopPrice', code: 'field-not-applicable' }] },
  })
  expect(await replace({ clientOrderId: 'two', trailAmount: '0.80' })).toMatchObject({
    status: 201,
    json: { trailAmount: '0.80', stopPrice: '100.60' },
  })
})

test('a stop that was triggered has no stop price to change', async () => {
  const broker = openMarket()
  const terms = { type: 'stopLimit', stopPrice: '101.00', limitPrice: '100.00', clientOrderId: 'one' }
  const { json } = await broker.submit(terms)
  print(broker, 10_100)
  const replace = (body: object) => broker.call('PATCH', `/v1/orders/${json.orderId}`, { body })
  expect(await replace({ clientOrderId: 'two', stopPrice: '102.00' })).toMatchObject({
    status: 422,
    json: { code: 'invalid-request', errors: [{ pointer: '/stopPrice', code: 'field-not-applicable' }] },
  })
  expect((await replace({ clientOrderId: 'two', limitPrice: '100.01' })).status).toBe(201)
})

test.each([
  ['stop-would-trigger', { ...stop, stopPrice: '99.00' }, '/stopPrice', /100\.01 would be right/],
  ['trail-out-of-bounds', { ...trailing, trailAmount: undefined, trailPercent: '60' }, '/trailPercent', /50/],
  ['no-reference-price', { ...trailing, symbol: 'BRK.B' }, '/triggerBy', /last price/],
  ['invalid-tick', { ...stop, stopPrice: '101.001' }, '/stopPrice', /101\.00 would be right/],
  ['invalid-tick', { ...trailing, trailAmount: '0.005' }, '/trailAmount', /0\.01 would be right/],
  [
    'post-only-would-trade',
    { limitPrice: '100.50', postOnly: true },
    '/limitPrice',
    /100\.49 would be right/,
  ],
  ['would-increase-position', { reduceOnly: true }, '/quantity', /at most 0/],
  [
    'notional-too-small',
    { type: 'market', limitPrice: undefined, quantity: undefined, notional: '5' },
    '/notional',
    /100\.50/,
  ],
  ['expiry-passed', { timeInForce: 'gtd', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt', /it is/],
])('%s is recorded and told', async (code, terms, pointer, detail) => {
  const broker = openMarket()
  const { status, json } = await broker.submit({ clientOrderId: 'one', ...terms })
  expect({ status, json }).toMatchObject({
    status: 422,
    json: { code, processed: 'yes', errors: [{ pointer }] },
  })
  expect(json.detail).toMatch(detail)
  const recorded = await broker.call('GET', '/v1/orders/by-client-id/one')
  expect(recorded.json).toMatchObject({ status: 'rejected', reason: code })
  for (const [field, value] of Object.entries(terms)) {
    if (value !== undefined && field !== 'expiresAt' && field !== 'notional')
      expect(recorded.json).toMatchObject({ [field]: value })
  }
})

test('an order by notional has no quantity', async () => {
  const broker = openMarket()
  const terms = { type: 'market', limitPrice: undefined, quantity: undefined, notional: '250.00' }
  const { json } = await broker.submit(terms)
  expect(json).toMatchObject({
    status: 'filled',
    notional: '250.00',
    filledQuantity: '2',
    filledValue: '201.00',
    remainingQuantity: '0',
  })
  expect(json).not.toHaveProperty('quantity')
})
