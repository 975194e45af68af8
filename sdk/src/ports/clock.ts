/**
 * Time, injected: nothing outside `ports/` reads a clock or starts a timer, so that tests need no waiting and a
 * simulated exchange can share its clock with its client.
 */
export interface Clock {
  /** Wall time in milliseconds since 1970. */
  nowMs(): number
  /** Milliseconds from an arbitrary start; never goes back, whatever happens to the wall clock. */
  monotonicMs(): number
  /** Calls back once after `delayMs`; the returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
}

/** Almost 25 days: platforms take a longer one, or an endless one, for none at all. */
const longestTimerMs = 2 ** 31 - 1

/** The machine's clock. Globals are looked up at each use, so that a test's fake timers apply at any moment. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, Math.min(delayMs, longestTimerMs))
    return () => clearTimeout(timer)
  },
}

/** RFC 3339 in UTC with 6 decimals, the one form of time on the wire. */
export function formatTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '000Z')
}

/** Milliseconds since 1970 of an HTTP date or an RFC 3339 time; `undefined` for anything else. */
export function parseTime(text: string): number | undefined {
  const epochMs = Date.parse(text)
  return Number.isNaN(epochMs) ? undefined : epochMs
}
