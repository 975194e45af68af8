import { parameters } from '../parameters/parameters.ts'
import { UNIT } from '../values/decimal.ts'
import { MICROS_PER_MINUTE } from '../values/time.ts'
import type { Time } from '../values/types.ts'

export type BreakerLevel = 0 | 1 | 2 | 3

const LEVELS = ['breakerLevel1', 'breakerLevel2', 'breakerLevel3'] as const

/** The highest level that an index has reached which fell from its last close. */
export function breakerLevel(index: number, lastClose: number, time: Time): BreakerLevel {
  const fallen = BigInt(Math.max(0, lastClose - index)) * 100n * UNIT
  let level: BreakerLevel = 0
  for (const [position, name] of LEVELS.entries()) {
    if (fallen >= BigInt(lastClose) * parameters.at(name, time)) level = (position + 1) as BreakerLevel
  }
  return level
}

/**
 * What a level does: levels 1 and 2 stop everything once each for a while, but not near the close; level 3 for the
 * rest of the day.
 */
export function breakerAction(
  level: BreakerLevel,
  { reached, untilClose }: { readonly reached: BreakerLevel; readonly untilClose: Time },
  time: Time,
): 'nothing' | 'pause' | 'stop' {
  if (level === 0 || level <= reached) return 'nothing'
  if (level === 3) return 'stop'
  const last = parameters.countAt('breakerLast', time) * MICROS_PER_MINUTE
  return untilClose > last ? 'pause' : 'nothing'
}
