import type { BestPrices } from '../../exchange/exchange.ts'
import type { Ticks, Time } from '../../exchange/values/types.ts'
import { mix } from '../random.ts'
import { priceOf } from '../sides.ts'
import type { FlowDraw } from './flow-draws.ts'
import type { PostedOrders } from './posted-orders.ts'

/** Which resting orders are canceled first. */
export interface CancellationLaw {
  /** Resting orders at which as many cancels are tried as succeed; the more rest, the more are canceled. */
  readonly crowd: number
  /** An order so old is half as likely to be canceled as a new one. */
  readonly patienceSeconds: number
  /** An order so far from the best is half as likely to be canceled as one there. */
  readonly restTicks: Ticks
}

/** Of so many resting orders the one that is readiest to go is canceled. */
const CANDIDATES = 3

/** Chooses who of those who wait goes next. */
export class Cancellation {
  readonly #law: CancellationLaw
  readonly #orders: PostedOrders

  constructor(law: CancellationLaw, orders: PostedOrders) {
    this.#law = law
    this.#orders = orders
  }

  /** The index of the readiest of some orders, if any goes: the thinner the book, the more often none does. */
  choose(best: BestPrices, { time, choice }: FlowDraw): number | undefined {
    const { count } = this.#orders
    if ((choice / 4_294_967_296) * this.#law.crowd >= count) return undefined
    let readiest: number | undefined
    let most = -1
    for (let candidate = 0; candidate < CANDIDATES; candidate += 1) {
      const index = mix(choice, candidate) % count
      const ready = haste(this.#law, time - this.#orders.bornAt(index), this.#distanceOf(index, best))
      if (ready <= most) continue
      most = ready
      readiest = index
    }
    return readiest
  }

  /** From the best of its side. */
  #distanceOf(index: number, best: BestPrices): Ticks {
    const price = this.#orders.priceAt(index)
    return Math.abs((priceOf(best, this.#orders.sideAt(index)) ?? price) - price)
  }
}

/** How ready an order is to be canceled: the young and the near go first, as those do who quote. */
export function haste(law: CancellationLaw, ageMicros: Time, distanceTicks: Ticks): number {
  const young = law.patienceSeconds / (law.patienceSeconds + ageMicros / 1_000_000)
  const near = law.restTicks / (law.restTicks + Math.max(0, distanceTicks))
  return young * near
}
