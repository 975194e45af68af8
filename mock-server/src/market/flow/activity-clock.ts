import type { Time } from '../../exchange/values/types.ts'
import { exponential } from '../math.ts'
import type { Random } from '../random.ts'
import { Activity } from './activity.ts'
import type { CommonFactor } from './common-factor.ts'
import type { FactorLaw } from './factor.ts'
import type { DayPattern } from './session-pattern.ts'
import type { Unrest } from './unrest.ts'

const STEP_MICROS = 50_000
const STEP_SECONDS = 0.05

export interface ActivityClockOptions {
  readonly random: Random
  readonly eventsPerSecond: number
  readonly activity: readonly FactorLaw[]
  readonly leverage: number
  readonly startTime: Time
  readonly common: CommonFactor
  readonly unrest: Unrest
  readonly pattern: DayPattern
}

/**
 * When the events of one symbol happen: a Poisson process whose rate follows the activity, the mood of the market
 * and the pattern of the day, constant within a step. Nothing that happens in the book enters it.
 */
export class ActivityClock {
  // What moves is a number from the start: of what was undefined once the engine makes a new object at every change.
  /** Of the event that it has come to. */
  time: Time = 0
  readonly #random: Random
  readonly #activity: Activity
  readonly #eventsPerMicro: number
  readonly #common: CommonFactor
  readonly #unrest: Unrest
  readonly #pattern: DayPattern
  #stepEnd: Time = 0
  #rate = 0

  constructor(options: ActivityClockOptions) {
    const { random, eventsPerSecond, activity, leverage, startTime, common, unrest, pattern } = options
    this.#random = random
    this.#activity = new Activity(random, activity, STEP_SECONDS, leverage)
    this.#eventsPerMicro = eventsPerSecond / 1_000_000
    this.#common = common
    this.#unrest = unrest
    this.#pattern = pattern
    this.time = startTime
    this.#stepEnd = startTime + STEP_MICROS
    this.#measure()
  }

  /** Goes on to the next event, which is later. */
  next(): void {
    let events = exponential(this.#random.unit(), 1)
    while (events > (this.#stepEnd - this.time) * this.#rate) {
      events -= (this.#stepEnd - this.time) * this.#rate
      this.time = this.#stepEnd
      this.#stepEnd += STEP_MICROS
      this.#activity.step()
      this.#measure()
    }
    this.time += Math.max(1, Math.floor(events / this.#rate))
  }

  respond(deviations: number): void {
    this.#activity.respond(deviations)
  }

  /** Nothing happens before `time`; the market is as busy then as it was. */
  restUntil(time: Time): void {
    if (time <= this.time) return
    this.#common.restUntil(time)
    this.#unrest.restUntil(time)
    this.time = time
    this.#stepEnd = time + STEP_MICROS
  }

  /** How many events come now. */
  #measure(): void {
    this.#common.advanceTo(this.time)
    this.#unrest.advanceTo(this.time)
    // Half of what the mood does to volatility is more events, the other half larger moves.
    const busy = this.#activity.level * Math.sqrt(this.#common.mood) * this.#unrest.rate
    this.#rate = this.#eventsPerMicro * busy * this.#pattern.rateAt(this.time)
  }
}
