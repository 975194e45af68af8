import { expect, test } from 'vitest'
import { stateHash } from '../../src/exchange/canonical.ts'
import { createBroker, limitOrder } from './broker.ts'

const preview = (broker: ReturnType<typeof createBroker>, terms: object = {}, key = 'mk_demo') =>
  broker.call('POST', '/v1/orders/preview', { key, body: limitOrder({ ...terms }) })

test('a preview tells fees and buying power, and what it says comes true', async () => {
  const broker = createBroker()
  broker.quote('AAPL', 'sell', 9_990, 4)
  const { status, json } = await preview(broker)
  expect(status).toBe(200)
  expect(json).toEqual({
    accepted: true,
    rejections: [],
    currency: 'USD',
    immediateQuantity: '4',
    immediateValue: '399.60',
    immediateFees: '0.00',
    restingFees: '0.00',
    buyingPower: '100000.00',
    buyingPowerNeeded: '1000.00',
    buyingPowerAfter: '99000.40',
  })
  expect((await broker.call('GET', '/v1/orders')).json.data).toEqual([])
  expect((await broker.submit({ clientOrderId: 'one' })).status).toBe(201)
  expect((await broker.call('GET', '/v1/accounts/acc_demo')).json).toMatchObject({ buyingPower: '99000.40' })
})

const large = { quantity: '2000000' }
test.each([
  [{ ...large, limitPrice: '100.001' }, ['symbol-halted /symbol', 'invalid-tick /limitPrice'], '100000.00'],
  [
    large,
    ['symbol-halted /symbol', 'quantity-out-of-bounds /quantity', 'insufficient-buying-power /quantity'],
    '-199900000.00',
  ],
  [
    // More than a decimal of the contract can say.
    { quantity: '99999999999999', limitPrice: '99999999999' },
    [
      'symbol-halted /symbol',
      'price-out-of-bounds /limitPrice',
      'quantity-out-of-bounds /quantity',
      'insufficient-buying-power /quantity',
    ],
    '100000.00',
  ],
  [{ symbol: 'ZZZ' }, ['unknown-symbol /symbol'], '100000.00'],
])('while AAPL is halted %j is refused for every reason, with a pointer', async (change, reasons, left) => {
  const broker = createBroker()
  broker.run({ type: 'HaltSymbol', symbol: 'AAPL', reason: 'news' })
  const rejections = reasons.map((reason) => {
    const [code, pointer] = reason.split(' ')
    return { code, pointer }
  })
  const { json } = await preview(broker, change)
  expect(json).toMatchObject({ accepted: false, rejections, buyingPowerAfter: left })
})

test('what breaks the schema is refused as an order would be', async () => {
  const broker = createBroker()
  expect((await preview(broker, { limitPrice: undefined })).json).toMatchObject({ code: 'invalid-request' })
  expect((await preview(broker, {}, 'mk_reader')).status).toBe(200)
})

test('the id stays free, and one in use is told', async () => {
  const broker = createBroker()
  await broker.submit({ clientOrderId: 'one' })
  expect((await preview(broker, { clientOrderId: 'one' })).json).toMatchObject({
    accepted: false,
    rejections: [{ code: 'client-order-id-reused', pointer: '/clientOrderId' }],
  })
})

test('a thousand previews leave the exchange as it was', async () => {
  const broker = createBroker()
  broker.quote('AAPL', 'sell', 9_990, 4)
  await broker.submit({ clientOrderId: 'one', quantity: '2' })
  const before = stateHash(broker.exchange)
  for (let index = 0; index < 1_000; index += 1) {
    await preview(broker, {
      clientOrderId: `p${index}`,
      quantity: String(1 + index),
      side: index % 2 ? 'buy' : 'sell',
    })
  }
  expect(stateHash(broker.exchange)).toBe(before)
})
