import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Time } from '../../exchange/values/types.ts'
import { exp } from '../math.ts'
import { changedDistance } from '../model-price.ts'
import type { Random } from '../random.ts'
import { Factor } from './factor.ts'
import type { FlowPreset } from './preset.ts'

const BREATH_STEP: Time = 1_000_000

/** How far from the fundamental price makers quote: it breathes around the preset's. */
export class HalfSpread {
  #middleTicks = 0
  readonly #breath: Factor
  #breathDue: Time = 0
  #ticks = 0

  constructor({ halfSpreadTicks, breath }: FlowPreset['quoting'], random: Random, startTime: Time) {
    this.#middleTicks = halfSpreadTicks
    this.#breath = new Factor(random, breath, BREATH_STEP / 1_000_000)
    this.#breathDue = startTime + BREATH_STEP
    this.#ticks = this.#breathe()
  }

  get ticks(): number {
    return this.#ticks
  }

  moveTo(now: Time): void {
    if (now < this.#breathDue) return
    while (this.#breathDue <= now) {
      this.#breathDue += BREATH_STEP * this.#breath.everySteps
      this.#breath.move()
    }
    this.#ticks = this.#breathe()
  }

  /** It stays the same share of the price. */
  adjust(change: PriceChange): void {
    this.#middleTicks = changedDistance(this.#middleTicks, change)
    this.#ticks = this.#breathe()
  }

  /** Nothing moves before `time`. */
  restUntil(time: Time): void {
    const steps = Math.floor((time - this.#breathDue) / BREATH_STEP) + 1
    if (steps > 0) this.#breathDue += steps * BREATH_STEP
  }

  #breathe(): number {
    return this.#middleTicks * exp(this.#breath.value)
  }
}
