import { Noted } from '../values/noted.ts'
import type { Lots, Ticks } from '../values/types.ts'

/** Levels of one side that a command touched, and what stood there before it. */
export class TouchedLevels {
  readonly #prices = new Noted<Ticks>()
  readonly #quantities: Lots[] = []

  get count(): number {
    return this.#prices.count
  }

  /** Call before the level changes; only the first call of a command counts. */
  note(priceTicks: Ticks, quantityLots: Lots): void {
    if (this.#prices.add(priceTicks)) this.#quantities[this.#prices.count - 1] = quantityLots
  }

  priceAt(position: number): Ticks {
    return this.#prices.at(position)
  }

  quantityBefore(position: number): Lots {
    return this.#quantities[position] ?? 0
  }

  clear(): void {
    this.#prices.clear()
  }
}
