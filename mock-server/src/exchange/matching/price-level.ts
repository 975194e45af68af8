import type { Lots, Side, Ticks } from '../values/types.ts'

/** One order's place in the queue of its level. What it shows is what stands in the queue. */
export class RestingOrder {
  readonly orderNumber: number
  readonly side: Side
  readonly priceTicks: Ticks
  /** What is shown. */
  remainingLots: Lots
  /** What is shown at a time; 0 for an order that shows all it has. */
  readonly displayLots: Lots
  /** What is not shown yet. */
  hiddenLots: Lots
  /** Whose order it is; 0 for nobody in particular. */
  readonly ownerNumber: number
  level: PriceLevel | undefined = undefined
  previous: RestingOrder | undefined = undefined
  next: RestingOrder | undefined = undefined

  constructor(
    orderNumber: number,
    side: Side,
    priceTicks: Ticks,
    lots: Lots,
    ownerNumber = 0,
    displayLots = 0,
  ) {
    this.orderNumber = orderNumber
    this.side = side
    this.priceTicks = priceTicks
    this.displayLots = displayLots
    this.remainingLots = displayLots === 0 || displayLots > lots ? lots : displayLots
    this.hiddenLots = lots - this.remainingLots
    this.ownerNumber = ownerNumber
  }

  /** Shown and not shown. */
  get totalLots(): Lots {
    return this.remainingLots + this.hiddenLots
  }
}

/** The orders at one price, oldest first: a doubly linked list, so that a cancel costs the same anywhere. */
export class PriceLevel {
  readonly priceTicks: Ticks
  /** What its orders show. */
  quantityLots: Lots = 0
  hiddenLots: Lots = 0
  first: RestingOrder | undefined = undefined
  last: RestingOrder | undefined = undefined

  constructor(priceTicks: Ticks) {
    this.priceTicks = priceTicks
  }

  append(order: RestingOrder): void {
    order.level = this
    order.previous = this.last
    if (this.last === undefined) this.first = order
    else this.last.next = order
    this.last = order
    this.quantityLots += order.remainingLots
    this.hiddenLots += order.hiddenLots
  }

  remove(order: RestingOrder): void {
    const { previous, next } = order
    if (previous === undefined) this.first = next
    else previous.next = next
    if (next === undefined) this.last = previous
    else next.previous = previous
    this.quantityLots -= order.remainingLots
    this.hiddenLots -= order.hiddenLots
    order.level = undefined
    order.previous = undefined
    order.next = undefined
  }

  /** One order in another's place in the queue. */
  substitute(order: RestingOrder, successor: RestingOrder): void {
    const { previous, next } = order
    successor.level = this
    successor.previous = previous
    successor.next = next
    if (previous === undefined) this.first = successor
    else previous.next = successor
    if (next === undefined) this.last = successor
    else next.previous = successor
    this.quantityLots += successor.remainingLots - order.remainingLots
    this.hiddenLots += successor.hiddenLots - order.hiddenLots
    order.level = undefined
    order.previous = undefined
    order.next = undefined
  }

  /** What is shown of an order is gone: it shows the next part, at the back of the queue. */
  refill(order: RestingOrder, lots: Lots): void {
    this.remove(order)
    const left = order.totalLots - lots
    order.remainingLots = Math.min(order.displayLots, left)
    order.hiddenLots = left - order.remainingLots
    this.append(order)
  }

  /** Less of one order, which keeps its place. */
  reduce(order: RestingOrder, lots: Lots): void {
    order.remainingLots -= lots
    this.quantityLots -= lots
  }
}
