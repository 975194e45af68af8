import type { BookUpdate } from '@openbourse/spec'
import type { LevelChanged } from '../../exchange/events.ts'
import type { BookView, ExchangeView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { betterThan } from '../../exchange/matching/side.ts'
import type { Side, Time } from '../../exchange/values/types.ts'
import { RunningChecksum } from '../checksum.ts'
import type { Contents } from '../contents.ts'
import { toWireBook, toWireLevels } from '../wire/book.ts'

const DELTA_LENGTH = 70
const LEVEL_LENGTH = 40

type LevelChange = Pick<LevelChanged, 'side' | 'priceTicks' | 'quantityLots'>

export interface Delta {
  readonly time: Time
  readonly changes: readonly LevelChange[]
  readonly checksum: number
}

/**
 * One delta a command and symbol with every changed level. The checksum is summed at once, from the book: it is
 * of the book after the message, and a number is all that a message has to remember of it.
 */
export class BookProjection implements Contents<Delta> {
  /** Time, checksum, and of a single change, which is the rule, side, price and quantity. */
  readonly width = 5
  readonly #view: ExchangeView
  readonly #instrument: Instrument
  readonly #checksum: RunningChecksum
  #changedAt: Time = 0

  constructor(view: ExchangeView, instrument: Instrument, book: BookView) {
    this.#view = view
    this.#instrument = instrument
    this.#checksum = new RunningChecksum(book, instrument)
    this.#changedAt = view.time
  }

  project(changes: readonly LevelChanged[], time: Time): Delta {
    this.#changedAt = time
    return { time, changes, checksum: this.#checksum.after(changes) }
  }

  write({ time, changes, checksum }: Delta, numbers: Float64Array, at: number): unknown {
    numbers[at] = time
    numbers[at + 1] = checksum
    const [only] = changes
    if (changes.length > 1 || only === undefined) return [...changes]
    numbers[at + 2] = only.side === 'buy' ? 1 : 0
    numbers[at + 3] = only.priceTicks
    numbers[at + 4] = only.quantityLots
    return undefined
  }

  read(numbers: Float64Array, at: number, several: readonly LevelChange[] | undefined): Delta {
    const [time = 0, checksum = 0, isBid, priceTicks = 0, quantityLots = 0] = numbers.subarray(
      at,
      at + this.width,
    )
    const changes = several ?? [{ side: isBid === 1 ? 'buy' : 'sell', priceTicks, quantityLots }]
    return { time, changes, checksum }
  }

  typeOf(): string {
    return 'delta'
  }

  timeOf({ time }: Delta): Time {
    return time
  }

  lengthOf({ changes }: Delta): number {
    return DELTA_LENGTH + LEVEL_LENGTH * changes.length
  }

  render({ changes, checksum }: Delta): BookUpdate {
    return {
      symbol: this.#instrument.symbol,
      bids: toWireLevels(this.#instrument, sideOf(changes, 'buy')),
      asks: toWireLevels(this.#instrument, sideOf(changes, 'sell')),
      checksum,
    }
  }

  snapshot(): { data: object; time: Time } {
    return { data: toWireBook(this.#view, this.#instrument), time: this.#changedAt }
  }
}

/** The side's changes from the best price outwards. */
function sideOf(changes: readonly LevelChange[], side: Side): LevelChange[] {
  return changes
    .filter((change) => change.side === side)
    .sort((left, right) => (betterThan(side, left.priceTicks, right.priceTicks) ? -1 : 1))
}
