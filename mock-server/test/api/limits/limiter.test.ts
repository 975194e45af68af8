import { expect, test } from 'vitest'
import { Ban } from '../../../src/api/limits/ban.ts'
import { createLimiter } from '../../../src/api/limits/limiter.ts'
import {
  checkRates,
  type RateLimits,
  REALISTIC_RATES,
  RELAXED_RATES,
} from '../../../src/api/limits/rate-limits.ts'

const START_MS = 1_760_000_000_000
const BAN = { violations: 3, windowSeconds: 60, firstSeconds: 120, maximumSeconds: 300 }

function limiterOf(limits: Partial<RateLimits> = {}) {
  let nowMs = START_MS
  const limiter = createLimiter({ ...REALISTIC_RATES, ...limits }, () => nowMs)
  const outcomes = (count: number, ...[keyId, name]: Parameters<typeof limiter.admit>) =>
    Array.from({ length: count }, () => limiter.admit(keyId, name).outcome)
  return {
    limiter,
    accepted: (count: number, ...of: Parameters<typeof limiter.admit>) =>
      outcomes(count, ...of).filter((outcome) => outcome === 'accepted').length,
    outcomes,
    pass: (seconds: number) => {
      nowMs += seconds * 1000
    },
  }
}

test.each([
  ['orders', 50],
  ['cancels', 200],
  ['account', 200],
  ['market-data', 600],
  ['events', 600],
] as const)('the realistic %s takes %i and no more', (name, quota) => {
  const { accepted } = limiterOf({ ban: null })
  expect(accepted(quota + 30, 'key', name)).toBe(quota)
})

test('relaxed is the same with ten thousand times the quotas, and never shuts out', () => {
  for (const [name, { quota, windowSeconds }] of Object.entries(REALISTIC_RATES.rates)) {
    expect(Object.entries(RELAXED_RATES.rates)).toContainEqual([
      name,
      { quota: quota * 10_000, windowSeconds },
    ])
  }
  expect(RELAXED_RATES.ban).toBeNull()
})

test('each key and each limit counts for itself', () => {
  const { accepted } = limiterOf({ ban: null })
  expect(accepted(60, 'one', 'orders')).toBe(50)
  expect(accepted(60, 'two', 'orders')).toBe(50)
  expect(accepted(60, 'one', 'account')).toBe(60)
})

test('every verdict tells what is left, as structured fields', () => {
  const { limiter, accepted, pass } = limiterOf()
  expect(limiter.admit('key', 'orders')).toEqual({
    outcome: 'accepted',
    rateLimit: '"orders";r=49;t=11',
    policy: '"orders";q=50;w=10',
    retryAfterSeconds: 0,
  })
  pass(4)
  accepted(49, 'key', 'orders')
  expect(limiter.admit('key', 'orders')).toMatchObject({
    outcome: 'exceeded',
    rateLimit: '"orders";r=0;t=7',
    retryAfterSeconds: 7,
  })
})

test('who goes on after too many refusals is shut out of everything but cancels', () => {
  const { limiter, accepted, outcomes, pass } = limiterOf({ ban: BAN })
  expect(accepted(50, 'key', 'orders')).toBe(50)
  expect(outcomes(4, 'key', 'orders')).toEqual(['exceeded', 'exceeded', 'exceeded', 'banned'])
  expect(limiter.admit('key', 'account')).toMatchObject({
    outcome: 'banned',
    rateLimit: undefined,
    retryAfterSeconds: 120,
  })
  expect(accepted(300, 'key', 'cancels')).toBe(200)
  expect(limiter.admit('other', 'orders').outcome).toBe('accepted')
  pass(119)
  expect(limiter.admit('key', 'account')).toMatchObject({ outcome: 'banned', retryAfterSeconds: 1 })
  pass(1)
  expect(limiter.admit('key', 'account').outcome).toBe('accepted')
})

test('refused cancels never lead to a ban', () => {
  const { outcomes, limiter } = limiterOf({ ban: BAN })
  expect(outcomes(400, 'key', 'cancels')).not.toContain('banned')
  expect(limiter.admit('key', 'orders').outcome).toBe('accepted')
})

test('each ban is twice as long as the one before, up to the longest', () => {
  const ban = new Ban(BAN)
  const lengths: number[] = []
  let nowMs = START_MS
  for (let round = 0; round < 4; round += 1) {
    for (let refusal = 0; refusal < BAN.violations; refusal += 1) ban.refused(nowMs)
    lengths.push(ban.secondsLeft(nowMs))
    nowMs += ban.secondsLeft(nowMs) * 1000
    expect(ban.secondsLeft(nowMs)).toBe(0)
  }
  expect(lengths).toEqual([120, 240, 300, 300])
})

test('the realistic ban: 20 refusals in 60 s, 2 minutes, at most 3 days', () => {
  expect(REALISTIC_RATES.ban).not.toBeNull()
  const ban = new Ban(REALISTIC_RATES.ban ?? BAN)
  for (let refusal = 0; refusal < 19; refusal += 1) ban.refused(START_MS)
  expect(ban.secondsLeft(START_MS)).toBe(0)
  // The window has passed: the nineteen are forgotten.
  ban.refused(START_MS + 60_001)
  expect(ban.secondsLeft(START_MS + 60_001)).toBe(0)
  let nowMs = START_MS + 120_000
  const lengths = Array.from({ length: 14 }, () => {
    for (let refusal = 0; refusal < 20; refusal += 1) ban.refused(nowMs)
    const seconds = ban.secondsLeft(nowMs)
    nowMs += seconds * 1000
    return seconds
  })
  expect(lengths.slice(0, 3)).toEqual([120, 240, 480])
  expect(lengths.at(-1)).toBe(3 * 86_400)
})

test.each([
  ['a quota of 0', { orders: { quota: 0, windowSeconds: 1 } }, /quota of orders .* from 1/],
  ['half a request', { orders: { quota: 1.5, windowSeconds: 1 } }, /quota of orders/],
  ['no window', { orders: { quota: 1, windowSeconds: 0 } }, /windowSeconds of orders/],
  ['another name', { order: { quota: 1, windowSeconds: 1 } }, /no rate limit order; there are orders/],
])('%s is refused', (_name, rates, message) => {
  const given = { ...REALISTIC_RATES, rates: { ...REALISTIC_RATES.rates, ...rates }, ban: null }
  expect(() => checkRates(given)).toThrow(message)
})

test('a ban that begins longer than its longest is refused', () => {
  const ban = { ...BAN, firstSeconds: 301 }
  expect(() => checkRates({ ...REALISTIC_RATES, ban })).toThrow(/firstSeconds of the ban/)
})
