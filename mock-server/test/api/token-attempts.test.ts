import { expect, test } from 'vitest'
import { REALISTIC_RATES } from '../../src/api/limits/rate-limits.ts'
import { assertAnswer } from '../contract-check.ts'
import { createBroker, type TestBroker } from './broker.ts'

const SECRET = 'demo-secret-of-mk_demo_hmac'

/** What a client gets that asks for a token from an address. */
async function ask(broker: TestBroker, secret: string, from: { id?: string; address?: string } = {}) {
  const { id = 'mk_demo_hmac', address = '192.0.2.1' } = from
  const headers: Record<string, string> = {
    authorization: `Basic ${btoa(`${id}:${secret}`)}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const reply = await broker.app.handle({
    method: 'POST',
    target: '/v1/oauth/token',
    header: (name) => headers[name],
    body: 'grant_type=client_credentials',
    address,
  })
  assertAnswer('POST', '/v1/oauth/token', reply)
  return reply
}

async function fail(broker: TestBroker, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) expect((await ask(broker, 'wrong')).status).toBe(401)
}

test('after ten wrong secrets even the right one is refused, until Retry-After has passed', async () => {
  const broker = createBroker({ rateLimits: REALISTIC_RATES })
  await fail(broker, 10)
  const refused = await ask(broker, SECRET)
  expect([refused.status, JSON.parse(refused.body ?? '').code]).toEqual([429, 'too-many-attempts'])
  const seconds = Number(refused.headers['retry-after'])
  expect(JSON.parse(refused.body ?? '').retryAfterMs).toBe(seconds * 1000)
  broker.clock.ms += seconds * 1000
  expect((await ask(broker, SECRET)).status).toBe(200)
})

test('whoever asks from elsewhere, or for another client, is not shut out', async () => {
  const broker = createBroker({ rateLimits: REALISTIC_RATES })
  await fail(broker, 11 - 1)
  expect((await ask(broker, 'wrong')).status).toBe(429)
  expect((await ask(broker, SECRET, { address: '192.0.2.2' })).status).toBe(200)
  expect((await ask(broker, 'wrong', { id: 'mk_nobody' })).status).toBe(401)
})

test('the right secret forgives the wrong ones before it; waiting does not count as an attempt', async () => {
  const broker = createBroker({ rateLimits: REALISTIC_RATES })
  await fail(broker, 9)
  expect((await ask(broker, SECRET)).status).toBe(200)
  await fail(broker, 10)
  const first = Number((await ask(broker, SECRET)).headers['retry-after'])
  broker.clock.ms += 60_000
  expect(Number((await ask(broker, 'wrong')).headers['retry-after'])).toBe(first - 60)
})

test('the relaxed profile lets a test guess a hundred thousand times', async () => {
  const broker = createBroker()
  await fail(broker, 50)
  expect((await ask(broker, SECRET)).status).toBe(200)
})
