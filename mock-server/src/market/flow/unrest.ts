import type { Time } from '../../exchange/values/types.ts'
import type { Random } from '../random.ts'
import { Activity } from './activity.ts'
import type { FactorLaw } from './factor.ts'

const STEP: Time = 10_000_000

/** Minutes, hours and days in which the price of one symbol moves more than in others, with some more events. */
export class Unrest {
  /** Of the variance of the price, 1 in the mean. */
  level = 1
  /** Of the rate of events: so much of the unrest is more events, the rest larger moves. */
  rate = 1
  readonly #activity: Activity
  #stepEnd: Time = 0

  constructor(random: Random, laws: readonly FactorLaw[], startTime: Time) {
    this.#activity = new Activity(random, laws, STEP / 1_000_000)
    this.#stepEnd = startTime + STEP
    this.#measure()
  }

  advanceTo(time: Time): void {
    if (time < this.#stepEnd) return
    while (this.#stepEnd <= time) {
      this.#stepEnd += STEP
      this.#activity.step()
    }
    this.#measure()
  }

  /** Stays as it is until `time`. */
  restUntil(time: Time): void {
    this.#stepEnd = Math.max(this.#stepEnd, time)
  }

  #measure(): void {
    this.level = this.#activity.level
    this.rate = Math.sqrt(Math.sqrt(this.level))
  }
}
