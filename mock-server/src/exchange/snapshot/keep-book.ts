import type { RestingOrder } from '../matching/level-pool.ts'
import { OrderBook } from '../matching/order-book.ts'
import type { Lots, Side, Ticks } from '../values/types.ts'

/** An order in its queue: number, what it shows, what it hides, what it shows at a time, owner. */
type KeptPlace = readonly [number, Lots, Lots, Lots, number]

export interface KeptBook {
  /** Levels from the best, of each the orders from the oldest. */
  readonly bids: readonly (readonly [Ticks, readonly KeptPlace[]])[]
  readonly asks: readonly (readonly [Ticks, readonly KeptPlace[]])[]
}

export function keepBook(book: OrderBook): KeptBook {
  return { bids: keepSide(book, 'buy'), asks: keepSide(book, 'sell') }
}

function keepSide(book: OrderBook, side: Side): KeptBook['bids'] {
  const levels: [Ticks, KeptPlace[]][] = []
  const of = book.side(side)
  for (let position = 0; position < of.count; position += 1) {
    const level = of.fromBest(position)
    if (level === undefined) break
    levels.push([level.priceTicks, [...of.queueFromBest(position)].map(keepPlace)])
  }
  return levels
}

function keepPlace(order: RestingOrder): KeptPlace {
  const { orderNumber, remainingLots, hiddenLots, displayLots, ownerNumber } = order
  return [orderNumber, remainingLots, hiddenLots, displayLots, ownerNumber]
}

export function reviveBook({ bids, asks }: KeptBook): OrderBook {
  const book = new OrderBook()
  for (const [side, levels] of [
    ['buy', bids],
    ['sell', asks],
  ] as const) {
    for (const [priceTicks, places] of levels) {
      for (const place of places) revivePlace(book, side, priceTicks, place)
    }
  }
  return book
}

/** Of an order that shows a part at a time, that part may be used up halfway. */
function revivePlace(book: OrderBook, side: Side, priceTicks: Ticks, place: KeptPlace): void {
  const [orderNumber, shownLots, hiddenLots, displayLots, owner] = place
  const slot = book.rest(orderNumber, side, priceTicks, shownLots + hiddenLots, owner, displayLots)
  book.show(slot, shownLots)
}
