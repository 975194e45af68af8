import type { Lots, Side, Ticks } from '../values/types.ts'
import { BookSide, type PriceLevel } from './book-side.ts'
import { LevelPool, type RestingOrder } from './level-pool.ts'
import { OrderPool, type Slot } from './order-pool.ts'
import { crosses, opposite } from './side.ts'

/** Called for every fill: the resting order's number, its price, the quantity traded, and whether it has left. */
export type OnFill = (makerNumber: number, priceTicks: Ticks, quantityLots: Lots, isGone: boolean) => void

/**
 * The book of one symbol: price-time priority over integer ticks and lots. Knows orders by number only;
 * accounts, money and events are the exchange's. Order numbers must be unique among resting orders.
 *
 * A resting order is meant by its slot in the pool, which is good until the order leaves. An order may show a
 * part of its quantity at a time; each further part queues anew.
 *
 * Cost: O(1) to cancel an order or to trade with the best level; a new level costs a binary search and an
 * array insertion that moves only the levels better than it.
 */
export class OrderBook {
  readonly #pool = new OrderPool()
  readonly #levels = new LevelPool(this.#pool)
  readonly bids = new BookSide('buy', this.#levels)
  readonly asks = new BookSide('sell', this.#levels)

  /** Number of resting orders. */
  get size(): number {
    return this.#pool.size
  }

  side(side: Side): BookSide {
    return side === 'buy' ? this.bids : this.asks
  }

  /** The order in this place as it stands. */
  order(slot: Slot): RestingOrder {
    return this.#levels.read(slot)
  }

  /** Side and price at which it rests. */
  placeOf(slot: Slot): { readonly side: Side; readonly priceTicks: Ticks } {
    const level = this.#pool.levelOf(slot)
    return { side: this.#sideOf(level).side, priceTicks: this.#levels.priceOf(level) }
  }

  /** Trades what crosses and lets the rest of the order rest; answers where, 0 where nothing is left. */
  add(orderNumber: number, side: Side, priceTicks: Ticks, quantityLots: Lots, onFill: OnFill): Slot {
    const remainingLots = this.sweep(side, priceTicks, quantityLots, onFill)
    return remainingLots > 0 ? this.rest(orderNumber, side, priceTicks, remainingLots) : 0
  }

  /** Trades what crosses and leaves nothing in the book; answers the quantity that found no match. */
  sweep(side: Side, limitTicks: Ticks, quantityLots: Lots, onFill: OnFill): Lots {
    const makers = this.side(opposite(side))
    let remainingLots = quantityLots
    for (let level = makers.numberFromBest(0); level !== 0; level = makers.numberFromBest(0)) {
      const priceTicks = this.#levels.priceOf(level)
      if (remainingLots === 0 || !crosses(side, limitTicks, priceTicks)) break
      const slot = this.#levels.firstOf(level)
      const shown = this.#pool.shownOf(slot)
      const makerNumber = this.#pool.numberOf(slot)
      const lots = Math.min(remainingLots, shown)
      const isGone = lots === shown && this.#pool.hiddenOf(slot) === 0
      if (isGone) this.#leave(makers, level, slot)
      else this.take(slot, lots)
      remainingLots -= lots
      onFill(makerNumber, priceTicks, lots, isGone)
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
  ): Slot {
    const slot = this.#pool.add(orderNumber, owner, quantityLots, displayLots)
    this.#levels.append(this.side(side).open(priceTicks), slot)
    return slot
  }

  /**
   * Takes quantity off a resting order, which keeps its place while some of what it shows is left; removes it
   * when nothing is left. Answers whether it showed a new part, and so went to the back of the queue.
   */
  take(slot: Slot, lots: Lots): boolean {
    const pool = this.#pool
    const shown = pool.shownOf(slot)
    if (lots < shown) this.#levels.reduce(pool.levelOf(slot), slot, lots)
    else if (lots < shown + pool.hiddenOf(slot)) {
      this.#levels.refill(pool.levelOf(slot), slot, lots)
      return true
    } else this.remove(slot)
    return false
  }

  /** Of an order that shows a part at a time: how much of that part is left. */
  show(slot: Slot, shownLots: Lots): void {
    this.#levels.show(this.#pool.levelOf(slot), slot, shownLots)
  }

  /** Adds to the last order of its level: to any other it would be a jump of the queue. */
  grow(slot: Slot, lots: Lots): void {
    if (!this.isLast(slot)) throw new Error(`order ${this.#pool.numberOf(slot)} is not the last of its level`)
    this.#levels.reduce(this.#pool.levelOf(slot), slot, -lots)
  }

  /** Whether nobody stands behind it. */
  isLast(slot: Slot): boolean {
    return this.#pool.nextOf(slot) === 0
  }

  /** Another order in the place of one that leaves, with at most its quantity: with more it would jump the queue. */
  succeed(slot: Slot, orderNumber: number, quantityLots: Lots): Slot {
    const pool = this.#pool
    const { totalLots, remainingLots, ownerNumber, displayLots } = this.order(slot)
    if (quantityLots > totalLots) throw new Error(`order ${orderNumber} would grow in its place`)
    const successor = pool.add(orderNumber, ownerNumber, quantityLots, displayLots)
    this.#levels.substitute(pool.levelOf(slot), slot, successor)
    // It shows no more than the one before it had left to show.
    this.show(successor, Math.min(remainingLots, quantityLots))
    pool.drop(slot)
    return successor
  }

  /** Removes a resting order; nothing where nobody rests any more. */
  remove(slot: Slot): void {
    const level = this.#pool.levelOf(slot)
    if (level !== 0) this.#leave(undefined, level, slot)
  }

  /** @param side looked up where it is not known: once in a while, when the level is empty then */
  #leave(side: BookSide | undefined, level: number, slot: Slot): void {
    this.#levels.remove(level, slot)
    this.#pool.drop(slot)
    if (this.#levels.firstOf(level) === 0) (side ?? this.#sideOf(level)).close(level)
  }

  /** Total quantity at a price of a side; 0 where nobody rests. */
  quantityAt(side: Side, priceTicks: Ticks): Lots {
    return this.#levels.shownOf(this.side(side).numberAt(priceTicks))
  }

  /** Price and quantity of the best levels of a side, at most `depth`. */
  levels(side: Side, depth: number): PriceLevel[] {
    const levels: PriceLevel[] = []
    this.eachLevel(side, depth, (priceTicks, quantityLots) => levels.push({ priceTicks, quantityLots }))
    return levels
  }

  eachLevel(side: Side, depth: number, visit: (priceTicks: Ticks, quantityLots: Lots) => void): void {
    const of = this.side(side)
    const count = Math.min(depth, of.count)
    for (let position = 0; position < count; position += 1) {
      const level = of.numberFromBest(position)
      visit(this.#levels.priceOf(level), this.#levels.shownOf(level))
    }
  }

  /** All resting orders: bids, then asks, each from the best level, of a level from the oldest. */
  *orders(): Generator<RestingOrder> {
    for (const side of [this.bids, this.asks]) {
      for (let position = 0; position < side.count; position += 1) yield* side.queueFromBest(position)
    }
  }

  #sideOf(level: number): BookSide {
    return this.bids.numberAt(this.#levels.priceOf(level)) === level ? this.bids : this.asks
  }
}
