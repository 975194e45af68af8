import type { OrderBook } from '../matching/order-book.ts'
import type { RestingOrder } from '../matching/price-level.ts'
import { TriggerBook } from '../matching/trigger-book.ts'
import type { TriggerBy } from '../orders/order.ts'
import type { HalfTicks, Side, Ticks } from '../values/types.ts'

/** Where a stop waits. */
export interface WaitingStop {
  readonly place: RestingOrder
  readonly triggerBy: TriggerBy
}

/** The prices of one symbol that stops look at, and the stops that wait for them. */
export class Stops {
  readonly #books = { last: new TriggerBook(), bidAsk: new TriggerBook(), mid: new TriggerBook() }
  /** Trailing stops, active or not, by number in the order of entry. */
  readonly trails = new Map<number, TriggerBy>()
  #last: HalfTicks | undefined = undefined
  #prints: HalfTicks[] = []

  /** The latest print that counts. */
  get last(): HalfTicks | undefined {
    return this.#last
  }

  get isEmpty(): boolean {
    const { last, bidAsk, mid } = this.#books
    return last.size + bidAsk.size + mid.size + this.trails.size === 0
  }

  notePrint(priceTicks: Ticks, isBetweenTicks: boolean): void {
    const price = 2 * priceTicks + (isBetweenTicks ? 1 : 0)
    this.#last = price
    if (!this.isEmpty) this.#prints.push(price)
  }

  /** Prints since the last call, in the order of time. */
  takePrints(): readonly HalfTicks[] {
    if (this.#prints.length === 0) return NONE
    const prints = this.#prints
    this.#prints = []
    return prints
  }

  wait(orderNumber: number, side: Side, triggerBy: TriggerBy, stopTicks: Ticks): WaitingStop {
    return { place: this.#books[triggerBy].add(orderNumber, side, stopTicks), triggerBy }
  }

  leave({ place, triggerBy }: WaitingStop): void {
    this.#books[triggerBy].remove(place)
  }

  takeReached(triggerBy: TriggerBy, side: Side, price: HalfTicks): readonly number[] {
    return this.#books[triggerBy].takeReached(side, price)
  }
}

const NONE: readonly HalfTicks[] = []

/** The price that a stop of this side looks at now; undefined where there is none. */
export function referencePrice(
  { book, stops }: { readonly book: OrderBook; readonly stops: Stops },
  triggerBy: TriggerBy,
  side: Side,
): HalfTicks | undefined {
  if (triggerBy === 'last') return stops.last
  const [bid, ask] = [book.bids.best?.priceTicks, book.asks.best?.priceTicks]
  if (triggerBy === 'mid') return bid === undefined || ask === undefined ? undefined : bid + ask
  const price = side === 'buy' ? ask : bid
  return price === undefined ? undefined : 2 * price
}
