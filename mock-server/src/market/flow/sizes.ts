import type { Lots } from '../../exchange/values/types.ts'
import { power } from '../math.ts'

/** How large orders are: whole round lots with a power tail. */
export interface SizeLaw {
  readonly roundLots: Lots
  readonly exponent: number
  readonly maximumRounds: number
}

export function sizeOf({ roundLots, exponent, maximumRounds }: SizeLaw, unit: number): Lots {
  return Math.min(maximumRounds, Math.floor(power(1 - unit, -1 / exponent))) * roundLots
}

/** In how many parts the fractions are taken for the mean. */
const PARTS = 1_000

export function meanSizeOf(law: SizeLaw): number {
  let sum = 0
  for (let part = 0; part < PARTS; part += 1) sum += sizeOf(law, (part + 0.5) / PARTS)
  return sum / PARTS
}
