import type { Time } from '../../exchange/values/types.ts'
import { normal } from '../math.ts'
import { Random } from '../random.ts'
import { Activity } from './activity.ts'
import type { FactorLaw } from './factor.ts'

const STEP_MICROS = 250_000
const STEP_SECONDS = 0.25

const ACTIVITY: readonly FactorLaw[] = [
  { seconds: 1, variance: 1.2 },
  { seconds: 20, variance: 0.25 },
  { seconds: 200, variance: 0.2 },
  { seconds: 2_000, variance: 0.2 },
]

/**
 * What moves all symbols together. Each symbol has one of its own, and all of them draw the same path, because
 * they draw it from the same stream: no symbol needs another.
 */
export class CommonFactor {
  readonly #random: Random
  readonly #activity: Activity
  #stepEnd: Time
  #value = 0

  constructor(seed: number | string, world: string, startTime: Time) {
    this.#random = Random.stream(seed, world, 'common-factor')
    this.#activity = new Activity(Random.stream(seed, world, 'common-activity'), ACTIVITY, STEP_SECONDS)
    this.#stepEnd = startTime + STEP_MICROS
  }

  /** How far it has come at a time, not before the last one asked for; its variance is 1 a second. */
  at(time: Time): number {
    while (this.#stepEnd <= time) {
      this.#stepEnd += STEP_MICROS
      this.#activity.step()
      this.#value += normal(this.#random.unit()) * Math.sqrt(STEP_SECONDS * this.#activity.level)
    }
    return this.#value
  }

  /** Stands still until `time`. */
  restUntil(time: Time): void {
    const steps = Math.floor((time - this.#stepEnd) / STEP_MICROS) + 1
    if (steps > 0) this.#stepEnd += steps * STEP_MICROS
  }
}
