import { power } from '../math.ts'
import type { Random } from '../random.ts'

/** How the signs of market orders depend on those before. */
export interface SignLaw {
  /** Large orders being worked at the same time. */
  readonly metaorders: number
  /** Tail exponent of their lengths: the smaller, the longer signs remember. */
  readonly lengthExponent: number
  /** Chance that the next market order repeats the last one, whoever sent it. */
  readonly repeat: number
  /** How much of the memory the makers see through. */
  readonly foresight: number
}

export interface Sign {
  readonly side: 1 | -1
  /** The sign less what the makers expected. */
  readonly surprise: number
}

/** Market orders are pieces of larger ones, whose lengths have a power tail (Lillo, Mike and Farmer 2005). */
export class SignMemory {
  readonly #law: SignLaw
  readonly #random: Random
  readonly #orders: { side: 1 | -1; left: number }[]
  #last: 1 | -1 = 1
  #average = 0

  constructor(law: SignLaw, random: Random) {
    this.#law = law
    this.#random = random
    this.#orders = Array.from({ length: law.metaorders }, () => ({
      side: sideOf(random.unit()),
      left: this.#length(random.unit()),
    }))
  }

  /** Four draws. */
  next(): Sign {
    const { repeat, foresight } = this.#law
    const repeats = this.#random.unit() < repeat
    const which = this.#random.below(this.#orders.length)
    const newSide = sideOf(this.#random.unit())
    const newLength = this.#length(this.#random.unit())
    const order = this.#orders[which]
    if (order === undefined) throw new RangeError('A sign memory needs a metaorder')
    const side = repeats ? this.#last : order.side
    if (!repeats) {
      order.left -= 1
      if (order.left <= 0) {
        order.side = newSide
        order.left = newLength
      }
    }
    const expected = repeat * this.#last + (1 - repeat) * foresight * this.#average
    this.#last = side
    this.#average += AVERAGING * (side - this.#average)
    return { side, surprise: side - expected }
  }

  #length(unit: number): number {
    return Math.min(LONGEST, Math.ceil(power(1 - unit, -1 / this.#law.lengthExponent)))
  }
}

const AVERAGING = 0.1
const LONGEST = 5_000

function sideOf(unit: number): 1 | -1 {
  return unit < 0.5 ? 1 : -1
}
