import type { Election } from '../events.ts'
import type { OrderBook } from '../matching/order-book.ts'
import type { Slot } from '../matching/order-pool.ts'
import { TriggerBook } from '../matching/trigger-book.ts'
import type { TriggerBy } from '../orders/order.ts'
import type { HalfTicks, Side, Ticks } from '../values/types.ts'

/** Where a stop waits. */
export interface WaitingStop {
  readonly place: Slot
  readonly stopTicks: Ticks
  readonly triggerBy: TriggerBy
}

/** The prices of one symbol that stops look at, and the stops that wait for them. */
export class Stops {
  #books = { last: new TriggerBook(), bidAsk: new TriggerBook(), mid: new TriggerBook() }
  #trails = { last: noTrails(), bidAsk: noTrails(), mid: noTrails() }
  #last: HalfTicks | undefined = undefined
  /** Number of that print. */
  #lastTrade = 0
  #prints: Election[] = []

  /** The latest print that counts. */
  get last(): HalfTicks | undefined {
    return this.#last
  }

  /** Its number. */
  get lastTrade(): number {
    return this.#lastTrade
  }

  get isEmpty(): boolean {
    return SOURCES.every((source) => {
      const { buy, sell } = this.#trails[source]
      return this.#books[source].size + buy.size + sell.size === 0
    })
  }

  /** Numbers of the trailing stops of a side that look at this price, active or not, in the order of entry. */
  trails(triggerBy: TriggerBy, side: Side): Set<number> {
    return this.#trails[triggerBy][side]
  }

  notePrint(priceTicks: Ticks, isBetweenTicks: boolean, tradeNumber: number): void {
    const price = 2 * priceTicks + (isBetweenTicks ? 1 : 0)
    this.#last = price
    this.#lastTrade = tradeNumber
    if (!this.isEmpty) this.#prints.push({ price, tradeNumber })
  }

  /** Prints since the last call, in the order of time. */
  takePrints(): readonly Election[] {
    if (this.#prints.length === 0) return NONE
    const prints = this.#prints
    this.#prints = []
    return prints
  }

  wait(orderNumber: number, side: Side, triggerBy: TriggerBy, stopTicks: Ticks): WaitingStop {
    return { place: this.#books[triggerBy].add(orderNumber, side, stopTicks), stopTicks, triggerBy }
  }

  /** Where each order waits, by its number. */
  *waiting(): Generator<readonly [number, WaitingStop]> {
    for (const triggerBy of SOURCES) {
      for (const { orderNumber, slot, priceTicks } of this.#books[triggerBy].orders()) {
        yield [orderNumber, { place: slot, stopTicks: priceTicks, triggerBy }]
      }
    }
  }

  /** For a snapshot. */
  keep() {
    return {
      books: this.#books,
      trails: this.#trails,
      last: this.#last,
      lastTrade: this.#lastTrade,
      prints: this.#prints,
    }
  }

  static revive({ books, trails, last, lastTrade, prints }: ReturnType<Stops['keep']>): Stops {
    const stops = new Stops()
    stops.#books = books
    stops.#trails = trails
    stops.#last = last
    stops.#lastTrade = lastTrade
    stops.#prints = prints
    return stops
  }

  /** The last price is another one from here on, after a split or dividend. */
  restate(change: (price: HalfTicks) => HalfTicks): void {
    if (this.#last !== undefined) this.#last = change(this.#last)
  }

  leave({ place, triggerBy }: WaitingStop): void {
    this.#books[triggerBy].remove(place)
  }

  /** `placeOf`: the place in time of an order by its number. */
  takeReached(
    { triggerBy, side }: { readonly triggerBy: TriggerBy; readonly side: Side },
    price: HalfTicks,
    placeOf: (orderNumber: number) => number,
  ): readonly number[] {
    return this.#books[triggerBy].takeReached(side, price, placeOf)
  }
}

const NONE: readonly Election[] = []

/** What stops look at. */
export const SOURCES = ['last', 'bidAsk', 'mid'] as const satisfies readonly TriggerBy[]

const noTrails = (): Record<Side, Set<number>> => ({ buy: new Set(), sell: new Set() })

/** The price that a stop of this side looks at now; undefined where there is none. */
export function referencePrice(
  { book, stops }: { readonly book: OrderBook; readonly stops: Stops },
  triggerBy: TriggerBy,
  side: Side,
): HalfTicks | undefined {
  if (triggerBy === 'last') return stops.last
  const [bid, ask] = [book.bids.bestTicks, book.asks.bestTicks]
  if (triggerBy === 'mid') return bid === undefined || ask === undefined ? undefined : bid + ask
  const price = side === 'buy' ? ask : bid
  return price === undefined ? undefined : 2 * price
}
