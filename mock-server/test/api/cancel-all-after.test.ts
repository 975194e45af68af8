import { expect, test } from 'vitest'
import { createBroker } from './broker.ts'

const set = (broker: ReturnType<typeof createBroker>, timeoutMs: unknown) =>
  broker.call('PUT', '/v1/orders/cancel-all-after', { body: { timeoutMs } })

test('orders are canceled when the switch is not renewed, by the market’s time', async () => {
  const broker = createBroker()
  const { json: order } = await broker.submit()
  expect((await set(broker, 5_000)).json).toEqual({
    timeoutMs: 5_000,
    cancelAt: '2025-10-09T08:53:25.000000Z',
  })
  broker.pass(4_000_000)
  expect((await set(broker, 60_000)).json).toMatchObject({ cancelAt: '2025-10-09T08:54:24.000000Z' })
  broker.clock.ms += 3_600_000
  broker.pass(59_999_999)
  expect((await broker.call('GET', `/v1/orders/${order.orderId}`)).json).toMatchObject({ status: 'new' })
  broker.pass(1)
  expect((await broker.call('GET', `/v1/orders/${order.orderId}`)).json).toMatchObject({
    status: 'canceled',
    reason: 'cancel-all-after',
  })
  const events = await broker.call('GET', '/v1/events?channel=orders.acc_demo&epoch=epoch-1&from=2')
  expect(events.json.data).toMatchObject([{ type: 'orderCanceled', data: { reason: 'cancel-all-after' } }])
})

test('zero takes it back', async () => {
  const broker = createBroker()
  const { json: order } = await broker.submit()
  await set(broker, 300_000)
  expect((await set(broker, 0)).json).toEqual({ timeoutMs: 0, cancelAt: null })
  broker.pass(600_000_000)
  expect((await broker.call('GET', `/v1/orders/${order.orderId}`)).json).toMatchObject({ status: 'new' })
})

test.each([1, 4_999, 300_001, -5_000, 5_000.5, '5000', null])('%j is refused', async (timeoutMs) => {
  expect(await set(createBroker(), timeoutMs)).toMatchObject({
    status: 422,
    json: {
      code: 'invalid-request',
      errors: [{ pointer: '/timeoutMs', detail: expect.stringContaining('0 or') }],
    },
  })
})
