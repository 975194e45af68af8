import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Ticks, Time } from '../../exchange/values/types.ts'
import { normal } from '../math.ts'
import type { Random } from '../random.ts'
import type { CommonFactor } from './common-factor.ts'

/** How the price moves that everybody believes in. */
export interface FundamentalLaw {
  /** Standard deviation of one second, in ticks. */
  readonly ticksPerSecond: number
  /** Share of the variance that all symbols have together. */
  readonly commonShare: number
  /** Share of the events that bring news: the fewer, the larger each. */
  readonly newsShare: number
  /** What an unexpected market order moves it, in ticks. */
  readonly impactTicks: number
}

export interface FundamentalOptions {
  readonly law: FundamentalLaw
  readonly random: Random
  readonly common: CommonFactor
  readonly eventsPerSecond: number
  /** Market orders a second. */
  readonly tradesPerSecond: number
  readonly referenceTicks: Ticks
  readonly lowestTicks: Ticks
  readonly startTime: Time
}

/** It finds back to its reference price within hours, so that a world that runs for days stays in its range. */
const REVERSION_MICROS = 4 * 3_600_000_000
/** Of the sign of a market order, so much variance is not expected. */
const SURPRISE_VARIANCE = 0.8

/** The price that makers quote around: news, the common factor, and what market orders tell. */
export class Fundamental {
  ticks: number
  readonly #options: FundamentalOptions
  readonly #stepTicks: number
  readonly #commonTicks: number
  #referenceTicks: number
  #commonAt = 0
  #time: Time

  constructor(options: FundamentalOptions) {
    const { law, eventsPerSecond, tradesPerSecond, referenceTicks, startTime } = options
    const variance = law.ticksPerSecond * law.ticksPerSecond
    const told = law.impactTicks * law.impactTicks * SURPRISE_VARIANCE * tradesPerSecond
    const own = Math.max(0.1 * variance, variance * (1 - law.commonShare) - told)
    this.#options = options
    this.#stepTicks = Math.sqrt(own / (eventsPerSecond * law.newsShare))
    this.#commonTicks = Math.sqrt(variance * law.commonShare)
    this.#time = startTime
    this.ticks = referenceTicks
    this.#referenceTicks = referenceTicks
  }

  /**
   * One event, two draws.
   *
   * @param surprise how unexpected the sign of a market order is; 0 where the event is none
   * @returns the own part of the move in its standard deviations
   */
  move(time: Time, surprise: number): number {
    const { law, random, common, lowestTicks } = this.#options
    const isNews = random.unit() < law.newsShare
    const chance = normal(random.unit())
    common.advanceTo(time)
    const news = isNews ? chance * this.#stepTicks * Math.sqrt(Math.sqrt(common.mood)) : 0
    const shared = (common.value - this.#commonAt) * this.#commonTicks
    const back = ((this.#referenceTicks - this.ticks) * (time - this.#time)) / REVERSION_MICROS
    this.#commonAt = common.value
    this.#time = time
    this.ticks = Math.max(lowestTicks, this.ticks + news + shared + surprise * law.impactTicks + back)
    return isNews ? chance : 0
  }

  adjust(change: PriceChange): void {
    const { lowestTicks } = this.#options
    this.ticks = Math.max(lowestTicks, change.model(this.ticks))
    this.#referenceTicks = Math.max(lowestTicks, change.model(this.#referenceTicks))
  }

  restUntil(time: Time): void {
    this.#options.common.restUntil(time)
    this.#time = Math.max(this.#time, time)
  }
}
