import type { BestPrices, BookView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Time } from '../../exchange/values/types.ts'
import { bestOf } from '../../exchange/view.ts'
import type { Quoted } from '../history/quotes.ts'
import type { MessageContent, MessageKind } from '../message.ts'
import { toWireQuote } from '../wire/quote.ts'

const QUOTE_LENGTH = 160

/** At most one quote a command, and only when the best bid or offer is not what it was before the command. */
export class QuoteProjection {
  readonly #book: BookView
  readonly #instrument: Instrument
  #best: BestPrices
  #changedAt: Time

  constructor(book: BookView, instrument: Instrument, time: Time) {
    this.#book = book
    this.#instrument = instrument
    this.#best = bestOf(book)
    this.#changedAt = time
  }

  /** Levels changed: the quote, unless it is the same as before. */
  project(time: Time): MessageContent<Quoted> | undefined {
    if (stillIs(this.#best, this.#book)) return undefined
    const best = bestOf(this.#book)
    this.#best = best
    this.#changedAt = time
    return { kind: this.#quote, time, dataLength: QUOTE_LENGTH, facts: { best, time } }
  }

  readonly #quote: MessageKind<Quoted> = {
    type: 'quote',
    render: ({ best, time }) => toWireQuote(this.#instrument, best, time),
  }

  snapshot(): { data: object; time: Time } {
    return { data: toWireQuote(this.#instrument, this.#best, this.#changedAt), time: this.#changedAt }
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
