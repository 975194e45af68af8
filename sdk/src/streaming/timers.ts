import type { Clock } from '../ports/clock.ts'

/** All timers of the streams, by name, in one place: what is armed can be listed, and nothing outlives `clearAll`. */
export interface Timers {
  /** Arms the timer of that name, in place of the one armed before. */
  set(name: string, delayMs: number, callback: () => void): void
  clear(name: string): void
  clearAll(): void
}

export function createTimers(clock: Clock): Timers {
  const cancels = new Map<string, () => void>()
  const clear = (name: string) => {
    cancels.get(name)?.()
    cancels.delete(name)
  }
  return {
    set(name, delayMs, callback) {
      clear(name)
      const cancel = clock.after(delayMs, () => {
        cancels.delete(name)
        callback()
      })
      cancels.set(name, cancel)
    },
    clear,
    clearAll() {
      for (const name of [...cancels.keys()]) clear(name)
    },
  }
}
