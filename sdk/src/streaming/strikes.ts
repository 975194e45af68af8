import type { Clock } from '../ports/clock.ts'

/** Counts what may happen now and then: true at the third time within a minute, from which it counts anew. */
export function createStrikes(clock: Clock): () => boolean {
  let times: number[] = []
  return () => {
    const nowMs = clock.monotonicMs()
    times = [...times.filter((thenMs) => nowMs - thenMs < windowMs), nowMs]
    if (times.length < limit) return false
    times = []
    return true
  }
}

const limit = 3
const windowMs = 60_000
