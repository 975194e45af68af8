import type { Side } from '../../../src/exchange/values/types.ts'
import type { BookEvent, BookUnderTest, Change, NewOrder } from './book-under-test.ts'

interface Resting {
  readonly orderNumber: number
  readonly order: NewOrder
  /** The total that was asked for, and what of it is filled or was prevented. */
  lots: number
  filled: number
  prevented: number
  /** What of the rest the book shows. */
  shown: number
}

/**
 * The rules in their plainest form: one array of orders in the order of their places in time, sorted anew for every
 * look. Shares nothing but types with the book that it is held against.
 */
export class ReferenceBook implements BookUnderTest {
  #orders: Resting[] = []
  #lastNumber = 0
  #events: BookEvent[] = []

  submit(order: NewOrder): readonly BookEvent[] {
    this.#lastNumber += 1
    const incoming: Resting = {
      orderNumber: this.#lastNumber,
      order,
      lots: order.lots,
      filled: 0,
      prevented: 0,
      shown: 0,
    }
    if (this.#isRefused(incoming)) return this.#take()
    this.#events.push({ type: 'accepted', order: incoming.orderNumber })
    this.#enter(incoming)
    return this.#take()
  }

  cancel(orderNumber: number): readonly BookEvent[] {
    const order = this.#find(orderNumber)
    if (order !== undefined) this.#end(order, 'canceled-by-user')
    return this.#take()
  }

  replace(orderNumber: number, change: Change): readonly BookEvent[] {
    const before = this.#find(orderNumber)
    if (before === undefined) return []
    this.#lastNumber += 1
    const after = this.#successor(before, change)
    if (this.#isRefused(after)) return this.#take()
    const keepsPlace =
      after.lots <= before.lots - before.prevented && after.order.priceTicks === before.order.priceTicks
    const place = this.#orders.indexOf(before)
    this.#orders.splice(place, 1)
    this.#events.push({ type: 'replaced', order: orderNumber, by: after.orderNumber })
    this.#events.push({ type: 'accepted', order: after.orderNumber })
    if (leftOf(after) === 0) return this.#take()
    if (!keepsPlace) this.#enter(after)
    else {
      after.shown = Math.min(before.shown, leftOf(after))
      this.#orders.splice(place, 0, after)
    }
    return this.#take()
  }

  levels(side: Side): readonly (readonly [number, number])[] {
    const levels = new Map<number, number>()
    for (const { order, shown } of this.#waiting(side)) {
      levels.set(order.priceTicks ?? 0, (levels.get(order.priceTicks ?? 0) ?? 0) + shown)
    }
    return [...levels]
  }

  queue(side: Side): readonly number[] {
    return this.#waiting(side).map(({ orderNumber }) => orderNumber)
  }

  #take(): readonly BookEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }

  #find(orderNumber: number): Resting | undefined {
    return this.#orders.find((order) => order.orderNumber === orderNumber)
  }

  /** One side by price; the array is in the order of time, and sorting keeps it among equals. */
  #waiting(side: Side): Resting[] {
    const sign = side === 'buy' ? -1 : 1
    return this.#orders
      .filter(({ order }) => order.side === side)
      .sort((one, other) => sign * ((one.order.priceTicks ?? 0) - (other.order.priceTicks ?? 0)))
  }

