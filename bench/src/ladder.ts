/**
 * The bare limit: a book of typed arrays on a fixed ladder of prices, with nothing but price-time priority.
 * No ids but indices, no bounds, no reuse of nodes: what a careful product cannot reach.
 */
export class Ladder {
  readonly #head: [Int32Array, Int32Array]
  readonly #tail: [Int32Array, Int32Array]
  readonly #next: Int32Array
  readonly #previous: Int32Array
  readonly #quantity: Int32Array
  readonly #price: Int32Array
  readonly #side: Uint8Array
  readonly #prices: number
  #bestBid = -1
  #bestAsk: number

  constructor(prices: number, orders: number) {
    this.#prices = prices
    this.#bestAsk = prices
    this.#head = [new Int32Array(prices), new Int32Array(prices)]
    this.#tail = [new Int32Array(prices), new Int32Array(prices)]
    this.#next = new Int32Array(orders)
    this.#previous = new Int32Array(orders)
    this.#quantity = new Int32Array(orders)
    this.#price = new Int32Array(orders)
    this.#side = new Uint8Array(orders)
  }

  add(
    id: number,
    buy: boolean,
    price: number,
    quantity: number,
    rest: boolean,
    onFill: (maker: number, quantity: number) => void,
  ): void {
    const remaining = buy ? this.#takeAsks(price, quantity, onFill) : this.#takeBids(price, quantity, onFill)
    if (remaining === 0 || !rest) return
    const side = buy ? 0 : 1
    const tail = this.#tail[side][price] as number
    this.#quantity[id] = remaining
    this.#price[id] = price
    this.#side[id] = side
    this.#previous[id] = tail
    if (tail === 0) this.#head[side][price] = id
    else this.#next[tail] = id
    this.#tail[side][price] = id
    if (buy) this.#bestBid = Math.max(this.#bestBid, price)
    else this.#bestAsk = Math.min(this.#bestAsk, price)
  }

  cancel(id: number): void {
    if (this.#quantity[id] === 0) return
    this.#unlink(id)
    const price = this.#price[id] as number
    if (this.#side[id] === 0) {
      if (price === this.#bestBid)
        while (this.#bestBid >= 0 && this.#head[0][this.#bestBid] === 0) this.#bestBid--
    } else if (price === this.#bestAsk) {
      while (this.#bestAsk < this.#prices && this.#head[1][this.#bestAsk] === 0) this.#bestAsk++
    }
  }

  #takeAsks(limit: number, quantity: number, onFill: (maker: number, quantity: number) => void): number {
    let remaining = quantity
    while (remaining > 0 && this.#bestAsk <= limit && this.#bestAsk < this.#prices) {
      const maker = this.#head[1][this.#bestAsk] as number
      if (maker === 0) this.#bestAsk++
      else remaining -= this.#trade(maker, remaining, onFill)
    }
    return remaining
  }

  #takeBids(limit: number, quantity: number, onFill: (maker: number, quantity: number) => void): number {
    let remaining = quantity
    while (remaining > 0 && this.#bestBid >= limit && this.#bestBid >= 0) {
      const maker = this.#head[0][this.#bestBid] as number
      if (maker === 0) this.#bestBid--
      else remaining -= this.#trade(maker, remaining, onFill)
    }
    return remaining
  }

  #trade(maker: number, wanted: number, onFill: (maker: number, quantity: number) => void): number {
    const resting = this.#quantity[maker] as number
    const quantity = wanted < resting ? wanted : resting
    onFill(maker, quantity)
    if (quantity === resting) this.#unlink(maker)
    else this.#quantity[maker] = resting - quantity
    return quantity
  }

  #unlink(id: number): void {
    const side = this.#side[id] as 0 | 1
    const price = this.#price[id] as number
    const previous = this.#previous[id] as number
    const next = this.#next[id] as number
    if (previous === 0) this.#head[side][price] = next
    else this.#next[previous] = next
    if (next === 0) this.#tail[side][price] = previous
    else this.#previous[next] = previous
    this.#quantity[id] = 0
    this.#next[id] = 0
    this.#previous[id] = 0
  }
}
