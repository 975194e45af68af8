import type { RateLimitRule } from './rate-limits.ts'
import { SlidingWindow } from './sliding-window.ts'

/** Counters of callers whose names are not ours, so that their number needs a bound: the oldest is forgotten first. */
const MOST_KEYS = 10_000
const LONGEST_KEY = 256

/** A sliding window for each key that anybody may name, as an address. */
export class KeyedWindows {
  readonly #rule: RateLimitRule
  readonly #byKey = new Map<string, SlidingWindow>()

  constructor(rule: RateLimitRule) {
    this.#rule = rule
  }

  get size(): number {
    return this.#byKey.size
  }

  /** Whole seconds until the key may go on; 0 when it may now. Counts nothing. */
  secondsLeft(key: string, nowMs: number): number {
    const window = this.#byKey.get(key.slice(0, LONGEST_KEY))
    return window === undefined || window.remainingAt(nowMs) > 0 ? 0 : window.secondsToMore(nowMs)
  }

  /** Counts one, and answers whether the quota allowed it. */
  accept(key: string, nowMs: number): boolean {
    return this.#windowOf(key.slice(0, LONGEST_KEY)).accept(nowMs)
  }

  forget(key: string): void {
    this.#byKey.delete(key.slice(0, LONGEST_KEY))
  }

  #windowOf(key: string): SlidingWindow {
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const [oldest] = this.#byKey.keys()
    if (this.#byKey.size >= MOST_KEYS && oldest !== undefined) this.#byKey.delete(oldest)
    const window = new SlidingWindow(this.#rule)
    this.#byKey.set(key, window)
    return window
  }
}
