import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Ticks, Time } from '../../exchange/values/types.ts'
import { exp, normal } from '../math.ts'
import { changedPrice } from '../model-price.ts'
import type { Random } from '../random.ts'
import type { PricePath } from './quoted-symbol.ts'

/** Plain geometric Brownian motion: no memory, no jumps, no busy hours. */
export interface GbmLaw {
  /** Standard deviation of a year's logarithmic return. @default 0.2 */
  readonly volatility?: number
  /** Mean of a year's return. @default 0 */
  readonly drift?: number
}

const EVERY_MICROS: Time = 250_000
/** 252 sessions of 6.5 hours, in world time that runs. */
const STEPS_A_YEAR = (252 * 6.5 * 3_600_000_000) / EVERY_MICROS

export class GbmPath implements PricePath {
  ticks = 0
  due: Time = 0
  readonly #random: Random
  readonly #mean: number
  readonly #deviation: number

  constructor(
    { volatility = 0.2, drift = 0 }: GbmLaw,
    random: Random,
    referenceTicks: Ticks,
    startTime: Time,
  ) {
    this.#random = random
    this.ticks = referenceTicks
    this.due = startTime + EVERY_MICROS
    this.#mean = (drift - (volatility * volatility) / 2) / STEPS_A_YEAR
    this.#deviation = volatility / Math.sqrt(STEPS_A_YEAR)
  }

  next(): void {
    this.due += EVERY_MICROS
    // Below a tick there is no price to come back from.
    this.ticks = Math.max(1, this.ticks * exp(this.#mean + this.#deviation * normal(this.#random.unit())))
  }

  adjust(change: PriceChange): void {
    this.ticks = Math.max(1, changedPrice(this.ticks, change))
  }

  restUntil(time: Time): void {
    if (this.due < time) this.due = time
  }
}
