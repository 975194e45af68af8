import type { Side, Ticks } from '../values/types.ts'
import { PriceLevel } from './price-level.ts'
import { rankOf } from './side.ts'

/**
 * The levels of one side. `levels` is sorted with the best level last, because nearly all that happens
 * happens there: taking the best, adding next to it, removing it touch only the end of the array.
 */
export class BookSide {
  readonly side: Side
  readonly #levels: PriceLevel[] = []
  readonly #byPrice = new Map<Ticks, PriceLevel>()

  constructor(side: Side) {
    this.side = side
  }

  get best(): PriceLevel | undefined {
    return this.#levels[this.#levels.length - 1]
  }

  get count(): number {
    return this.#levels.length
  }

  at(priceTicks: Ticks): PriceLevel | undefined {
    return this.#byPrice.get(priceTicks)
  }

  /** The level at `position` steps behind the best. */
  fromBest(position: number): PriceLevel | undefined {
    return this.#levels[this.#levels.length - 1 - position]
  }

  open(priceTicks: Ticks): PriceLevel {
    const known = this.#byPrice.get(priceTicks)
    if (known !== undefined) return known
    const level = new PriceLevel(priceTicks)
    this.#byPrice.set(priceTicks, level)
    const position = this.#positionOf(priceTicks)
    if (position === this.#levels.length) this.#levels.push(level)
    else this.#levels.splice(position, 0, level)
    return level
  }

  /** Drops a level that has become empty. */
  close(level: PriceLevel): void {
    this.#byPrice.delete(level.priceTicks)
    const last = this.#levels.length - 1
    if (this.#levels[last] === level) this.#levels.pop()
    else this.#levels.splice(this.#positionOf(level.priceTicks), 1)
  }

  /** Where the price stands or would stand in `levels`. */
  #positionOf(priceTicks: Ticks): number {
    const rank = rankOf(this.side, priceTicks)
    let low = 0
    let high = this.#levels.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const level = this.#levels[middle]
      if (level !== undefined && rankOf(this.side, level.priceTicks) < rank) low = middle + 1
      else high = middle
    }
    return low
  }
}
