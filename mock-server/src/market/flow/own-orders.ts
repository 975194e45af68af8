import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Side, Ticks, Time } from '../../exchange/values/types.ts'
import type { OwnOrder } from '../cancels-of.ts'

/**
 * The flow's orders of one side, in no order, as far as the flow knows: what others took of them shows in the exchange
 * alone. What is known of them stands in columns, because chance looks at any of them, and an object for each would
 * be found in memory anew every time.
 */
export class OwnOrders {
  readonly side: Side
  readonly #sign: 1 | -1
  readonly #orders: OwnOrder[] = []
  readonly #prices: Ticks[] = []
  readonly #bornAt: Time[] = []
  /** Undefined: there is none, or nobody has looked since the last one went. */
  #best: Ticks | undefined

  constructor(side: Side) {
    this.side = side
    this.#sign = side === 'buy' ? 1 : -1
  }

  get count(): number {
    return this.#prices.length
  }

  /** The exchange is to say its number. */
  add(clientOrderId: string, priceTicks: Ticks, bornAt: Time): void {
    this.#orders.push(clientOrderId)
    this.#prices.push(priceTicks)
    this.#bornAt.push(bornAt)
    if (this.#best !== undefined && this.#isBetter(priceTicks, this.#best)) this.#best = priceTicks
  }

  priceAt(index: number): Ticks {
    return this.#prices[index] ?? Number.NaN
  }

  bornAt(index: number): Time {
    return this.#bornAt[index] ?? Number.NaN
  }

  /** The exchange has given an order of the latest this number. */
  numbered(clientOrderId: string, orderNumber: number): void {
    let index = this.count - 1
    while (index >= 0 && this.#orders[index] !== clientOrderId) index -= 1
    if (index >= 0) this.#orders[index] = orderNumber
  }

  /** What was there; the last order moves into the hole. */
  takeAt(index: number): OwnOrder {
    const last = this.count - 1
    const taken = this.#orderAt(index)
    if (this.priceAt(index) === this.#best) this.#best = undefined
    this.#orders[index] = this.#orderAt(last)
    this.#prices[index] = this.priceAt(last)
    this.#bornAt[index] = this.bornAt(last)
    this.#orders.pop()
    this.#prices.pop()
    this.#bornAt.pop()
    return taken
  }

  /** Whether all of them are priced better than `limit`. Asked often, and answered by the first that is not. */
  areBetter(limit: number): boolean {
    for (const price of this.#prices) if (!this.#isBetter(price, limit)) return false
    return true
  }

  /** The best price among them. */
  best(): Ticks | undefined {
    this.#best ??= this.#findBest()
    return this.#best
  }

  /** Removes those priced better than `limit`, at most so many, and answers them. */
  takeBetter(limit: number, most = Number.POSITIVE_INFINITY): readonly OwnOrder[] {
    const best = this.best()
    if (best === undefined || !this.#isBetter(best, limit)) return NONE
    const taken: OwnOrder[] = []
    for (let index = this.count - 1; index >= 0 && taken.length < most; index -= 1) {
      if (this.#isBetter(this.priceAt(index), limit)) taken.push(this.takeAt(index))
    }
    return taken
  }

  /** The exchange has given them other prices. */
  adjust(change: PriceChange): void {
    for (const [index, price] of this.#prices.entries()) this.#prices[index] = change.limit(this.side, price)
    this.#best = undefined
  }

  /** They are the flow's no more. */
  clear(): void {
    this.#orders.length = 0
    this.#prices.length = 0
    this.#bornAt.length = 0
    this.#best = undefined
  }

  #findBest(): Ticks | undefined {
    let best: Ticks | undefined
    for (const price of this.#prices) if (best === undefined || this.#isBetter(price, best)) best = price
    return best
  }

  #isBetter(price: number, other: number): boolean {
    return (price - other) * this.#sign > 0
  }

  #orderAt(index: number): OwnOrder {
    return this.#orders[index] ?? ''
  }
}

const NONE: readonly OwnOrder[] = []
