import type { Random } from '../ports/random.ts'

const baseMs = 250
const capMs = 10_000
const shortestIntervalMs = 1_000

/** Full jitter: anything from nothing to `250 ms * 2^attempt`, at most 10 s. The first attempt is number 0. */
export function backoffDelay(attempt: number, random: Pick<Random, 'fraction'>): number {
  // 2^6 is past the cap already; larger exponents would only overflow.
  return random.fraction() * Math.min(capMs, baseMs * 2 ** Math.min(attempt, 6))
}

/** When to connect again: by {@link backoffDelay}, and never sooner than a second after the last attempt began. */
export function reconnectDelay(
  attempt: number,
  sinceLastAttemptMs: number,
  random: Pick<Random, 'fraction'>,
): number {
  return Math.max(backoffDelay(attempt, random), shortestIntervalMs - sinceLastAttemptMs)
}

const snapshotIntervalMs = 2_000
const longestSnapshotIntervalMs = 30_000

/** How long after the last snapshot of a channel the next may be asked for; `streak` counts those shortly before. */
export function snapshotInterval(streak: number): number {
  return Math.min(longestSnapshotIntervalMs, snapshotIntervalMs * 2 ** Math.min(streak, 4))
}
