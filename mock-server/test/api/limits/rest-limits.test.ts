import { type OperationId, routes } from '@openbourse/spec'
import { expect, test } from 'vitest'
import { REALISTIC_RATES, RELAXED_RATES } from '../../../src/api/limits/rate-limits.ts'
import { createBroker } from '../broker.ts'

const ONE_EACH = {
  rates: {
    orders: { quota: 1, windowSeconds: 10 },
    cancels: { quota: 1, windowSeconds: 10 },
    account: { quota: 1, windowSeconds: 10 },
    'market-data': { quota: 1, windowSeconds: 10 },
    events: { quota: 1, windowSeconds: 10 },
  },
  ban: null,
  attempts: { quota: 1, windowSeconds: 10 },
} as const

/** Where each limited operation is called; parameters are filled with names that exist nowhere. */
const limited = (Object.keys(routes) as OperationId[])
  .filter((id) => routes[id].rateLimit !== null)
  .map(
    (id) => [id, routes[id].rateLimit, routes[id].method, routes[id].path.replace(/\{\w+\}/g, 'x')] as const,
  )

test.each(limited)(
  '%s counts against %s, whatever it answers, and is refused then',
  async (id, name, method, path) => {
    const broker = createBroker({ rateLimits: ONE_EACH })
    const first = await broker.call(method, path)
    expect(first.headers).toMatchObject({
      ratelimit: `"${name}";r=0;t=11`,
      'ratelimit-policy': `"${name}";q=1;w=10`,
    })
    const second = await broker.call(method, path)
    expect(second).toMatchObject({
      status: 429,
      operationId: id,
      headers: {
        'retry-after': '11',
        ratelimit: `"${name}";r=0;t=11`,
        'ratelimit-policy': `"${name}";q=1;w=10`,
      },
      json: {
        code: 'quota-exceeded',
        'violated-policies': [name],
        retryAfterMs: 11_000,
        retryable: true,
        processed: 'no',
      },
    })
    broker.clock.ms += 11_000
    expect((await broker.call(method, path)).status).not.toBe(429)
  },
)

test.each(limited)(
  '%s (%s) is answered 418 while its key is shut out, unless it cancels',
  async (_id, name, method, path) => {
    const ban = { violations: 2, windowSeconds: 60, firstSeconds: 120, maximumSeconds: 120 }
    const broker = createBroker({ rateLimits: { ...ONE_EACH, ban } })
    for (let round = 0; round < 3; round += 1) await broker.call('GET', '/v1/trades?symbol=AAPL')
    const answer = await broker.call(method, path)
    if (name === 'cancels') return expect(answer.status).not.toBe(418)
    expect(answer).toMatchObject({
      status: 418,
      headers: { 'retry-after': '120' },
      json: { code: 'banned', retryAfterMs: 120_000, retryable: false, processed: 'no' },
    })
    expect(answer.headers).not.toHaveProperty('ratelimit')
    expect((await broker.call('GET', '/v1/positions', { key: 'mk_other' })).status).toBe(200)
    broker.clock.ms += 120_000
    expect((await broker.call(method, path)).status).not.toBe(418)
  },
)

test('an order that is refused by its limit does not exist', async () => {
  const broker = createBroker({ rateLimits: ONE_EACH })
  expect((await broker.submit()).status).toBe(201)
  expect((await broker.submit({ clientOrderId: 'second' })).status).toBe(429)
  expect((await broker.call('GET', '/v1/orders')).json.data).toHaveLength(1)
})

test('public operations and unknown keys count against nothing', async () => {
  const broker = createBroker({ rateLimits: ONE_EACH })
  for (let round = 0; round < 3; round += 1) {
    const status = await broker.call('GET', '/v1/status', { key: null })
    expect(status.status).toBe(200)
    expect(status.headers).not.toHaveProperty('ratelimit')
    const wrong = await broker.call('GET', '/v1/orders', { key: 'mk_nobody' })
    expect([wrong.status, wrong.headers.ratelimit]).toEqual([401, undefined])
  }
})

test.each([
  ['realistic', REALISTIC_RATES],
  ['relaxed', RELAXED_RATES],
])('getLimits lists the %s policies', async (_name, rateLimits) => {
  const broker = createBroker({ rateLimits })
  const { body = '' } = await broker.call('GET', '/v1/limits', { key: null })
  const { policies } = JSON.parse(body)
  expect(policies).toEqual(Object.entries(rateLimits.rates).map(([name, rule]) => ({ name, ...rule })))
})
