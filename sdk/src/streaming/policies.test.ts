import { expect, test } from 'vitest'
import { backoffDelay, reconnectDelay, snapshotInterval } from './backoff.ts'
import { checkLiveness } from './heartbeat.ts'
import { TestClock } from './testing.ts'
import { createTimers } from './timers.ts'

const full = { fraction: () => 1 }

test('back-off doubles from 250 ms to at most 10 s, with full jitter', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 1_000].map((attempt) => backoffDelay(attempt, full))
  expect(longest).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
  expect(backoffDelay(5, { fraction: () => 0 })).toBe(0)
})

test('attempts are at least a second apart', () => {
  expect(reconnectDelay(0, 0, full)).toBe(1_000)
  expect(reconnectDelay(0, 900, full)).toBe(250)
  expect(reconnectDelay(4, 0, full)).toBe(4_000)
})

test('snapshots of one channel are 2 s apart, and doubling to 30 s while they follow each other', () => {
  expect([0, 1, 2, 3, 4, 50].map(snapshotInterval)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

// Columns: last sign of life, due, deadline of a ping, now -> action, next check.
test.each([
  ['all well', 1_000, 5_000, undefined, 5_000, 'none', 8_500],
  ['silent for 7.5 s', 1_000, 8_500, undefined, 8_500, 'ping', 13_000],
  ['pinged, and 12 s are not over', 1_000, 12_000, 13_000, 12_000, 'none', 13_000],
  ['silent for 12 s', 1_000, 13_000, 13_000, 13_000, 'abandon', 13_000],
  ['the timer came late: the process slept', 1_000, 5_000, undefined, 7_001, 'ping', 9_001],
  ['slept and no answer in 2 s', 1_000, 9_001, 9_001, 9_001, 'abandon', 9_001],
] as const)('liveness: %s', (_name, lastSeenMs, dueMs, deadlineMs, nowMs, action, nextMs) => {
  expect(checkLiveness({ lastSeenMs, dueMs, deadlineMs }, nowMs, 5_000)).toMatchObject({
    action,
    dueMs: nextMs,
  })
})

test('liveness scales with the negotiated heartbeat', () => {
  const state = { lastSeenMs: 0, dueMs: 0, deadlineMs: undefined }
  expect(checkLiveness(state, 0, 1_000).dueMs).toBe(1_500)
  expect(checkLiveness({ ...state, dueMs: 1_500 }, 1_500, 1_000)).toMatchObject({
    action: 'ping',
    dueMs: 2_400,
  })
})

test('a timer set again replaces the one of the same name, and none survives clearAll', async () => {
  const clock = new TestClock()
  const timers = createTimers(clock)
  const fired: string[] = []
  timers.set('a', 10, () => fired.push('first'))
  timers.set('a', 20, () => fired.push('second'))
  timers.set('b', 30, () => fired.push('b'))
  timers.set('c', 5, () => fired.push('c'))
  timers.clear('b')
  await clock.advance(25)
  expect(fired).toEqual(['c', 'second'])
  timers.set('d', 1, () => fired.push('d'))
  timers.clearAll()
  expect(clock.timers.size).toBe(0)
})
