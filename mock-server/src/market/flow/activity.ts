import { exp } from '../math.ts'
import type { Random } from '../random.ts'
import { Factor, type FactorLaw } from './factor.ts'

/** Only what lasts longer answers to falling prices: fear does not pass within a second. */
const LEVERAGE_SECONDS = 5

/**
 * How busy the market is: the exponential of a sum of factors that forget within tenths of a second to hours, 1 in
 * the mean. One multiplier for all rates gives clustered volatility and volume at every horizon.
 */
export class Activity {
  level = 1
  readonly #parts: readonly Part[]
  readonly #leverage: number
  readonly #halfVariance: number
  #steps = 0
  /** Price moves in standard deviations, and how many. */
  #moves = 0
  #moveCount = 0

  constructor(random: Random, laws: readonly FactorLaw[], stepSeconds: number, leverage = 0) {
    this.#parts = laws.map((law) => ({
      factor: new Factor(random, law, stepSeconds),
      answers: law.seconds >= LEVERAGE_SECONDS,
      movesSeen: 0,
      countSeen: 0,
    }))
    this.#leverage = leverage
    this.#halfVariance = laws.reduce((sum, law) => sum + law.variance, 0) / 2
    this.#measure()
  }

  /** One step of the grid on. */
  step(): void {
    this.#steps += 1
    let moved = false
    for (const part of this.#parts) {
      if (this.#steps % part.factor.everySteps !== 0) continue
      moved = true
      this.#move(part)
    }
    if (moved) this.#measure()
  }

  /** The price moved by so many standard deviations: falling prices make the market busier (leverage effect). */
  respond(deviations: number): void {
    this.#moves += deviations
    this.#moveCount += 1
  }

  #move(part: Part): void {
    const count = this.#moveCount - part.countSeen
    const moved = this.#moves - part.movesSeen
    if (part.answers && count > 0) part.factor.move(-moved / Math.sqrt(count), this.#leverage)
    else part.factor.move()
    part.countSeen = this.#moveCount
    part.movesSeen = this.#moves
  }

  #measure(): void {
    let sum = -this.#halfVariance
    for (const { factor } of this.#parts) sum += factor.value
    this.level = exp(sum)
  }
}

interface Part {
  readonly factor: Factor
  readonly answers: boolean
  /** What of the moves it has answered. */
  movesSeen: number
  countSeen: number
}
