/** How long each failure waits for the next attempt, after the convention's example: 5 s to 10 h, in all about 28 h. */
const DELAYS_MS: readonly number[] = [
  5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000,
]
/** So much longer a wait may be, so that what failed together does not come back together. */
const JITTER = 0.1

/** The first attempt and one after each delay. */
export const MAXIMUM_ATTEMPTS: number = DELAYS_MS.length + 1

/**
 * @param failures attempts that failed so far, from 1
 * @param unit a random fraction in [0, 1)
 * @returns undefined when there is no further attempt
 */
export function retryDelayMs(failures: number, unit: number): number | undefined {
  const delayMs = DELAYS_MS[failures - 1]
  return delayMs === undefined ? undefined : delayMs + Math.floor(delayMs * JITTER * unit)
}
