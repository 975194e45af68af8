import type { Lots, Side, Ticks } from '../values/types.ts'
import type { LevelPool, RestingOrder } from './level-pool.ts'
import { PagedIndex } from './paged-index.ts'
import { rankOf } from './side.ts'

/** One price of one side as it stands: a copy. */
export interface PriceLevel {
  readonly priceTicks: Ticks
  /** What its orders show. */
  readonly quantityLots: Lots
}

/**
 * The levels of one side by their numbers. `levels` is sorted with the best level last, because nearly all that
 * happens happens there: taking the best, adding next to it, removing it touch only the end of the array.
 */
export class BookSide {
  readonly side: Side
  readonly pool: LevelPool
  readonly #levels: number[] = []
  readonly #byPrice = new PagedIndex()

  constructor(side: Side, pool: LevelPool) {
    this.side = side
    this.pool = pool
  }

  get bestTicks(): Ticks | undefined {
    const level = this.numberFromBest(0)
    return level === 0 ? undefined : this.pool.priceOf(level)
  }

  /** What the orders at the best price show; 0 where there are none. */
  get bestLots(): Lots {
    return this.pool.shownOf(this.numberFromBest(0))
  }

  get count(): number {
    return this.#levels.length
  }

  /** The level at `position` steps behind the best. */
  fromBest(position: number): PriceLevel | undefined {
    const level = this.numberFromBest(position)
    return level === 0
      ? undefined
      : { priceTicks: this.pool.priceOf(level), quantityLots: this.pool.shownOf(level) }
  }

  /** Number of that level in the pool; 0 where there is none. */
  numberFromBest(position: number): number {
    return this.#levels[this.#levels.length - 1 - position] ?? 0
  }

  /** Number of the level of this price; 0 where there is none. */
  numberAt(priceTicks: Ticks): number {
    return this.#byPrice.get(priceTicks)
  }

  /** The orders of that level as they stand, the oldest first. */
  queueFromBest(position: number): Iterable<RestingOrder> {
    return this.pool.queue(this.numberFromBest(position))
  }

  open(priceTicks: Ticks): number {
    const known = this.#byPrice.get(priceTicks)
    if (known !== 0) return known
    const level = this.pool.open(priceTicks)
    this.#byPrice.set(priceTicks, level)
    const position = this.#positionOf(priceTicks)
    if (position === this.#levels.length) this.#levels.push(level)
    else this.#levels.splice(position, 0, level)
    return level
  }

  /** Drops a level that has become empty. */
  close(level: number): void {
    const priceTicks = this.pool.priceOf(level)
    this.#byPrice.delete(priceTicks)
    const last = this.#levels.length - 1
    if (this.#levels[last] === level) this.#levels.pop()
    else this.#levels.splice(this.#positionOf(priceTicks), 1)
    this.pool.close(level)
  }

  /** Where the price stands or would stand in `levels`. */
  #positionOf(priceTicks: Ticks): number {
    const rank = rankOf(this.side, priceTicks)
    let low = 0
    let high = this.#levels.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const level = this.#levels[middle] ?? 0
      if (rankOf(this.side, this.pool.priceOf(level)) < rank) low = middle + 1
      else high = middle
    }
    return low
  }
}
