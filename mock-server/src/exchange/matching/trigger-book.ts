import type { HalfTicks, Side, Ticks } from '../values/types.ts'
import type { RestingOrder } from './level-pool.ts'
import { OrderBook } from './order-book.ts'
import type { Slot } from './order-pool.ts'
import { crosses, opposite } from './side.ts'

/**
 * Stops of one symbol that look at one price, by stop price and time. A buy stop is reached by a price that
 * rises, as an offer is by a buyer's limit, so it stands where offers do, and sell stops where bids do: the
 * next one to be reached is the best of its side.
 */
export class TriggerBook {
  readonly #book: OrderBook

  constructor(book = new OrderBook()) {
    this.#book = book
  }

  /** For a snapshot. */
  keep() {
    return { book: this.#book }
  }

  static revive({ book }: ReturnType<TriggerBook['keep']>): TriggerBook {
    return new TriggerBook(book)
  }

  /** All stops that wait. */
  orders(): Iterable<RestingOrder> {
    return this.#book.orders()
  }

  get size(): number {
    return this.#book.size
  }

  add(orderNumber: number, side: Side, stopTicks: Ticks): Slot {
    return this.#book.rest(orderNumber, opposite(side), stopTicks, 1)
  }

  remove(waiting: Slot): void {
    this.#book.remove(waiting)
  }

  /** Takes out the stops of a side that a price reaches: the nearest first, then by their places in time. */
  takeReached(side: Side, price: HalfTicks, placeOf: (orderNumber: number) => number): readonly number[] {
    const stops = this.#book.side(opposite(side))
    const reached: number[] = []
    for (let level = stops.fromBest(0); level !== undefined; level = stops.fromBest(0)) {
      if (!crosses(side, price, 2 * level.priceTicks)) break
      const standing = [...stops.queueFromBest(0)]
      for (const { slot } of standing) this.#book.remove(slot)
      // One that moved here, or took another's place, may be older than those which stood here before it.
      const numbers = standing.map(({ orderNumber }) => orderNumber)
      reached.push(...numbers.sort((one, other) => placeOf(one) - placeOf(other)))
    }
    return reached
  }
}
