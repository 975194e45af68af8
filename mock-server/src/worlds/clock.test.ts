import { expect, test } from 'vitest'
import { delayUntil, movedTo, paused, runningClock, type WorldClock, worldTime } from './clock.ts'

const start = 1_767_623_400_000_000

test.each([
  ['at the pace of the machine', 1, 1500, 1_500_000],
  ['a hundred times as fast', 100, 1500, 150_000_000],
  ['at half the pace', 0.5, 1500, 750_000],
])('a running clock moves %s', (_name, speed, elapsedMs, micros) => {
  expect(worldTime(runningClock(start, speed, 5000), 5000 + elapsedMs)).toBe(start + micros)
})

test('a machine clock that steps back does not turn the world back', () => {
  expect(worldTime(runningClock(start, 1, 5000), 4000)).toBe(start)
})

test.each([1e12, Number.MAX_VALUE])(
  'a clock at %d times the pace stands still at the end of time',
  (speed) => {
    const clock = runningClock(start, speed, 5000)
    const [late, later] = [worldTime(clock, 3_600_000), worldTime(clock, 7_200_000)]
    expect([late, later]).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])
  },
)

test('a paused clock stays where it was paused', () => {
  const clock = paused(runningClock(start, 2, 5000), 5100)
  expect(clock).toEqual({ mode: 'paused', time: start + 200_000 })
  expect(worldTime(clock, 99_000)).toBe(start + 200_000)
})

test.each<WorldClock>([
  { mode: 'paused', time: start },
  { mode: 'recorded', time: start },
  runningClock(start, 1, 5000),
])('a $mode clock moves forward and refuses to go back', (clock) => {
  const moved = movedTo(clock, start + 10, 5000)
  expect(worldTime(moved, 5000)).toBe(start + 10)
  expect(moved.mode).toBe(clock.mode)
  expect(() => movedTo(moved, start, 5000)).toThrow('never goes back')
})

test('the delay until a world time counts with the speed, and only a running clock gets there', () => {
  expect(delayUntil(runningClock(start, 10, 5000), start + 1_000_000, 5000)).toBe(100)
  expect(delayUntil(runningClock(start, 10, 5000), start - 1, 5000)).toBe(0)
  expect(delayUntil({ mode: 'paused', time: start }, start + 1, 5000)).toBeUndefined()
})

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a speed of %d is refused', (speed) => {
  expect(() => runningClock(start, speed, 0)).toThrow(RangeError)
})
