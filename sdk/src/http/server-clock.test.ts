import { expect, test } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createServerClock } from './server-clock.ts'

const clockAt = (startMs: number) => {
  const clock = createFakeClock(startMs)
  return { clock, server: createServerClock(clock) }
}

test('until the first answer the machine is believed', () => {
  const { clock, server } = clockAt(1_000)
  expect(server.nowMs()).toBe(clock.nowMs())
})

test('the middle of the round trip is when the server looked at its clock', async () => {
  const { clock, server } = clockAt(1_000)
  await clock.advance(100)
  server.observe({ serverMs: 50_000, sentMs: 0, receivedMs: 100 })
  expect(server.nowMs()).toBe(50_050)
})

test('a slow answer that agrees does not spoil what a fast one told', () => {
  const { server } = clockAt(1_000)
  server.observe({ serverMs: 50_000, sentMs: -10, receivedMs: 0 })
  const before = server.nowMs()
  server.observe({ serverMs: 49_500, sentMs: -1_000, receivedMs: 0 })
  expect(server.nowMs()).toBe(before)
})

test('a clock that was set is followed at once', () => {
  const { server } = clockAt(1_000)
  server.observe({ serverMs: 50_000, sentMs: -10, receivedMs: 0 })
  server.observe({ serverMs: 90_000, sentMs: -1_000, receivedMs: 0 })
  expect(server.nowMs()).toBe(90_500)
})

test('what was learned more than ten minutes ago gives way to a slower answer', () => {
  const { server } = clockAt(1_000)
  server.observe({ serverMs: 50_000, sentMs: -10, receivedMs: 0 })
  server.observe({ serverMs: 649_900, sentMs: 599_000, receivedMs: 600_000 })
  expect(server.nowMs()).toBe(50_005)
  server.observe({ serverMs: 650_001, sentMs: 599_501, receivedMs: 600_501 })
  expect(server.nowMs()).toBe(50_000)
})
