import type { BookSide } from '../matching/book-side.ts'
import type { RestingOrder } from '../matching/level-pool.ts'
import { OrderBook } from '../matching/order-book.ts'
import type { Lots, Side, Ticks } from '../values/types.ts'
import { Rows } from './rows.ts'

/** An order in its queue: number, what it shows, what it hides, what it shows at a time, owner. */
type KeptPlace = readonly [number, Lots, Lots, Lots, number]

/** The same with its price; in snapshots of before, a price with all its orders. */
type KeptRow = readonly [Ticks, ...KeptPlace] | readonly [Ticks, readonly KeptPlace[]]

/** From the best price, of each the orders from the oldest. */
export interface KeptBook {
  readonly bids: Iterable<KeptRow>
  readonly asks: Iterable<KeptRow>
}

export function keepBook(book: OrderBook): KeptBook {
  return { bids: keepSide(book.bids), asks: keepSide(book.asks) }
}

function keepSide(side: BookSide): Rows<KeptRow> {
  const orders: RestingOrder[] = []
  for (let position = 0; position < side.count; position += 1) {
    for (const order of side.queueFromBest(position)) orders.push(order)
  }
  return new Rows(rowsOfOrders(orders))
}

function* rowsOfOrders(orders: readonly RestingOrder[]): Generator<KeptRow> {
  for (const order of orders) {
    const { priceTicks, orderNumber, remainingLots, hiddenLots, displayLots, ownerNumber } = order
    yield [priceTicks, orderNumber, remainingLots, hiddenLots, displayLots, ownerNumber]
  }
}

export function reviveBook({ bids, asks }: KeptBook): OrderBook {
  const book = new OrderBook()
  for (const row of bids) reviveRow(book, 'buy', row)
  for (const row of asks) reviveRow(book, 'sell', row)
  return book
}

function reviveRow(book: OrderBook, side: Side, [priceTicks, ...places]: KeptRow): void {
  if (isPlace(places)) revivePlace(book, side, priceTicks, places)
  else for (const place of places[0]) revivePlace(book, side, priceTicks, place)
}

function isPlace(places: KeptPlace | readonly [readonly KeptPlace[]]): places is KeptPlace {
  return typeof places[0] === 'number'
}

/** Of an order that shows a part at a time, that part may be used up halfway. */
function revivePlace(book: OrderBook, side: Side, priceTicks: Ticks, place: KeptPlace): void {
  const [orderNumber, shownLots, hiddenLots, displayLots, owner] = place
  const slot = book.rest(orderNumber, side, priceTicks, shownLots + hiddenLots, owner, displayLots)
  book.show(slot, shownLots)
}