  /** Whom the order meets next. */
  #next({ order }: Resting): Resting | undefined {
    const [best] = this.#waiting(order.side === 'buy' ? 'sell' : 'buy')
    if (best === undefined || order.priceTicks === undefined) return best
    const price = best.order.priceTicks ?? 0
    const isReached = order.side === 'buy' ? price <= order.priceTicks : price >= order.priceTicks
    return isReached ? best : undefined
  }

  /** Less than what is filled cannot be asked for, and what is shown is never more than there is. */
  #successor(before: Resting, change: Change): Resting {
    const lots = Math.max(change.lots ?? before.lots - before.prevented, before.filled)
    const display = before.order.displayLots
    const order: NewOrder = {
      ...before.order,
      lots,
      ...(change.priceTicks === undefined ? {} : { priceTicks: change.priceTicks }),
      ...(display === undefined ? {} : { displayLots: Math.min(display, lots) }),
    }
    return { orderNumber: this.#lastNumber, order, lots, filled: before.filled, prevented: 0, shown: 0 }
  }

  #isRefused(incoming: Resting): boolean {
    if (incoming.order.kind !== 'postOnly' || this.#next(incoming) === undefined) return false
    this.#events.push({ type: 'refused', order: incoming.orderNumber, code: 'post-only-would-trade' })
    return true
  }

  /** Trades, then rests or ends. */
  #enter(incoming: Resting): void {
    const { kind = 'rests', priceTicks, displayLots } = incoming.order
    if (kind !== 'fok' || this.#wouldFill(incoming)) this.#meet(incoming)
    if (leftOf(incoming) === 0 || this.#hasEnded(incoming)) return
    if (kind === 'fok') this.#end(incoming, 'fok-unfilled')
    else if (priceTicks === undefined) this.#end(incoming, 'no-liquidity')
    else if (kind === 'ioc') this.#end(incoming, 'ioc-remainder')
    else {
      incoming.shown = Math.min(displayLots ?? leftOf(incoming), leftOf(incoming))
      this.#orders.push(incoming)
    }
  }

  /** Tried on a copy of everything. */
  #wouldFill(incoming: Resting): boolean {
    const copy = new ReferenceBook()
    copy.#orders = this.#orders.map((order) => ({ ...order }))
    const trial = { ...incoming }
    copy.#meet(trial)
    return trial.filled === trial.lots
  }

  #meet(incoming: Resting): void {
    while (leftOf(incoming) > 0) {
      const maker = this.#next(incoming)
      if (maker === undefined) return
      const { prevention = 'cancelIncoming', owner } = incoming.order
      const isOwn = owner !== 'flow' && maker.order.owner === owner && prevention !== 'allow'
      if (!isOwn) this.#trade(maker, incoming)
      else if (prevention === 'decrement' || prevention === 'transfer') this.#decrement(maker, incoming)
      else {
        if (prevention !== 'cancelIncoming') this.#end(maker, 'self-trade-prevented')
        if (prevention === 'cancelResting') continue
        this.#end(incoming, 'self-trade-prevented')
        return
      }
    }
  }

  #trade(maker: Resting, taker: Resting): void {
    const lots = Math.min(leftOf(taker), maker.shown)
    maker.filled += lots
    taker.filled += lots
    this.#events.push({
      type: 'trade',
      maker: maker.orderNumber,
      taker: taker.orderNumber,
      priceTicks: maker.order.priceTicks ?? 0,
      lots,
    })
    this.#reduceShown(maker, lots)
  }

  /** Both lose what they would have traded, what is not shown too. */
  #decrement(maker: Resting, taker: Resting): void {
    const lots = Math.min(leftOf(taker), leftOf(maker))
    for (const order of [maker, taker]) {
      if (lots === leftOf(order)) {
        this.#end(order, 'self-trade-prevented')
        continue
      }
      order.prevented += lots
      this.#events.push({ type: 'prevented', order: order.orderNumber, leftLots: leftOf(order) })
      if (order === maker) this.#reduceShown(maker, lots)
    }
  }

  /** What is shown is used up: the next part is shown, behind all that is there. */
  #reduceShown(maker: Resting, lots: number): void {
    if (lots < maker.shown) {
      maker.shown -= lots
      return
    }
    this.#orders = this.#orders.filter((order) => order !== maker)
    if (leftOf(maker) === 0) return
    maker.shown = Math.min(maker.order.displayLots ?? leftOf(maker), leftOf(maker))
    this.#orders.push(maker)
  }

  #end(order: Resting, reason: string): void {
    this.#orders = this.#orders.filter((each) => each !== order)
    this.#events.push({ type: 'canceled', order: order.orderNumber, reason })
    order.prevented = order.lots - order.filled
  }

  #hasEnded({ orderNumber }: Resting): boolean {
    return this.#events.some((event) => event.type === 'canceled' && event.order === orderNumber)
  }
}

function leftOf({ lots, filled, prevented }: Resting): number {
  return lots - filled - prevented
}
