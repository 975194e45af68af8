import { expect, test } from 'vitest'
import { KeyedWindows } from '../../../src/api/limits/keyed-windows.ts'

test('each key has a window of its own, and is told when it may go on', () => {
  const windows = new KeyedWindows({ quota: 1, windowSeconds: 10 })
  expect(windows.secondsLeft('a', 0)).toBe(0)
  expect([windows.accept('a', 0), windows.accept('a', 0), windows.accept('b', 0)]).toEqual([
    true,
    false,
    true,
  ])
  const seconds = windows.secondsLeft('a', 0)
  expect(seconds).toBeGreaterThanOrEqual(10)
  expect(windows.secondsLeft('a', seconds * 1000)).toBe(0)
  windows.forget('a')
  expect(windows.accept('a', 0)).toBe(true)
})

test('whatever names come, memory is bounded: the oldest is forgotten', () => {
  const windows = new KeyedWindows({ quota: 1, windowSeconds: 10 })
  windows.accept('first', 0)
  for (let key = 0; key < 20_000; key += 1) windows.accept(`${key}${'x'.repeat(10_000)}`, 0)
  expect(windows.size).toBe(10_000)
  expect(windows.secondsLeft('first', 0)).toBe(0)
})
