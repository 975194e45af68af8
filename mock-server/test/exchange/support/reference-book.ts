import type { Side } from '../../../src/exchange/values/types.ts'

export interface ReferenceOrder {
  readonly orderNumber: number
  readonly side: Side
  readonly priceTicks: number
  remaining: number
}

export interface ReferenceFill {
  readonly maker: number
  readonly priceTicks: number
  readonly quantityLots: number
}

/** The rules in their plainest form: an array of orders, sorted anew before every match. Shares only types. */
export class ReferenceBook {
  orders: ReferenceOrder[] = []

  add(
    orderNumber: number,
    side: Side,
    priceTicks: number,
    quantityLots: number,
    rests: boolean,
  ): ReferenceFill[] {
    const fills: ReferenceFill[] = []
    let remaining = quantityLots
    for (const maker of this.waiting(side === 'buy' ? 'sell' : 'buy')) {
      const tradable = side === 'buy' ? maker.priceTicks <= priceTicks : maker.priceTicks >= priceTicks
      if (!tradable || remaining === 0) break
      const lots = Math.min(remaining, maker.remaining)
      maker.remaining -= lots
      remaining -= lots
      fills.push({ maker: maker.orderNumber, priceTicks: maker.priceTicks, quantityLots: lots })
    }
    this.orders = this.orders.filter((order) => order.remaining > 0)
    if (rests && remaining > 0) this.orders.push({ orderNumber, side, priceTicks, remaining })
    return fills
  }

  /** Less at the same price stays where it stands in the array; anything else comes in anew. */
  replace(
    orderNumber: number,
    successor: { orderNumber: number; priceTicks: number; remaining: number },
  ): ReferenceFill[] {
    const index = this.orders.findIndex((order) => order.orderNumber === orderNumber)
    const before = this.orders[index]
    if (before === undefined) throw new Error(`no order ${orderNumber}`)
    const { side } = before
    if (successor.priceTicks === before.priceTicks && successor.remaining <= before.remaining) {
      if (successor.remaining > 0) this.orders[index] = { side, ...successor }
      else this.cancel(orderNumber)
      return []
    }
    this.cancel(orderNumber)
    return this.add(successor.orderNumber, side, successor.priceTicks, successor.remaining, true)
  }

  cancel(orderNumber: number): boolean {
    const before = this.orders.length
    this.orders = this.orders.filter((order) => order.orderNumber !== orderNumber)
    return this.orders.length < before
  }

  /** One side by price, then time (the array is in the order of entry, and sorting keeps it among equals). */
  waiting(side: Side): ReferenceOrder[] {
    const sign = side === 'buy' ? -1 : 1
    return this.orders
      .filter((order) => order.side === side)
      .sort((one, other) => sign * (one.priceTicks - other.priceTicks))
  }

  levels(side: Side): { priceTicks: number; quantityLots: number }[] {
    const levels = new Map<number, number>()
    for (const { priceTicks, remaining } of this.waiting(side)) {
      levels.set(priceTicks, (levels.get(priceTicks) ?? 0) + remaining)
    }
    return [...levels].map(([priceTicks, quantityLots]) => ({ priceTicks, quantityLots }))
  }
}
