import type { Clock } from '../ports/clock.ts'

/** authenticate, start: the deadline. heartbeat, batch, conflate: the next one. drain: look at the socket. grace, life: the end. */
export type TimerName =
  | 'authenticate'
  | 'start'
  | 'heartbeat'
  | 'batch'
  | 'conflate'
  | 'drain'
  | 'grace'
  | 'life'

/** The one owner of a session's timers: at most one of each name, none after `clear`. */
export class SessionTimers {
  readonly #clock: Clock
  readonly #pending = new Map<TimerName, () => void>()
  readonly #failed: (error: unknown) => void
  #cleared = false

  /** @param failed told what a timer's callback threw */
  constructor(clock: Clock, failed: (error: unknown) => void) {
    this.#clock = clock
    this.#failed = failed
  }

  nowMs(): number {
    return this.#clock.nowMs()
  }

  /** Replaces a pending timer of the same name. */
  set(name: TimerName, delayMs: number, callback: () => void): void {
    this.cancel(name)
    if (this.#cleared) return
    const cancel = this.#clock.after(delayMs, () => {
      this.#pending.delete(name)
      try {
        callback()
      } catch (error) {
        this.#failed(error)
      }
    })
    this.#pending.set(name, cancel)
  }

  has(name: TimerName): boolean {
    return this.#pending.has(name)
  }

  cancel(name: TimerName): void {
    this.#pending.get(name)?.()
    this.#pending.delete(name)
  }

  /** Ends all of them, and every later one. */
  clear(): void {
    this.#cleared = true
    for (const name of [...this.#pending.keys()]) this.cancel(name)
  }
}
