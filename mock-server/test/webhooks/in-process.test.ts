import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { createMockBroker, type MockBroker } from '../../src/index.ts'
import { setupMockBroker } from '../../src/msw.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { systemClock } from '../../src/ports/system-clock.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by each test
type Json = any

async function call({ fetch, baseUrl }: MockBroker, request: string, body?: object): Promise<Json> {
  const [method = '', path = ''] = request.split(' ')
  const headers = { authorization: 'Bearer mk_demo', 'content-type': 'application/json' }
  const response = await fetch(baseUrl + path, { method, headers, body: body && JSON.stringify(body) })
  return response.json()
}

const order = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  quantity: '1',
  limitPrice: '1.00',
  clientOrderId: 'hook-1',
}
const url = 'http://receiver.test/hook'

test('a broker posts by the fetch that it was given, and advancing waits for the answers', async () => {
  const statuses = [500, 502, 200]
  const ids: (string | null)[] = []
  const broker = createMockBroker({
    clock: 'paused',
    symbols: ['AAPL'],
    webhookFetch: async (input, init) => {
      ids.push(new Request(input, init).headers.get('webhook-id'))
      return new Response(null, { status: statuses[ids.length - 1] ?? 200 })
    },
  })
  const { webhookId } = await call(broker, 'POST /v1/webhooks', { url, eventTypes: ['orderAccepted'] })
  await call(broker, 'POST /v1/orders', order)
  await broker.clock.advance(0)
  await broker.clock.advance(5_500)
  await broker.clock.advance(330_000)
  const { data } = await call(broker, `GET /v1/webhooks/${webhookId}/deliveries`)
  expect(data[0].attempts.map(({ statusCode }: Json) => statusCode)).toEqual(statuses)
  expect([data[0].status, new Set(ids).size, ids[0]]).toEqual(['succeeded', 1, data[0].deliveryId])
  await broker.close()
})

test('one long advance makes every attempt at its time', async () => {
  const broker = createMockBroker({
    clock: 'paused',
    symbols: ['AAPL'],
    webhookFetch: async () => new Response(null, { status: 500 }),
  })
  const { webhookId } = await call(broker, 'POST /v1/webhooks', { url, eventTypes: ['orderAccepted'] })
  await call(broker, 'POST /v1/orders', order)
  await broker.clock.advance(32 * 3_600_000)
  const { data } = await call(broker, `GET /v1/webhooks/${webhookId}/deliveries`)
  const at: readonly number[] = data[0].attempts.map(({ time }: Json) => Date.parse(time))
  const waits = at.slice(1).map((time, index) => (time - (at[index] ?? 0)) / 1000)
  const wanted = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]
  expect(waits).toHaveLength(wanted.length)
  for (const [index, seconds] of wanted.entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(seconds)
    // A tenth of chance, and the time that the machine takes.
    expect(waits[index]).toBeLessThan(1.1 * seconds + 1)
  }
  expect(data[0]).toMatchObject({ status: 'failed', reason: 'attempts-exhausted' })
  await broker.close()
})

test('the attempts of one long advance cost as much each, however many deliveries wait', async () => {
  let posts = 0
  let timers = 0
  const counting: Clock = {
    ...systemClock,
    after(ms, callback) {
      timers += 1
      return systemClock.after(ms, callback)
    },
  }
  const broker = createMockBroker({
    clock: 'paused',
    symbols: ['AAPL'],
    transportClock: counting,
    webhookFetch: async () => {
      posts += 1
      return new Response(null, { status: 500 })
    },
  })
  await call(broker, 'POST /v1/webhooks', { url, eventTypes: ['orderAccepted'] })
  for (let number = 0; number < 50; number += 1)
    await call(broker, 'POST /v1/orders', { ...order, clientOrderId: `hook-${number}` })
  await broker.clock.advance(3_600_000)
  expect(posts).toBeGreaterThanOrEqual(150)
  expect(timers / posts).toBeLessThan(5)
  await broker.close()
})

test('without one nothing leaves the process, and the delivery says so', async () => {
  const broker = createMockBroker({ clock: 'paused' })
  const { webhookId } = await call(broker, 'POST /v1/webhooks', { url })
  await call(broker, `POST /v1/webhooks/${webhookId}/test`)
  await broker.clock.advance(0)
  const { data } = await call(broker, `GET /v1/webhooks/${webhookId}/deliveries`)
  expect(data).toMatchObject([
    { status: 'failed', reason: 'no-transport', attempts: [{ error: 'no-transport' }] },
  ])
  await broker.close()
})

test('behind MSW a handler of the test receives, and nothing reaches a network', async () => {
  const mock = setupMockBroker({ clock: 'paused', symbols: ['AAPL'] })
  await mock.listen()
  const received: Json[] = []
  mock.use(
    http.post(url, async ({ request }) => {
      received.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { webhookId } = await call(mock.broker, 'POST /v1/webhooks', { url, eventTypes: ['orderAccepted'] })
  await call(mock.broker, 'POST /v1/orders', order)
  const target = `GET /v1/webhooks/${webhookId}/deliveries`
  while (received.length === 0) await new Promise<void>((resolve) => setImmediate(resolve))
  await mock.broker.clock.advance(0)
  const list = (await call(mock.broker, target)).data
  expect([list[0].status, received[0]?.type]).toEqual(['succeeded', 'orderAccepted'])
  await mock.close()
})

test('before MSW listens a webhook fails instead of leaving', async () => {
  const mock = setupMockBroker({ clock: 'paused', symbols: ['AAPL'] })
  const { webhookId } = await call(mock.broker, 'POST /v1/webhooks', { url })
  await call(mock.broker, `POST /v1/webhooks/${webhookId}/test`)
  await mock.broker.clock.advance(0)
  const { data } = await call(mock.broker, `GET /v1/webhooks/${webhookId}/deliveries`)
  expect(data).toMatchObject([{ status: 'failed', attempts: [{ error: 'send-failed' }] }])
  await mock.close()
})

test('a webhookFetch that is no function is refused', () => {
  expect(() => createMockBroker({ webhookFetch: 'fetch' as never })).toThrow('webhookFetch is a function')
})
