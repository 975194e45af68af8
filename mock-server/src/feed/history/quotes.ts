import type { BestPrices } from '../../exchange/exchange.ts'
import type { Ticks, Time } from '../../exchange/values/types.ts'
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
  readonly #kept = new Ring<never>(QUOTE_WIDTH)

  add(quoted: Quoted): void {
    this.#kept.append()
    writeQuote(quoted, this.#kept.numbers, this.#kept.rowOf(this.#kept.lastSeq))
    if (this.#kept.size > QUOTES_KEPT) this.#kept.dropOldest()
  }

  *newestFirst(): Generator<NumberedQuote> {
    for (let seq = this.#kept.lastSeq; seq >= this.#kept.oldestSeq; seq -= 1)
      yield { ...readQuote(this.#kept.numbers, this.#kept.rowOf(seq)), seq }
  }
}

/** Numbers of a quote: its time, and price and quantity of bid and offer. */
export const QUOTE_WIDTH = 5

export function writeQuote({ best, time }: Quoted, numbers: Float64Array, at: number): void {
  numbers[at] = time
  numbers[at + 1] = best.bidTicks ?? Number.NaN
  numbers[at + 2] = best.bidLots
  numbers[at + 3] = best.askTicks ?? Number.NaN
  numbers[at + 4] = best.askLots
}

export function readQuote(numbers: Float64Array, at: number): Quoted {
  const [time = 0, bid, bidLots = 0, ask, askLots = 0] = numbers.subarray(at, at + QUOTE_WIDTH)
  return { best: { bidTicks: ticksOf(bid), bidLots, askTicks: ticksOf(ask), askLots }, time }
}

/** An empty side has no price. */
function ticksOf(number: number | undefined): Ticks | null {
  return number === undefined || Number.isNaN(number) ? null : number
}
