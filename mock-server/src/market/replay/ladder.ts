import type { HouseLevel } from '../../exchange/commands.ts'
import type { Lots, Side, Ticks } from '../../exchange/values/types.ts'

/** One side of a rebuilt book: prices sorted from worst to best, and what changed since the last `drain`. */
export class Ladder {
  readonly side: Side
  readonly #sign: 1 | -1
  readonly #quantities = new Map<Ticks, Lots>()
  /** Prices times sign, ascending: the best is last, where most changes are. */
  readonly #keys: number[] = []
  /** Quantity before the first change since the last drain. */
  readonly #before = new Map<Ticks, Lots>()

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
    return this.#quantities.get(priceTicks) ?? 0
  }

  /** Whether the price is better than another of this side. */
  isBetter(priceTicks: Ticks, than: Ticks): boolean {
    return (priceTicks - than) * this.#sign > 0
  }

  /** Sets an absolute quantity; zero removes the level. */
  set(priceTicks: Ticks, quantityLots: Lots): void {
    const old = this.quantity(priceTicks)
    if (old === quantityLots) return
    if (!this.#before.has(priceTicks)) this.#before.set(priceTicks, old)
    if (quantityLots === 0) {
      this.#quantities.delete(priceTicks)
      this.#keys.splice(this.#find(priceTicks), 1)
      return
    }
    this.#quantities.set(priceTicks, quantityLots)
    if (old === 0) this.#keys.splice(this.#find(priceTicks), 0, priceTicks * this.#sign)
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
    for (const [priceTicks, before] of this.#before) {
      const quantityLots = this.quantity(priceTicks)
      if (quantityLots !== before) into.push({ side: this.side, priceTicks, quantityLots })
    }
    this.#before.clear()
  }

  levels(): HouseLevel[] {
    return this.#keys.map((key) => {
      const priceTicks = key * this.#sign
      return { side: this.side, priceTicks, quantityLots: this.quantity(priceTicks) }
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
