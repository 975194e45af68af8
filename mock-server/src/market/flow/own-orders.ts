import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Side, Ticks, Time } from '../../exchange/values/types.ts'

/** An order that the flow has posted, as far as the flow knows. */
export interface OwnOrder {
  readonly clientOrderId: string
  readonly side: Side
  readonly priceTicks: Ticks
  readonly bornAt: Time
}

/** The flow's orders of one side, in no order. What others took of them shows in the exchange alone. */
export class OwnOrders {
  readonly side: Side
  readonly #sign: 1 | -1
  readonly #orders: OwnOrder[] = []

  constructor(side: Side) {
    this.side = side
    this.#sign = side === 'buy' ? 1 : -1
  }

  get count(): number {
    return this.#orders.length
  }

  at(index: number): OwnOrder | undefined {
    return this.#orders[index]
  }

  add(order: OwnOrder): void {
    this.#orders.push(order)
  }

  /** The last order moves into the hole. */
  removeAt(index: number): void {
    const last = this.#orders.pop()
    if (last !== undefined && index < this.#orders.length) this.#orders[index] = last
  }

  /** Whether all of them are priced better than `limit`. Asked often, and answered by the first that is not. */
  areBetter(limit: number): boolean {
    for (let index = 0; index < this.#orders.length; index += 1) {
      const order = this.#orders[index]
      if (order !== undefined && (order.priceTicks - limit) * this.#sign <= 0) return false
    }
    return true
  }

  /** The best price among them. */
  best(): Ticks | undefined {
    let best: Ticks | undefined
    for (const { priceTicks } of this.#orders) {
      if (best === undefined || (priceTicks - best) * this.#sign > 0) best = priceTicks
    }
    return best
  }

  /** Removes and answers those priced better than `limit`, at most so many. */
  takeBetter(limit: number, most = Number.POSITIVE_INFINITY): OwnOrder[] {
    const taken: OwnOrder[] = []
    for (let index = this.#orders.length - 1; index >= 0 && taken.length < most; index -= 1) {
      const order = this.#orders[index]
      if (order === undefined || (order.priceTicks - limit) * this.#sign <= 0) continue
      taken.push(order)
      this.removeAt(index)
    }
    return taken
  }

  /** The exchange has given them other prices. */
  adjust(change: PriceChange): void {
    for (const [index, order] of this.#orders.entries()) {
      this.#orders[index] = { ...order, priceTicks: change.limit(this.side, order.priceTicks) }
    }
  }

  /** All of them, which are the flow's no more. */
  takeAll(): OwnOrder[] {
    return this.#orders.splice(0)
  }
}
