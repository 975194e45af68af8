import type { Lots, Side, Ticks } from '../values/types.ts'

/** One order's place in the queue of its level. */
export class RestingOrder {
  readonly orderNumber: number
  readonly side: Side
  readonly priceTicks: Ticks
  remainingLots: Lots
  /** Whose order it is; 0 for nobody in particular. */
  readonly ownerNumber: number
  level: PriceLevel | undefined = undefined
  previous: RestingOrder | undefined = undefined
  next: RestingOrder | undefined = undefined

  constructor(orderNumber: number, side: Side, priceTicks: Ticks, remainingLots: Lots, ownerNumber = 0) {
    this.orderNumber = orderNumber
    this.side = side
    this.priceTicks = priceTicks
    this.remainingLots = remainingLots
    this.ownerNumber = ownerNumber
  }
}

/** The orders at one price, oldest first: a doubly linked list, so that a cancel costs the same anywhere. */
export class PriceLevel {
  readonly priceTicks: Ticks
  quantityLots: Lots = 0
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
  }

  remove(order: RestingOrder): void {
    const { previous, next } = order
    if (previous === undefined) this.first = next
    else previous.next = next
    if (next === undefined) this.last = previous
    else next.previous = previous
    this.quantityLots -= order.remainingLots
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
    order.level = undefined
    order.previous = undefined
    order.next = undefined
  }

  /** Less of one order, which keeps its place. */
  reduce(order: RestingOrder, lots: Lots): void {
    order.remainingLots -= lots
    this.quantityLots -= lots
  }
}
