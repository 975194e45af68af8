import type { Lots, Side, Ticks } from '../values/types.ts'
import { BookSide } from './book-side.ts'
import { decideMatches } from './match.ts'
import { OrderIndex } from './order-index.ts'
import { RestingOrder } from './price-level.ts'
import { opposite } from './side.ts'

/** Called for every fill: the resting order's number, its price, and the quantity traded. */
export type OnFill = (makerNumber: number, priceTicks: Ticks, quantityLots: Lots) => void

/**
 * The book of one symbol: price-time priority over integer ticks and lots. Knows orders by number only;
 * accounts, money and events are the exchange's. Order numbers must be unique among resting orders.
 *
 * An order may show a part of its quantity at a time; each further part queues anew.
 *
 * Not simulated: auctions.
 *
 * Cost: O(1) to cancel an order or to trade with the best level; a new level costs a binary search and an
 * array insertion that moves only the levels better than it.
 */
export class OrderBook {
  readonly bids = new BookSide('buy')
  readonly asks = new BookSide('sell')
  readonly #orders = new OrderIndex()

  /** Number of resting orders. */
  get size(): number {
    return this.#orders.size
  }

  side(side: Side): BookSide {
    return side === 'buy' ? this.bids : this.asks
  }

  order(orderNumber: number): RestingOrder | undefined {
    return this.#orders.get(orderNumber)
  }

  /** Trades what crosses and lets the rest of the order rest; answers the quantity that rests. */
  add(orderNumber: number, side: Side, priceTicks: Ticks, quantityLots: Lots, onFill: OnFill): Lots {
    const remainingLots = this.sweep(side, priceTicks, quantityLots, onFill)
    if (remainingLots > 0) this.rest(orderNumber, side, priceTicks, remainingLots)
    return remainingLots
  }

  /** Trades what crosses and leaves nothing in the book; answers the quantity that found no match. */
  sweep(side: Side, limitTicks: Ticks, quantityLots: Lots, onFill: OnFill): Lots {
    let remainingLots = quantityLots
    const matches = decideMatches(this.side(opposite(side)), limitTicks, quantityLots)
    for (const { maker, quantityLots: lots } of matches) {
      remainingLots -= lots
      this.take(maker, lots)
      onFill(maker.orderNumber, maker.priceTicks, lots)
    }
    return remainingLots
  }

  /** Puts an order that crosses nothing at the back of its level. */
  rest(
    orderNumber: number,
    side: Side,
    priceTicks: Ticks,
    quantityLots: Lots,
    owner = 0,
    displayLots = 0,
  ): RestingOrder {
    const order = new RestingOrder(orderNumber, side, priceTicks, quantityLots, owner, displayLots)
    this.side(side).open(priceTicks).append(order)
    this.#orders.set(order)
    return order
  }

  /**
   * Takes quantity off a resting order, which keeps its place while some of what it shows is left; removes it
   * when nothing is left. Answers whether it showed a new part, and so went to the back of the queue.
   */
  take(order: RestingOrder, lots: Lots): boolean {
    if (lots < order.remainingLots) order.level?.reduce(order, lots)
    else if (lots < order.totalLots) {
      order.level?.refill(order, lots)
      return true
    } else this.remove(order)
    return false
  }

  /** Adds to the last order of its level: to any other it would be a jump of the queue. */
  grow(order: RestingOrder, lots: Lots): void {
    if (order.next !== undefined) throw new Error(`order ${order.orderNumber} is not the last of its level`)
    order.level?.reduce(order, -lots)
  }

  /** Another order in the place of one that leaves, with at most its quantity: with more it would jump the queue. */
  succeed(order: RestingOrder, orderNumber: number, quantityLots: Lots): RestingOrder {
    if (quantityLots > order.totalLots) throw new Error(`order ${orderNumber} would grow in its place`)
    const { side, priceTicks, ownerNumber, displayLots } = order
    const successor = new RestingOrder(orderNumber, side, priceTicks, quantityLots, ownerNumber, displayLots)
    // It shows no more than the one before it had left to show.
    successor.remainingLots = Math.min(order.remainingLots, quantityLots)
    successor.hiddenLots = quantityLots - successor.remainingLots
    order.level?.substitute(order, successor)
    this.#orders.delete(order.orderNumber)
    this.#orders.set(successor)
    return successor
  }

  /** Removes a resting order by number; false when it does not rest here. */
  cancel(orderNumber: number): boolean {
    const order = this.#orders.get(orderNumber)
    if (order === undefined) return false
    this.remove(order)
    return true
  }

  remove(order: RestingOrder): void {
    const { level } = order
    if (level === undefined) return
    this.#orders.delete(order.orderNumber)
    level.remove(order)
    if (level.first === undefined) this.side(order.side).close(level)
  }

  /** Total quantity at a price of a side; 0 where nobody rests. */
  quantityAt(side: Side, priceTicks: Ticks): Lots {
    return this.side(side).at(priceTicks)?.quantityLots ?? 0
  }

  /** Price and quantity of the best levels of a side, at most `depth`. */
  levels(side: Side, depth: number): { priceTicks: Ticks; quantityLots: Lots }[] {
    const of = this.side(side)
    const count = Math.min(depth, of.count)
    const levels: { priceTicks: Ticks; quantityLots: Lots }[] = []
    for (let position = 0; position < count; position += 1) {
      const level = of.fromBest(position)
      if (level !== undefined) levels.push({ priceTicks: level.priceTicks, quantityLots: level.quantityLots })
    }
    return levels
  }
}
