import type { Random } from '../ports/random.ts'

const transientBaseMs = 100
const throttledBaseMs = 1_000
const capMs = 20_000

/**
 * Full jitter: anything from nothing to the base doubled with each attempt, at most 20 s, so that many clients that
 * failed together do not come back together. The first retry is number 0.
 */
export function nextDelay(retry: number, throttled: boolean, random: Pick<Random, 'fraction'>): number {
  const baseMs = throttled ? throttledBaseMs : transientBaseMs
  return random.fraction() * Math.min(capMs, baseMs * 2 ** retry)
}
