import type { BanRule } from './rate-limits.ts'

/**
 * Shuts a key out that does not stop at its limits: after so many refusals within the window, for twice as long as
 * the last time. Being refused while shut out makes it no longer.
 */
export class Ban {
  readonly #rule: BanRule
  /** Of the latest refusals, oldest first; at most as many as make a ban. */
  readonly #refusedAtMs: number[] = []
  #untilMs = Number.NEGATIVE_INFINITY
  #nextSeconds: number

  constructor(rule: BanRule) {
    this.#rule = rule
    this.#nextSeconds = rule.firstSeconds
  }

  /** Whole seconds until the key is let in again; 0 when it is. */
  secondsLeft(nowMs: number): number {
    return nowMs >= this.#untilMs ? 0 : Math.ceil((this.#untilMs - nowMs) / 1000)
  }

  /** Counts a refusal; the last one that is one too many begins the ban. */
  refused(nowMs: number): void {
    const { violations, windowSeconds, maximumSeconds } = this.#rule
    this.#refusedAtMs.push(nowMs)
    const sinceMs = nowMs - windowSeconds * 1000
    while ((this.#refusedAtMs[0] ?? nowMs) < sinceMs) this.#refusedAtMs.shift()
    if (this.#refusedAtMs.length < violations) return
    this.#refusedAtMs.length = 0
    this.#untilMs = nowMs + this.#nextSeconds * 1000
    this.#nextSeconds = Math.min(maximumSeconds, this.#nextSeconds * 2)
  }
}
