import type { BookView } from '../../exchange/exchange.ts'
import type { Ticks } from '../../exchange/values/types.ts'
import { mix } from '../random.ts'
import { priceOf } from '../sides.ts'
import { type CancellationLaw, haste } from './cancellation.ts'
import type { FlowDraw } from './flow-draws.ts'
import type { PostedOrders } from './posted-orders.ts'

/** Of so many resting orders the one that is readiest to go is canceled. */
const CANDIDATES = 3

/** Chooses which of the flow's orders is canceled. */
export class CancelChoice {
  readonly #law: CancellationLaw
  readonly #orders: PostedOrders

  constructor(law: CancellationLaw, orders: PostedOrders) {
    this.#law = law
    this.#orders = orders
  }

  /** The index of the readiest of some orders, if any is to go: the thinner the book, the more often none is. */
  of(book: BookView, { time, choice }: FlowDraw): number | undefined {
    const { count } = this.#orders
    if ((choice / 4_294_967_296) * this.#law.crowd >= count) return undefined
    let readiest: number | undefined
    let most = -1
    for (let candidate = 0; candidate < CANDIDATES; candidate += 1) {
      const index = mix(choice, candidate) % count
      const ready = haste(this.#law, time - this.#orders.bornAt(index), this.#distanceOf(index, book))
      if (ready <= most) continue
      most = ready
      readiest = index
    }
    return readiest
  }

  /** From the best of its side. */
  #distanceOf(index: number, book: BookView): Ticks {
    const price = this.#orders.priceAt(index)
    return Math.abs((priceOf(book, this.#orders.sideAt(index)) ?? price) - price)
  }
}
