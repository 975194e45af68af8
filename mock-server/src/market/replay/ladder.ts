import type { HouseLevel } from '../../exchange/commands.ts'
import type { Lots, Side, Ticks } from '../../exchange/values/types.ts'

/** One side of a rebuilt book: prices sorted from worst to best, and what changed since the last `drain`. */
export class Ladder {
  readonly side: Side
  readonly #sign: 1 | -1
  /** Prices times sign, ascending: the best is last, where most changes are. */
  readonly #keys: number[] = []
  /** The quantity at each key. Arrays, because a map that lives long and changes always feeds V8's old space. */
  readonly #lots: Lots[] = []
  /** Quantity before the first change since the last drain. */
  #before = new Map<Ticks, Lots>()

  constructor(side: Side) {
    this.side = side
    this.#sign = side === 'buy' ? 1 : -1
  }

  get size(): number {
    return this.#keys.length
  }

  best(): Ticks | undefined {
    const key = this.#keys.at(-1)
    return key === undefined ? undefined : key * this.#sign
  }

  quantity(priceTicks: Ticks): Lots {
    const index = this.#find(priceTicks)
    return this.#keys[index] === priceTicks * this.#sign ? (this.#lots[index] ?? 0) : 0
  }

  /** Whether the price is better than another of this side. */
  isBetter(priceTicks: Ticks, than: Ticks): boolean {
    return (priceTicks - than) * this.#sign > 0
  }

  /** Sets an absolute quantity; zero removes the level. */
  set(priceTicks: Ticks, quantityLots: Lots): void {
    const key = priceTicks * this.#sign
    const index = this.#find(priceTicks)
    const exists = this.#keys[index] === key
    const old = exists ? (this.#lots[index] ?? 0) : 0
    if (old === quantityLots) return
    if (!this.#before.has(priceTicks)) this.#before.set(priceTicks, old)
    if (quantityLots === 0) {
      this.#keys.splice(index, 1)
      this.#lots.splice(index, 1)
    } else if (exists) {
      this.#lots[index] = quantityLots
    } else {
      this.#keys.splice(index, 0, key)
      this.#lots.splice(index, 0, quantityLots)
    }
  }

  /** Removes every level that is better than the price. */
  trim(than: Ticks): void {
    for (let best = this.best(); best !== undefined && this.isBetter(best, than); best = this.best()) {
      this.set(best, 0)
    }
  }

  clear(): void {
    for (let best = this.best(); best !== undefined; best = this.best()) this.set(best, 0)
  }

  /** Appends the levels whose quantity is another than at the last drain. */
  drain(into: HouseLevel[]): void {
    if (this.#before.size === 0) return
    for (const [priceTicks, before] of this.#before) {
      const quantityLots = this.quantity(priceTicks)
      if (quantityLots !== before) into.push({ side: this.side, priceTicks, quantityLots })
    }
    this.#before = new Map()
  }

  levels(): HouseLevel[] {
    return this.#keys.map((key, index) => {
      return { side: this.side, priceTicks: key * this.#sign, quantityLots: this.#lots[index] ?? 0 }
    })
  }

  /** Where the price is, or would be inserted. */
  #find(priceTicks: Ticks): number {
    const key = priceTicks * this.#sign
    let low = 0
    let high = this.#keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#keys[middle] ?? key) < key) low = middle + 1
      else high = middle
    }
    return low
  }
}
