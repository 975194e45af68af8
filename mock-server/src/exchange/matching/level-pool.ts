import type { Lots, Ticks } from '../values/types.ts'
import { Cells, DOUBLES, INTEGERS } from './cells.ts'
import type { OrderPool, Slot } from './order-pool.ts'

/** Of each level: three doubles ... */
const PRICE = 0
const SHOWN = 1
const HIDDEN = 2
/** ... and two integers behind them. */
const FIRST = 6
const LAST = 7

const FIRST_SIZE = 8

/** A resting order as it stands: a copy, for whoever reads the book. */
export interface RestingOrder {
  readonly slot: Slot
  readonly orderNumber: number
  readonly priceTicks: Ticks
  /** Whose order it is; 0 for nobody in particular. */
  readonly ownerNumber: number
  /** What is shown. */
  readonly remainingLots: Lots
  /** What is shown at a time; 0 for an order that shows all it has. */
  readonly displayLots: Lots
  /** What is not shown yet. */
  readonly hiddenLots: Lots
  /** Shown and not shown. */
  readonly totalLots: Lots
}

/**
 * The levels of one book by number, from 1: the orders at one price, oldest first, as a doubly linked list through
 * the pool, so that a cancel costs the same anywhere.
 */
export class LevelPool {
  readonly orders: OrderPool
  #cells = new Cells(0)
  readonly #free: number[] = []
  #end = 1

  constructor(orders: OrderPool) {
    this.orders = orders
  }

  open(priceTicks: Ticks): number {
    const level = this.#free.pop() ?? this.#next()
    const { doubles, integers } = this.#cells
    doubles[DOUBLES * level + PRICE] = priceTicks
    doubles[DOUBLES * level + SHOWN] = 0
    doubles[DOUBLES * level + HIDDEN] = 0
    integers[INTEGERS * level + FIRST] = 0
    integers[INTEGERS * level + LAST] = 0
    return level
  }

  /** Drops a level that has become empty. */
  close(level: number): void {
    this.#free.push(level)
  }

  priceOf(level: number): Ticks {
    return this.#cells.doubles[DOUBLES * level + PRICE] ?? 0
  }

  shownOf(level: number): Lots {
    return this.#cells.doubles[DOUBLES * level + SHOWN] ?? 0
  }

  hiddenOf(level: number): Lots {
    return this.#cells.doubles[DOUBLES * level + HIDDEN] ?? 0
  }

  firstOf(level: number): Slot {
    return this.#cells.integers[INTEGERS * level + FIRST] ?? 0
  }

  lastOf(level: number): Slot {
    return this.#cells.integers[INTEGERS * level + LAST] ?? 0
  }

  /** Its orders as they stand, the oldest first. */
  *queue(level: number): Generator<RestingOrder> {
    const { orders } = this
    for (let slot = this.firstOf(level); slot !== 0; slot = orders.nextOf(slot)) yield this.read(slot)
  }

  read(slot: Slot): RestingOrder {
    const { orders } = this
    const remainingLots = orders.shownOf(slot)
    const hiddenLots = orders.hiddenOf(slot)
    return {
      slot,
      orderNumber: orders.numberOf(slot),
      priceTicks: this.priceOf(orders.levelOf(slot)),
      ownerNumber: orders.ownerOf(slot),
      remainingLots,
      displayLots: orders.displayOf(slot),
      hiddenLots,
      totalLots: remainingLots + hiddenLots,
    }
  }

  append(level: number, slot: Slot): void {
    const last = this.lastOf(level)
    this.orders.place(slot, level, last, 0)
    this.#join(level, last, slot)
    this.#cells.integers[INTEGERS * level + LAST] = slot
    this.#count(level, this.orders.shownOf(slot), this.orders.hiddenOf(slot))
  }

  /** Takes it out of the queue. */
  remove(level: number, slot: Slot): void {
    const { orders } = this
    const next = orders.nextOf(slot)
    this.#join(level, orders.previousOf(slot), next)
    if (next === 0) this.#cells.integers[INTEGERS * level + LAST] = orders.previousOf(slot)
    else orders.setPrevious(next, orders.previousOf(slot))
    this.#count(level, -orders.shownOf(slot), -orders.hiddenOf(slot))
  }

  /** One order in another's place in the queue. */
  substitute(level: number, slot: Slot, successor: Slot): void {
    const { orders } = this
    const previous = orders.previousOf(slot)
    const next = orders.nextOf(slot)
    orders.place(successor, level, previous, next)
    this.#join(level, previous, successor)
    if (next === 0) this.#cells.integers[INTEGERS * level + LAST] = successor
    else orders.setPrevious(next, successor)
    this.#count(
      level,
      orders.shownOf(successor) - orders.shownOf(slot),
      orders.hiddenOf(successor) - orders.hiddenOf(slot),
    )
  }

  /** What is shown of an order is gone: it shows the next part, at the back of the queue. */
  refill(level: number, slot: Slot, lots: Lots): void {
    const { orders } = this
    this.remove(level, slot)
    const left = orders.shownOf(slot) + orders.hiddenOf(slot) - lots
    const shown = Math.min(orders.displayOf(slot), left)
    orders.setLots(slot, shown, left - shown)
    this.append(level, slot)
  }

  /** Of an order that shows a part at a time: that part is used up halfway. */
  show(level: number, slot: Slot, shown: Lots): void {
    const { orders } = this
    const [before, hidden] = [orders.shownOf(slot), orders.hiddenOf(slot)]
    orders.setLots(slot, shown, hidden + before - shown)
    this.#count(level, shown - before, before - shown)
  }

  /** Less of one order, which keeps its place. */
  reduce(level: number, slot: Slot, lots: Lots): void {
    this.orders.setShown(slot, this.orders.shownOf(slot) - lots)
    this.#count(level, -lots, 0)
  }

  /** What stands before it, 0 for the front of the queue, is followed by this. */
  #join(level: number, previous: Slot, next: Slot): void {
    if (previous === 0) this.#cells.integers[INTEGERS * level + FIRST] = next
    else this.orders.setNext(previous, next)
  }

  #count(level: number, shown: Lots, hidden: Lots): void {
    const { doubles } = this.#cells
    doubles[DOUBLES * level + SHOWN] = this.shownOf(level) + shown
    if (hidden !== 0) doubles[DOUBLES * level + HIDDEN] = this.hiddenOf(level) + hidden
  }

  #next(): number {
    if (this.#end >= this.#cells.size) this.#cells = this.#cells.grown(FIRST_SIZE)
    this.#end += 1
    return this.#end - 1
  }
}
