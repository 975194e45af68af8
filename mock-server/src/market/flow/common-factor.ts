import type { Time } from '../../exchange/values/types.ts'
import { normal } from '../math.ts'
import { Random } from '../random.ts'
import { Activity } from './activity.ts'
import type { FactorLaw } from './factor.ts'

const STEP_MICROS = 250_000
const STEP_SECONDS = 0.25

/** Busy minutes and hours are those of the whole market. */
const MOOD: readonly FactorLaw[] = [
  { seconds: 60, variance: 0.1 },
  { seconds: 1_200, variance: 0.05 },
  { seconds: 6_000, variance: 0.05 },
]
/** News that concern everybody come in bursts. */
const BURSTS: readonly FactorLaw[] = [
  { seconds: 1.5, variance: 2.2 },
  { seconds: 10, variance: 0.2 },
]
/** Share of the steps that bring news: the fewer, the larger each. */
const NEWS_SHARE = 0.04
/** How much falling prices make the market busier. */
const LEVERAGE = 0.7

/**
 * What all symbols have in common: how busy the market is, and news that move all of them. Whoever needs it has one
 * of its own, and all of them draw the same path, because they draw it from the same streams.
 */
export class CommonFactor {
  /** How far it has come, in standard deviations of a second. */
  value = 0
  readonly #random: Random
  readonly #mood: Activity
  readonly #bursts: Activity
  #stepEnd: Time = 0

  constructor(seed: number | string, world: string, startTime: Time) {
    this.#random = Random.stream(seed, world, 'common-factor')
    this.#mood = new Activity(Random.stream(seed, world, 'common-mood'), MOOD, STEP_SECONDS, LEVERAGE)
    this.#bursts = new Activity(Random.stream(seed, world, 'common-bursts'), BURSTS, STEP_SECONDS)
    this.#stepEnd = startTime + STEP_MICROS
  }

  /** How busy the whole market is, 1 in the mean. */
  get mood(): number {
    return this.#mood.level
  }

  /** To a time that is not before the last one. */
  advanceTo(time: Time): void {
    while (this.#stepEnd <= time) this.#step()
  }

  /** Stays as it is until `time`. */
  restUntil(time: Time): void {
    const steps = Math.floor((time - this.#stepEnd) / STEP_MICROS) + 1
    if (steps > 0) this.#stepEnd += steps * STEP_MICROS
  }

  #step(): void {
    this.#stepEnd += STEP_MICROS
    const isNews = this.#random.unit() < NEWS_SHARE
    const chance = normal(this.#random.unit())
    if (isNews) {
      const variance = (STEP_SECONDS * this.#bursts.level * this.#mood.level) / NEWS_SHARE
      this.value += chance * Math.sqrt(variance)
      this.#mood.respond(chance)
    }
    this.#bursts.step()
    this.#mood.step()
  }
}
