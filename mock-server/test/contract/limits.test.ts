import { afterEach, describe, expect, test } from 'vitest'
import { call, submit } from './client.ts'
import { type Served, transports } from './transports.ts'

const BAN = { violations: 2, windowSeconds: 60, firstSeconds: 120, maximumSeconds: 240 }
const limits = { rates: { account: { quota: 3, windowSeconds: 60 } }, ban: BAN }

describe.each(transports)('rate limits over %s', (_name, serve) => {
  let served: Served
  afterEach(() => served.close())

  test('answers count down, 429 tells when to come again, and then it is answered', async () => {
    served = await serve({ limits: { rates: limits.rates } })
    for (const left of [2, 1, 0]) {
      const { status, headers } = await call(served, 'GET /v1/positions')
      expect([status, headers.get('ratelimit-policy')]).toEqual([200, '"account";q=3;w=60'])
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"account";r=${left};t=6[012]$`))
    }
    const refused = await call(served, 'GET /v1/orders')
    expect([refused.status, refused.json.code]).toEqual([429, 'quota-exceeded'])
    expect(refused.json['violated-policies']).toEqual(['account'])
    const seconds = Number(refused.headers.get('retry-after'))
    expect(refused.json.retryAfterMs).toBe(seconds * 1000)
    expect((await submit(served)).status).toBe(201)
    await served.broker.clock.advance(seconds * 1000)
    expect((await call(served, 'GET /v1/orders')).status).toBe(200)
  })

  test('who goes on is shut out, may still cancel, and comes back', async () => {
    served = await serve({ limits })
    const { json: order } = await submit(served)
    for (let request = 0; request < 5; request += 1) await call(served, 'GET /v1/positions')
    const banned = await submit(served)
    expect([banned.status, banned.json.code, banned.headers.get('retry-after')]).toEqual([
      418,
      'banned',
      '120',
    ])
    expect((await call(served, 'GET /v1/positions', { key: 'mk_other' })).status).toBe(200)
    expect((await call(served, `DELETE /v1/orders/${order.orderId}`)).status).toBe(200)
    served.transportClock.advance(120_000)
    expect((await submit(served)).status).toBe(201)
  })

  test('a reset begins the counters anew', async () => {
    served = await serve({ limits: { rates: { account: { quota: 1, windowSeconds: 60 } } } })
    expect((await call(served, 'GET /v1/positions')).status).toBe(200)
    expect((await call(served, 'GET /v1/positions')).status).toBe(429)
    await served.broker.reset()
    expect((await call(served, 'GET /v1/positions')).status).toBe(200)
  })

  test('the realistic profile is that of a venue, and getLimits tells it', async () => {
    served = await serve({ limits: 'realistic' })
    const { json } = await call(served, 'GET /v1/limits', { key: null })
    expect(json.policies).toContainEqual({ name: 'orders', quota: 50, windowSeconds: 10 })
    for (let count = 0; count < 50; count += 1) expect((await submit(served)).status).toBe(201)
    expect((await submit(served)).status).toBe(429)
    expect((await call(served, 'DELETE /v1/orders')).status).toBe(200)
  })
})
