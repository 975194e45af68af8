import type { Clock } from '../ports/clock.ts'

/** Why a call was stopped before it ended by itself. */
export class Stop {
  readonly by: 'total' | 'headers' | 'body' | 'size' | 'caller' | 'closed'
  /** The limit in milliseconds or bytes, or the reason of the caller's signal. */
  readonly detail: unknown

  constructor(by: Stop['by'], detail?: unknown) {
    this.by = by
    this.detail = detail
  }
}

/** One cancellable stretch of work, with at most one limit of time running. */
export interface Watch {
  /** Its reason is a {@link Stop}. */
  readonly signal: AbortSignal
  /** Stops the work `afterMs` from now, in place of any earlier limit. */
  limit(by: 'total' | 'headers' | 'body', afterMs: number): void
  /** Settles as the work does, or rejects with the {@link Stop} at once, whether or not the work listens to the signal. */
  race<T>(work: Promise<T>): Promise<T>
  /** Lets go of timer and listeners. */
  end(): void
}

/** Stops when one of the parents does, or when its own limit passes. */
export function createWatch(clock: Clock, parents: readonly (AbortSignal | undefined)[]): Watch {
  const controller = new AbortController()
  const { signal } = controller
  const cleanups: (() => void)[] = []
  let cancelLimit = () => {}
  for (const parent of parents) {
    if (parent === undefined) continue
    const follow = () => controller.abort(toStop(parent.reason))
    if (parent.aborted) follow()
    parent.addEventListener('abort', follow)
    cleanups.push(() => parent.removeEventListener('abort', follow))
  }
  return {
    signal,
    limit(by, afterMs) {
      cancelLimit()
      cancelLimit = clock.after(afterMs, () => controller.abort(new Stop(by, afterMs)))
    },
    race: (work) => raceSignal(signal, work),
    end() {
      cancelLimit()
      for (const cleanup of cleanups) cleanup()
    },
  }
}

const toStop = (reason: unknown): Stop => (reason instanceof Stop ? reason : new Stop('caller', reason))

function raceSignal<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    const settled = () => signal.removeEventListener('abort', stop)
    work.then(resolve, reject).finally(settled)
  })
}

/** Waits `delayMs`; where the signal fires first, lets go of the timer and never settles. */
export function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(delayMs, () => {
      signal.removeEventListener('abort', cancel)
      resolve()
    })
    signal.addEventListener('abort', cancel)
  })
}
