import type { Ticks } from '../../exchange/values/types.ts'
import { power } from '../math.ts'

/** How far from the fair quote a limit order is placed. */
export interface PlacementLaw {
  /** Share placed at the fair quote itself. */
  readonly atBest: number
  /** Share placed up to half a spread better. */
  readonly inside: number
  /** Tail exponent of the distances of the rest. */
  readonly exponent: number
  /** The distance that counts as one in the tail. */
  readonly scaleTicks: Ticks
  readonly deepestTicks: Ticks
}

/** Ticks behind the fair quote, below zero for better ones, from two fractions. */
export function placeOf(law: PlacementLaw, halfSpread: number, where: number, howFar: number): Ticks {
  if (where < law.atBest) return 0
  if (where < law.atBest + law.inside) return -Math.floor(howFar * halfSpread)
  const distance = law.scaleTicks * (power(1 - howFar, -1 / law.exponent) - 1)
  return Math.min(law.deepestTicks, 1 + Math.floor(distance))
}
