import type { Quote } from '@openbourse/spec'
import type { BestPrices, BookView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Time } from '../../exchange/values/types.ts'
import { bestOf } from '../../exchange/view.ts'
import type { Contents } from '../contents.ts'
import { QUOTE_WIDTH, type Quoted, readQuote, writeQuote } from '../history/quotes.ts'
import { toWireQuote } from '../wire/quote.ts'

const QUOTE_LENGTH = 160

/** At most one quote a command, and only when the best bid or offer is not what it was before the command. */
export class QuoteProjection implements Contents<Quoted> {
  readonly width = QUOTE_WIDTH
  readonly #book: BookView
  readonly #instrument: Instrument
  #latest: Quoted

  constructor(book: BookView, instrument: Instrument, time: Time) {
    this.#book = book
    this.#instrument = instrument
    this.#latest = { best: bestOf(book), time }
  }

  /** Levels changed: the quote, unless it is the same as before. */
  project(time: Time): Quoted | undefined {
    if (stillIs(this.#latest.best, this.#book)) return undefined
    this.#latest = { best: bestOf(this.#book), time }
    return this.#latest
  }

  write(quoted: Quoted, numbers: Float64Array, at: number): void {
    writeQuote(quoted, numbers, at)
  }

  read(numbers: Float64Array, at: number): Quoted {
    return readQuote(numbers, at)
  }

  typeOf(): string {
    return 'quote'
  }

  timeOf({ time }: Quoted): Time {
    return time
  }

  lengthOf(): number {
    return QUOTE_LENGTH
  }

  render({ best, time }: Quoted): Quote {
    return toWireQuote(this.#instrument, best, time)
  }

  snapshot(): { data: object; time: Time } {
    return { data: this.render(this.#latest), time: this.#latest.time }
  }
}

/** Mostly it is: found without another object. */
function stillIs({ bidTicks, bidLots, askTicks, askLots }: BestPrices, { bids, asks }: BookView): boolean {
  return (
    bids.bestLots === bidLots &&
    asks.bestLots === askLots &&
    (bids.bestTicks ?? null) === bidTicks &&
    (asks.bestTicks ?? null) === askTicks
  )
}
