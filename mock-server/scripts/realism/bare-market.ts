import type { CancelOrder, Command, SubmitOrder } from '../../src/exchange/commands.ts'
import type { BestPrices, LevelView } from '../../src/exchange/exchange.ts'
import { OrderBook } from '../../src/exchange/matching/order-book.ts'
import type { Slot } from '../../src/exchange/matching/order-pool.ts'
import type { Lots, Side, Time } from '../../src/exchange/values/types.ts'
import { bestOf } from '../../src/exchange/view.ts'
import type { MarketView } from '../../src/market/market-source.ts'
import type { RecordedView } from './recorder.ts'

type OnTrade = (symbol: string, sign: 1 | -1, lots: Lots) => void

interface Resting {
  readonly book: OrderBook
  readonly slot: Slot
}

/**
 * The books of the exchange without accounts, sessions and events, always open: days of background orders in seconds.
 * test/realism holds it to the whole exchange.
 */
export class BareMarket implements MarketView, RecordedView {
  time: Time = 0
  /** Limit orders that ended, by how. */
  canceled = 0
  filled = 0
  readonly #books: ReadonlyMap<string, OrderBook>
  readonly #onTrade: OnTrade
  readonly #byNumber = new Map<number, Resting>()
  #orders = 0

  constructor(symbols: readonly string[], onTrade: OnTrade) {
    this.#books = new Map(symbols.map((symbol) => [symbol, new OrderBook()]))
    this.#onTrade = onTrade
  }

  status(symbol: string): { readonly phase: 'open'; readonly halted: false } | undefined {
    return this.#books.has(symbol) ? OPEN : undefined
  }

  listing(symbol: string): { readonly book: OrderBook } | undefined {
    const book = this.#books.get(symbol)
    return book && { book }
  }

  best(symbol: string): BestPrices | undefined {
    const book = this.#books.get(symbol)
    return book && bestOf(book)
  }

  levels(symbol: string, side: Side, depth: number): readonly LevelView[] {
    return this.#books.get(symbol)?.levels(side, depth) ?? []
  }

  order(orderNumber: number): Resting | undefined {
    return this.#byNumber.get(orderNumber)
  }

  /** The number of the order that it entered. */
  execute(command: Command): number | undefined {
    if (command.type === 'SubmitOrder') return this.#submit(command)
    if (command.type === 'CancelOrder') this.#cancel(command)
    else if (command.type !== 'OpenAccount') throw new Error(`The background does not send ${command.type}`)
    return undefined
  }

  #submit({ terms }: SubmitOrder): number {
    const { symbol, side, quantityLots } = terms
    const book = this.#books.get(symbol)
    if (book === undefined || quantityLots === undefined)
      throw new Error(`An order without a book: ${symbol}`)
    this.#orders += 1
    const orderNumber = this.#orders
    const onFill = (maker: number, _price: number, lots: Lots, isGone: boolean): void => {
      this.#onTrade(symbol, side === 'buy' ? 1 : -1, lots)
      if (isGone) this.filled += this.#forget(maker)
    }
    if (terms.type === 'market') {
      book.sweep(side, side === 'buy' ? Number.POSITIVE_INFINITY : 0, quantityLots, onFill)
      return orderNumber
    }
    const { limitPriceTicks } = terms
    if (limitPriceTicks === undefined) throw new Error(`The background does not send ${terms.type} orders`)
    const slot = book.add(orderNumber, side, limitPriceTicks, quantityLots, onFill)
    this.#byNumber.set(orderNumber, { book, slot })
    return orderNumber
  }

  #cancel({ orderNumber }: CancelOrder): void {
    const resting = this.#byNumber.get(orderNumber)
    if (resting === undefined) return
    resting.book.remove(resting.slot)
    this.canceled += this.#forget(orderNumber)
  }

  /** Answers how many there were. */
  #forget(orderNumber: number): number {
    return this.#byNumber.delete(orderNumber) ? 1 : 0
  }
}

const OPEN = { phase: 'open', halted: false } as const
