import type { Clock } from '../ports/clock.ts'

/** A clock that moves only when told. For tests. */
export interface FakeClock extends Clock {
  /** Lets time pass, calling back what falls due, in order. Promises settle in between. */
  advance(ms: number): Promise<void>
  /** How many timers wait. */
  readonly waiting: number
}

/** Starts at 2026-11-22T14:30:00Z unless told otherwise. */
export function createFakeClock(startMs = 1_795_357_800_000): FakeClock {
  let elapsedMs = 0
  const timers = new Set<{ readonly dueMs: number; readonly callback: () => void }>()
  return {
    nowMs: () => startMs + elapsedMs,
    monotonicMs: () => elapsedMs,
    after(delayMs, callback) {
      const timer = { dueMs: elapsedMs + delayMs, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    get waiting() {
      return timers.size
    },
    async advance(ms) {
      const endMs = elapsedMs + ms
      await settle()
      while (true) {
        const next = [...timers].filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0]
        if (next === undefined) break
        timers.delete(next)
        elapsedMs = Math.max(elapsedMs, next.dueMs)
        next.callback()
        await settle()
      }
      elapsedMs = endMs
    },
  }
}

/** Long enough for every promise that waits for no clock; a turn of the event loop, no wait of time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}
