import type {
  LevelChanged,
  PrintBusted,
  PrintCorrected,
  StatusChanged,
  TradePrinted,
} from '../exchange/events.ts'
import type { ExchangeView, ListingView } from '../exchange/exchange.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { Time } from '../exchange/values/types.ts'
import { Channel, type Emit } from './channel.ts'
import { SymbolPrices } from './history/prices.ts'
import { type Quoted, QuoteHistory } from './history/quotes.ts'
import { BookProjection, type Delta } from './projections/book.ts'
import { QuoteProjection } from './projections/quotes.ts'
import { StatusProjection } from './projections/status.ts'
import { TradeProjection } from './projections/trades.ts'
import { SymbolBars } from './symbol-bars.ts'

export type MarketChannelName = 'quotes' | 'trades' | 'book' | 'status'

/** The channels of one symbol and what turns events into their messages. */
export class SymbolFeed {
  readonly instrument: Instrument
  readonly bars: SymbolBars
  readonly quotes = new QuoteHistory()
  readonly prices: SymbolPrices
  lastTrade: TradePrinted | undefined
  readonly channels: {
    readonly quotes: Channel<Quoted>
    readonly trades: Channel<TradePrinted | PrintBusted | PrintCorrected>
    readonly book: Channel<Delta>
    readonly status: Channel<StatusChanged>
  }
  readonly #quotes: QuoteProjection
  readonly #book: BookProjection
  readonly #status: StatusProjection
  /** Levels that the command changed; the list stays, and its room with it. */
  readonly #changes: LevelChanged[] = []

  constructor(view: ExchangeView, instrument: Instrument, listing: ListingView, epoch: string) {
    const { symbol } = instrument
    const { book } = listing
    this.instrument = instrument
    this.prices = new SymbolPrices(listing)
    this.bars = new SymbolBars(instrument, epoch)
    this.#quotes = new QuoteProjection(book, instrument, view.time)
    this.#book = new BookProjection(view, instrument, book)
    this.#status = new StatusProjection(view, instrument)
    this.channels = {
      quotes: new Channel(`quotes.${symbol}`, epoch, 'state', this.#quotes),
      trades: new Channel(`trades.${symbol}`, epoch, 'prints', new TradeProjection(instrument)),
      book: new Channel(`book.${symbol}`, epoch, 'state', this.#book),
      status: new Channel(`status.${symbol}`, epoch, 'prints', this.#status),
    }
  }

  trade(print: TradePrinted, emit: Emit): void {
    this.lastTrade = print
    emit(this.channels.trades, print)
    this.bars.print(print, emit)
  }

  /** Bars stay as they were made: what was on the tape then. */
  amend(event: PrintBusted | PrintCorrected, emit: Emit): void {
    if (this.lastTrade?.tradeNumber === event.print.tradeNumber) this.lastTrade = event.print
    emit(this.channels.trades, event)
  }

  status(event: StatusChanged, emit: Emit): void {
    emit(this.channels.status, this.#status.project(event))
  }

  level(event: LevelChanged): void {
    this.#changes.push(event)
  }

  /** The command is complete: bars where there were prints, one delta, and a quote if the best changed. */
  flush(emit: Emit): void {
    this.bars.flush(emit)
    const [first] = this.#changes
    if (first === undefined) return
    const { time } = first
    emit(this.channels.book, this.#book.project(this.#changes, time))
    while (this.#changes.length > 0) this.#changes.pop()
    const quote = this.#quotes.project(time)
    if (quote === undefined) return
    this.quotes.add(quote)
    emit(this.channels.quotes, quote)
  }

  snapshot(name: MarketChannelName): { data: object; time: Time } | undefined {
    if (name === 'quotes') return this.#quotes.snapshot()
    if (name === 'book') return this.#book.snapshot()
    return name === 'status' ? this.#status.snapshot() : undefined
  }
}
