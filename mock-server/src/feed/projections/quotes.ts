import type { BestPrices, ExchangeView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { Quoted } from '../history/quotes.ts'
import type { MessageContent, MessageKind } from '../message.ts'
import { toWireQuote } from '../wire/quote.ts'

const NOBODY: BestPrices = { bidTicks: null, bidLots: 0, askTicks: null, askLots: 0 }
const QUOTE_LENGTH = 160

/** At most one quote a command, and only when the best bid or offer is not what it was before the command. */
export class QuoteProjection {
  readonly #view: ExchangeView
  readonly #instrument: Instrument
  #best: BestPrices
  #changedAt: Time

  constructor(view: ExchangeView, instrument: Instrument) {
    this.#view = view
    this.#instrument = instrument
    this.#best = view.best(instrument.symbol) ?? NOBODY
    this.#changedAt = view.time
  }

  /** Levels changed: the quote, unless it is the same as before. */
  project(time: Time): MessageContent<Quoted> | undefined {
    const best = this.#view.best(this.#instrument.symbol) ?? NOBODY
    if (isSame(best, this.#best)) return undefined
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

function isSame(left: BestPrices, right: BestPrices): boolean {
  return (
    left.bidTicks === right.bidTicks &&
    left.bidLots === right.bidLots &&
    left.askTicks === right.askTicks &&
    left.askLots === right.askLots
  )
}
