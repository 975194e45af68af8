import { exp, normal } from '../math.ts'
import type { Random } from '../random.ts'

/** A quantity that wanders around 0 and forgets where it was within some seconds. */
export interface FactorLaw {
  readonly seconds: number
  readonly variance: number
}

/** So many values are drawn while a factor forgets. */
const VALUES_A_MEMORY = 10

/** An Ornstein-Uhlenbeck process, moved by whole steps of a grid; one draw a value. */
export class Factor {
  /** Steps of the grid between two values. */
  readonly everySteps: number
  readonly #random: Random
  readonly #keep: number
  readonly #noise: number
  value = 0

  constructor(random: Random, { seconds, variance }: FactorLaw, stepSeconds: number) {
    this.#random = random
    this.everySteps = Math.max(1, Math.floor(seconds / VALUES_A_MEMORY / stepSeconds))
    this.#keep = exp((-this.everySteps * stepSeconds) / seconds)
    this.#noise = Math.sqrt(variance * (1 - this.#keep * this.#keep))
    this.value = normal(random.unit()) * Math.sqrt(variance)
  }

  /** @param push a standard normal value that stands for the share `weight` of the chance in this move */
  move(push = 0, weight = 0): void {
    const own = normal(this.#random.unit())
    const chance = Math.sqrt(1 - weight * weight) * own + weight * push
    this.value = this.#keep * this.value + this.#noise * chance
  }
}
