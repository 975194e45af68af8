import type { Clock } from '../../src/ports/clock.ts'

/** A clock that stands still until it is told to move. */
export class FakeClock implements Clock {
  #nowMs = 1_000_000
  #timers: { dueMs: number; order: number; callback: () => void }[] = []
  #orders = 0

  get pending(): number {
    return this.#timers.length
  }

  nowMs(): number {
    return this.#nowMs
  }

  after(delayMs: number, callback: () => void): () => void {
    this.#orders += 1
    const timer = { dueMs: this.#nowMs + delayMs, order: this.#orders, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Time passes while the process stands still: nothing runs before the next `advance`. */
  sleep(ms: number): void {
    this.#nowMs += ms
  }

  /** Runs every timer that is due on the way, in order. */
  advance(ms: number): void {
    const targetMs = this.#nowMs + ms
    for (;;) {
      const [next] = this.#timers
        .filter(({ dueMs }) => dueMs <= targetMs)
        .sort((left, right) => left.dueMs - right.dueMs || left.order - right.order)
      if (next === undefined) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#nowMs = Math.max(this.#nowMs, next.dueMs)
      next.callback()
    }
    this.#nowMs = targetMs
  }
}
