import type { RateLimitRule } from './rate-limits.ts'

/** The window is counted in so many parts: the fewer, the later a request is forgotten. */
const PARTS = 50

/**
 * Counts what was accepted, and never accepts more than the quota in any stretch of time as long as the window,
 * wherever it begins. Memory is the same for every quota: a request is forgotten with the part of the window in
 * which it came, at most a fiftieth of the window too late.
 */
export class SlidingWindow {
  readonly #quota: number
  readonly #partMs: number
  /** Accepted by part; part `n` is at `n` modulo the length. One part more than the window has: the present one. */
  readonly #accepted = new Float64Array(PARTS + 1)
  #used = 0
  /** Number of the present part since 1970, and of the oldest one that still counts and is not empty. */
  #present = 0
  #oldest = 0

  constructor({ quota, windowSeconds }: RateLimitRule) {
    this.#quota = quota
    this.#partMs = (windowSeconds * 1000) / PARTS
  }

  /** Counts a request, or answers false when the quota is used up. A clock that steps back stands still. */
  accept(nowMs: number): boolean {
    this.#moveTo(nowMs)
    if (this.#used >= this.#quota) return false
    if (this.#used === 0) this.#oldest = this.#present
    const index = this.#present % this.#accepted.length
    this.#accepted[index] = (this.#accepted[index] ?? 0) + 1
    this.#used += 1
    return true
  }

  /** How many more would be accepted at the time of the last request. */
  get remaining(): number {
    return this.#quota - this.#used
  }

  /** How many more would be accepted now. */
  remainingAt(nowMs: number): number {
    this.#moveTo(nowMs)
    return this.remaining
  }

  /** Whole seconds from the last request until more are accepted than now. */
  secondsToMore(nowMs: number): number {
    const freedAtMs = (this.#oldest + PARTS + 1) * this.#partMs
    return Math.max(1, Math.ceil((freedAtMs - nowMs) / 1000))
  }

  #moveTo(nowMs: number): void {
    const present = Math.floor(nowMs / this.#partMs)
    if (present <= this.#present) return
    if (present - this.#present > PARTS) this.#forgetAll()
    else for (let part = this.#present + 1; part <= present; part += 1) this.#forget(part)
    this.#present = present
    this.#findOldest()
  }

  /** A new part takes the place of the one that was as many parts ago as there are places. */
  #forget(part: number): void {
    const index = part % this.#accepted.length
    this.#used -= this.#accepted[index] ?? 0
    this.#accepted[index] = 0
  }

  #forgetAll(): void {
    this.#accepted.fill(0)
    this.#used = 0
  }

  #findOldest(): void {
    const first = this.#present - PARTS
    if (this.#oldest < first) this.#oldest = first
    while (this.#oldest < this.#present && this.#accepted[this.#oldest % this.#accepted.length] === 0) {
      this.#oldest += 1
    }
  }
}
