import { MALFORMED_MESSAGES, MALFORMED_WINDOW_MS, RATE_WINDOW_MS, type StreamLimits } from './limits.ts'

export type RateVerdict =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'refuse' | 'close'; readonly retryAfterSeconds: number }

/** A token bucket of client messages; the second breach within ten seconds closes. */
export class MessageRate {
  readonly #limits: StreamLimits
  #tokens: number
  #filledAtMs: number
  #breachedAtMs: number | undefined

  constructor(limits: StreamLimits, nowMs: number) {
    this.#limits = limits
    this.#tokens = limits.burst
    this.#filledAtMs = nowMs
  }

  arrived(nowMs: number): RateVerdict {
    const { messagesPerSecond, burst } = this.#limits
    const earned = (Math.max(0, nowMs - this.#filledAtMs) * messagesPerSecond) / 1000
    this.#tokens = Math.min(burst, this.#tokens + earned)
    this.#filledAtMs = nowMs
    if (this.#tokens >= 1) {
      this.#tokens -= 1
      return { outcome: 'pass' }
    }
    const before = this.#breachedAtMs
    this.#breachedAtMs = nowMs
    const again = before !== undefined && nowMs - before <= RATE_WINDOW_MS
    return { outcome: again ? 'close' : 'refuse', retryAfterSeconds: again ? RATE_WINDOW_MS / 1000 : 1 }
  }
}

/** Counts malformed messages of the last minute. */
export class MalformedCount {
  readonly #atMs: number[] = []

  /** Answers whether there are too many now. */
  arrived(nowMs: number): boolean {
    this.#atMs.push(nowMs)
    while ((this.#atMs[0] ?? nowMs) < nowMs - MALFORMED_WINDOW_MS) this.#atMs.shift()
    return this.#atMs.length >= MALFORMED_MESSAGES
  }
}
