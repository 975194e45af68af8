import { createMockBroker, type MockBrokerOptions } from '@openbourse/mock-server'
import { createClient, isRateLimitedError, type OpenbourseError } from '@openbourse/sdk'
import { expect, test } from 'vitest'

const order = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  quantity: '1',
  limitPrice: '1.00',
} as const

function connect(limits: MockBrokerOptions['limits']) {
  const broker = createMockBroker({ seed: 1, clock: 'paused', limits })
  const { baseUrl, credentials, fetch, WebSocket } = broker
  const client = createClient({ environment: 'mock', baseUrl, credentials, fetch, WebSocket })
  const failure = (work: PromiseLike<unknown>): Promise<OpenbourseError> =>
    Promise.resolve(work).then(
      () => Promise.reject(new Error('it succeeded')),
      (error: OpenbourseError) => error,
    )
  const close = () => Promise.all([client.close(), broker.close()])
  return { broker, client, failure, close }
}

test('an order over the limit was not placed, and the error says how long to wait', async () => {
  const { broker, client, failure, close } = connect({ rates: { orders: { quota: 1, windowSeconds: 10 } } })
  await client.orders.submit(order)
  const error = await failure(client.orders.submit(order))
  // A request is forgotten with its fifth of a second, and the wait is told in whole seconds.
  expect([10_000, 11_000]).toContain(isRateLimitedError(error) && error.retryAfterMs)
  expect(error).toMatchObject({ status: 429, code: 'quota-exceeded', processed: 'no' })
  await broker.clock.advance(11_000)
  // The client learns of the jump first: an order whose deadline is past counts, and the quota here is one.
  await client.time()
  expect((await client.orders.submit(order)).status).toBe('new')
  await close()
})

test('a key that is shut out gets one answer, is not tried again, and may still cancel', async () => {
  const ban = { violations: 1, windowSeconds: 60, firstSeconds: 120, maximumSeconds: 120 }
  const { client, failure, close } = connect({ rates: { orders: { quota: 1, windowSeconds: 10 } }, ban })
  const { orderId } = await client.orders.submit(order)
  await failure(client.orders.submit(order))
  const error = await failure(client.orders.get(orderId))
  expect(isRateLimitedError(error) && error.retryAfterMs).toBe(120_000)
  expect(error).toMatchObject({ status: 418, code: 'banned', processed: 'no' })
  expect((await client.orders.cancel(orderId)).status).toBe('canceled')
  await close()
})
