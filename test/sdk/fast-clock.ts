import { setTimeout as pause } from 'node:timers/promises'

/** A clock that runs `speed` times as fast as the machine's, for both ends: what takes 12 s takes a moment. */
export function createFastClock(speed: number) {
  const startMs = Date.now()
  const monotonicMs = () => performance.now() * speed
  const zeroMs = monotonicMs()
  let lateMs = 0
  return {
    /** How late all timers so far have been, together: a busy machine counts many times here. */
    lateMs: () => lateMs,
    nowMs: () => Math.floor(startMs + monotonicMs() - zeroMs),
    monotonicMs,
    after(delayMs: number, callback: () => void): () => void {
      const dueMs = monotonicMs() + delayMs
      const timer = setTimeout(() => {
        lateMs += Math.max(0, monotonicMs() - dueMs)
        callback()
      }, delayMs / speed)
      return () => clearTimeout(timer)
    },
  }
}

/** Waits for something to become true, at most `withinMs`. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 5_000,
): Promise<void> {
  const endMs = performance.now() + withinMs
  while (!(await isTrue())) {
    if (performance.now() > endMs) throw new Error(`Not within ${withinMs} ms: ${what}`)
    await pause(2)
  }
}
