import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Ticks, Time } from '../../exchange/values/types.ts'
import { normal, power } from '../math.ts'
import { changedDistance, changedPrice } from '../model-price.ts'
import type { Random } from '../random.ts'
import type { CommonFactor } from './common-factor.ts'
import type { DayPattern } from './session-pattern.ts'
import type { Unrest } from './unrest.ts'

/** How the price moves that everybody believes in. */
export interface FundamentalLaw {
  /** Standard deviation of one second, in ticks. */
  readonly ticksPerSecond: number
  /** Share of the variance that all symbols have together. */
  readonly commonShare: number
  /** Share of the events that bring news: the fewer, the larger each. */
  readonly newsShare: number
  /** How large news are beside each other; `cubic`: the number of larger ones falls with the third power of size. */
  readonly newsSizes: 'normal' | 'cubic'
  /** What an unexpected market order moves it, in ticks. */
  readonly impactTicks: number
}

export interface FundamentalOptions {
  readonly law: FundamentalLaw
  readonly random: Random
  readonly common: CommonFactor
  readonly unrest: Unrest
  readonly pattern: DayPattern
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
/** No single news says more than this to the clock, in standard deviations. */
const LARGEST_PUSH = 3

/**
 * News of variance 1 from a fraction. `cubic`: a Lomax distribution of exponent 3 on either side of 0 (the inverse cubic
 * law of Gopikrishnan and others 1998).
 */
export function newsOf(sizes: FundamentalLaw['newsSizes'], unit: number): number {
  if (sizes === 'normal') return normal(unit)
  return unit < 0.5 ? 1 - power(1 - 2 * unit, -1 / 3) : power(2 - 2 * unit, -1 / 3) - 1
}

/** The price that makers quote around: news, the common factor, and what market orders tell. */
export class Fundamental {
  // What moves is a number from the start, as in ActivityClock.
  ticks = 0
  readonly #options: FundamentalOptions
  #stepTicks = 0
  #commonTicks = 0
  #impactTicks = 0
  #referenceTicks = 0
  #commonAt = 0
  #time: Time = 0

  constructor(options: FundamentalOptions) {
    const { law, eventsPerSecond, tradesPerSecond, referenceTicks, startTime } = options
    const variance = law.ticksPerSecond * law.ticksPerSecond
    const told = law.impactTicks * law.impactTicks * SURPRISE_VARIANCE * tradesPerSecond
    const own = Math.max(0.1 * variance, variance * (1 - law.commonShare) - told)
    this.#options = options
    this.#stepTicks = Math.sqrt(own / (eventsPerSecond * law.newsShare))
    this.#commonTicks = Math.sqrt(variance * law.commonShare)
    this.#impactTicks = law.impactTicks
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
    const { law, random, common, unrest, pattern, lowestTicks } = this.#options
    const isNews = random.unit() < law.newsShare
    const unit = random.unit()
    const chance = isNews ? newsOf(law.newsSizes, unit) : 0
    common.advanceTo(time)
    unrest.advanceTo(time)
    // A time that is restless or busy by the pattern of the day has a part of that in more events.
    const restless = pattern.deviationAt(time) * Math.sqrt(unrest.level)
    const eventSize = restless / Math.sqrt(pattern.rateAt(time) * unrest.rate)
    const news = chance * this.#stepTicks * Math.sqrt(Math.sqrt(common.mood))
    const shared = (common.value - this.#commonAt) * this.#commonTicks * restless
    const back = ((this.#referenceTicks - this.ticks) * (time - this.#time)) / REVERSION_MICROS
    this.#commonAt = common.value
    this.#time = time
    this.ticks += (news + surprise * this.#impactTicks) * eventSize + shared + back
    this.ticks = Math.max(lowestTicks, this.ticks)
    return Math.max(-LARGEST_PUSH, Math.min(LARGEST_PUSH, chance))
  }

  adjust(change: PriceChange): void {
    const { lowestTicks } = this.#options
    this.ticks = Math.max(lowestTicks, changedPrice(this.ticks, change))
    this.#referenceTicks = Math.max(lowestTicks, changedPrice(this.#referenceTicks, change))
    // In proportion to the price it moves as before.
    this.#stepTicks = changedDistance(this.#stepTicks, change)
    this.#commonTicks = changedDistance(this.#commonTicks, change)
    this.#impactTicks = changedDistance(this.#impactTicks, change)
  }

  restUntil(time: Time): void {
    this.#options.common.restUntil(time)
    this.#options.unrest.restUntil(time)
    this.#time = Math.max(this.#time, time)
  }
}
