import { expect, test } from 'vitest'
import { judge } from '../../src/webhooks/judge.ts'
import { MAXIMUM_ATTEMPTS, retryDelayMs } from '../../src/webhooks/schedule.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

test('retries wait 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, then there are none', () => {
  const failures = Array.from({ length: MAXIMUM_ATTEMPTS }, (_, index) => index + 1)
  expect(failures.map((count) => retryDelayMs(count, 0))).toEqual([
    5 * SECOND,
    5 * MINUTE,
    30 * MINUTE,
    2 * HOUR,
    5 * HOUR,
    10 * HOUR,
    10 * HOUR,
    undefined,
  ])
})

test('chance makes a wait up to a tenth longer, never shorter', () => {
  expect(retryDelayMs(1, 0.5)).toBe(5_250)
  expect(retryDelayMs(1, 1 - 2 ** -32)).toBe(5_499)
})

test.each([
  [{ statusCode: 200 }, 'succeeded'],
  [{ statusCode: 204 }, 'succeeded'],
  [{ statusCode: 299 }, 'succeeded'],
  [{ statusCode: 199 }, 'retry'],
  [{ statusCode: 301 }, 'retry'],
  [{ statusCode: 307 }, 'retry'],
  [{ statusCode: 400 }, 'retry'],
  [{ statusCode: 404 }, 'retry'],
  [{ statusCode: 410 }, 'gone'],
  [{ statusCode: 429 }, 'retry'],
  [{ statusCode: 500 }, 'retry'],
  [{ error: 'timed-out' }, 'retry'],
  [{ error: 'address-refused' }, 'retry'],
  [{ error: 'no-transport' }, 'hopeless'],
] as const)('%o is %s', (outcome, verdict) => expect(judge(outcome)).toBe(verdict))
