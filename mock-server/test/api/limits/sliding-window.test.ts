import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SlidingWindow } from '../../../src/api/limits/sliding-window.ts'

const START_MS = 1_760_000_000_123

/** Milliseconds after the start, and whether a request is accepted then: 3 in any 10 s. */
const table: readonly (readonly [name: string, requests: readonly (readonly [number, boolean])[]])[] = [
  [
    'a burst up to the quota',
    [
      [0, true],
      [0, true],
      [0, true],
      [0, false],
      [9_999, false],
    ],
  ],
  [
    'all again, one part after the window',
    [
      [0, true],
      [0, true],
      [0, true],
      [10_200, true],
      [10_200, true],
      [10_200, true],
      [10_200, false],
    ],
  ],
  [
    'one by one as they leave the window',
    [
      [0, true],
      [3_000, true],
      [6_000, true],
      [10_000, false],
      [10_200, true],
      [10_200, false],
      [13_200, true],
      [16_200, true],
      [16_200, false],
    ],
  ],
  [
    'no more across the end of a fixed window',
    [
      [9_000, true],
      [9_500, true],
      [9_900, true],
      [10_100, false],
      [12_000, false],
    ],
  ],
  [
    'a clock that steps back stands still',
    [
      [5_000, true],
      [0, true],
      [-60_000, true],
      [-60_000, false],
      [14_900, false],
      [15_200, true],
    ],
  ],
  [
    'after a long silence',
    [
      [0, true],
      [0, true],
      [0, true],
      [864_000_000, true],
    ],
  ],
]

test.each(table)('%s', (_name, requests) => {
  const window = new SlidingWindow({ quota: 3, windowSeconds: 10 })
  for (const [atMs, accepted] of requests) {
    expect([atMs, window.accept(START_MS + atMs)]).toEqual([atMs, accepted])
  }
})

const rule = fc.record({
  quota: fc.integer({ min: 1, max: 20 }),
  windowSeconds: fc.constantFrom(1, 7, 10, 60),
})
/** Pauses between requests, most of them short enough to meet the limit. */
const pauses = fc.array(fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 70_000 })), {
  maxLength: 200,
})

test('invariant 21: never more than the quota in any window, and what was accepted is forgotten in time', () => {
  fc.assert(
    fc.property(rule, pauses, ({ quota, windowSeconds }, steps) => {
      const window = new SlidingWindow({ quota, windowSeconds })
      const windowMs = windowSeconds * 1000
      const accepted: number[] = []
      let nowMs = START_MS
      for (const step of steps) {
        nowMs += step
        const since = (ms: number) => accepted.filter((at) => at > nowMs - ms).length
        const before = since(windowMs)
        const latest = since(windowMs * 1.02)
        if (window.accept(nowMs)) {
          accepted.push(nowMs)
          expect(before).toBeLessThan(quota)
        } else {
          expect(latest).toBeGreaterThanOrEqual(quota)
        }
        expect(window.remaining).toBeLessThanOrEqual(quota - since(windowMs))
        expect(window.remaining).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('who waits as long as told is accepted', () => {
  fc.assert(
    fc.property(rule, pauses, (given, steps) => {
      const window = new SlidingWindow(given)
      let nowMs = START_MS
      for (const step of steps) {
        nowMs += step
        if (window.accept(nowMs)) continue
        const seconds = window.secondsToMore(nowMs)
        expect(seconds).toBeGreaterThanOrEqual(1)
        expect(seconds).toBeLessThanOrEqual(given.windowSeconds + 2)
        nowMs += seconds * 1000
        expect(window.accept(nowMs)).toBe(true)
      }
    }),
  )
})

test('what is left counts down', () => {
  const window = new SlidingWindow({ quota: 1_000_000, windowSeconds: 60 })
  for (let count = 1; count <= 5; count += 1) {
    window.accept(START_MS)
    expect(window.remaining).toBe(1_000_000 - count)
  }
})
