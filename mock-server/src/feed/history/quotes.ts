import type { BestPrices } from '../../exchange/exchange.ts'
import type { Time } from '../../exchange/values/types.ts'
import { Ring } from '../ring.ts'

/** A best bid and offer, and since when. */
export interface Quoted {
  readonly best: BestPrices
  readonly time: Time
}

export interface NumberedQuote extends Quoted {
  /** Its number in the channel of quotes. */
  readonly seq: number
}

/** Quotes that are kept of each symbol, however old. */
const QUOTES_KEPT = 10_000

/** The latest quotes of one symbol. They are numbered as in the channel, which gives each its number too. */
export class QuoteHistory {
  readonly #kept = new Ring<Quoted>()

  add(quoted: Quoted): void {
    this.#kept.append(quoted)
    if (this.#kept.size > QUOTES_KEPT) this.#kept.dropOldest()
  }

  *newestFirst(): Generator<NumberedQuote> {
    let seq = this.#kept.lastSeq
    for (const quoted of this.#kept.newestFirst()) {
      yield { ...quoted, seq }
      seq -= 1
    }
  }
}
