import { expect, test } from 'vitest'
import { AbortedError, InvalidResponseError, NetworkError, TimeoutError } from '../errors/client-errors.ts'
import { errorFromAnswer } from '../errors/from-answer.ts'
import type { OpenbourseError } from '../errors/openbourse-error.ts'
import { nextDelay } from './backoff.ts'
import { retryDelay, shouldRetry } from './retry.ts'
import { parseRetryAfter } from './retry-after.ts'

const operation = { operationId: 'getOrder', method: 'GET', path: '/v1/orders/ord_1' }

function answered(status: number, retryAfterMs?: number, contentType = 'application/problem+json') {
  const body = { code: 'x', detail: 'x' }
  return errorFromAnswer(operation, { status, contentType, requestId: undefined, retryAfterMs, body })
}

const table: [what: string, error: OpenbourseError, again: boolean][] = [
  ['no answer', new NetworkError('', { code: 'network' }), true],
  ['time-out', new TimeoutError('', { code: 'timeout' }), true],
  ['aborted by the caller', new AbortedError('', { code: 'aborted' }), false],
  ['client closed', new AbortedError('', { code: 'client-closed' }), false],
  ['unreadable 200', new InvalidResponseError('', { code: 'invalid-response', status: 200 }), true],
  ['too large', new InvalidResponseError('', { code: 'response-too-large', status: 200 }), false],
  ['against the contract', new InvalidResponseError('', { code: 'contract-violation', status: 200 }), false],
  ...[408, 425, 499, 429, 500, 502, 503, 504].map((status): [string, OpenbourseError, boolean] => [
    `${status}`,
    answered(status),
    true,
  ]),
  ...[502, 503, 429, 408].map((status): [string, OpenbourseError, boolean] => [
    `${status} as HTML`,
    answered(status, undefined, 'text/html'),
    true,
  ]),
  ...[400, 401, 403, 404, 405, 409, 410, 413, 415, 418, 422, 501].map(
    (status): [string, OpenbourseError, boolean] => [`${status}`, answered(status), false],
  ),
  ...[401, 403, 404].map((status): [string, OpenbourseError, boolean] => [
    `${status} as HTML`,
    answered(status, undefined, 'text/html'),
    false,
  ]),
  ['429 with a minute to wait', answered(429, 60_000), true],
  ['429 with more than a minute to wait', answered(429, 60_001), false],
]

test.each(table)('a read that failed by %s', (_, error, again) => {
  expect(shouldRetry({ changesState: false, attempt: 1, error })).toBe(again)
  expect(shouldRetry({ changesState: false, attempt: 2, error })).toBe(again)
  expect(shouldRetry({ changesState: false, attempt: 3, error })).toBe(false)
})

test.each(table)('a change is never sent again by itself: %s', (_, error) => {
  expect(shouldRetry({ changesState: true, attempt: 1, error })).toBe(false)
})

const highest = { fraction: () => 1 }

test('the server says how long to wait, or else the wait doubles with full jitter', () => {
  const wait = (attempt: number, error: OpenbourseError) =>
    retryDelay({ changesState: false, attempt, error }, highest)
  expect(wait(1, answered(503, 7_000))).toBe(7_000)
  expect([wait(1, answered(503)), wait(2, answered(503))]).toEqual([100, 200])
  expect([wait(1, answered(429)), wait(2, answered(429))]).toEqual([1_000, 2_000])
  expect(nextDelay(30, false, highest)).toBe(20_000)
  expect(nextDelay(3, false, { fraction: () => 0.25 })).toBe(200)
})

test.each([
  [null, undefined],
  ['3', 3_000],
  ['0', 0],
  ['Sun, 22 Nov 2026 14:30:05 GMT', 5_000],
  ['Sun, 22 Nov 2026 14:29:00 GMT', 0],
  ['-1', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['', undefined],
])('Retry-After: %s', (value, ms) => {
  expect(parseRetryAfter(value, Date.UTC(2026, 10, 22, 14, 30))).toBe(ms)
})
