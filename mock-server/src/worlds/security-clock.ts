import type { Clock } from '../ports/clock.ts'

/**
 * The time of credentials: the transport clock plus every explicit advance. A replay that runs through a day in a
 * second must not expire a token; a test that advances an hour must.
 */
export interface SecurityClock extends Clock {
  /** Calls back whatever becomes due on the way. */
  advance(ms: number): void
  /** A part of the way, before `advance`: what is not due yet is left alone, for there may be many such parts. */
  advanceInPart(ms: number): void
  /** In how many milliseconds the next one is due, rounded up; undefined when nobody waits. */
  nextInMs(): number | undefined
}

export function createSecurityClock(machine: Clock): SecurityClock {
  const timers = new Set<Timer>()
  let advancedMs = 0
  const nowMs = (): number => machine.nowMs() + advancedMs
  const fireAfter = (ms: number): void => {
    advancedMs += ms
    const now = nowMs()
    const due = [...timers].filter(({ dueMs }) => dueMs <= now)
    for (const timer of due.sort((left, right) => left.dueMs - right.dueMs)) {
      // One that fired may have canceled another.
      if (timers.has(timer)) timer.fire()
    }
  }
  return {
    nowMs,
    after(delayMs, callback) {
      const timer = new Timer(nowMs() + delayMs, () => {
        timers.delete(timer)
        callback()
      })
      timers.add(timer)
      timer.arm(machine, delayMs)
      return () => {
        timer.disarm()
        timers.delete(timer)
      }
    },
    nextInMs() {
      if (timers.size === 0) return undefined
      let earliestMs = Number.POSITIVE_INFINITY
      for (const { dueMs } of timers) earliestMs = Math.min(earliestMs, dueMs)
      return Math.max(0, Math.ceil(earliestMs - nowMs()))
    },
    advance(ms) {
      fireAfter(ms)
      for (const timer of timers) timer.arm(machine, timer.dueMs - nowMs())
    },
    advanceInPart: fireAfter,
  }
}

class Timer {
  readonly dueMs: number
  readonly #fire: () => void
  #cancel = (): void => {}

  constructor(dueMs: number, fire: () => void) {
    this.dueMs = dueMs
    this.#fire = fire
  }

  /** Fires later, however short the wait: whoever sets it has not noted yet that it waits. */
  arm(machine: Clock, delayMs: number): void {
    this.#cancel()
    this.#cancel = machine.after(Math.max(0, delayMs), this.#fire)
  }

  fire(): void {
    this.#cancel()
    this.#fire()
  }

  disarm(): void {
    this.#cancel()
  }
}
