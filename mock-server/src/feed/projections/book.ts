import type { BookUpdate } from '@openbourse/spec'
import type { LevelChanged } from '../../exchange/events.ts'
import type { BookView, ExchangeView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { betterThan } from '../../exchange/matching/side.ts'
import type { Side, Time } from '../../exchange/values/types.ts'
import { RunningChecksum } from '../checksum.ts'
import type { MessageContent, MessageKind } from '../message.ts'
import { toWireBook, toWireLevels } from '../wire/book.ts'

const DELTA_LENGTH = 70
const LEVEL_LENGTH = 40

interface Delta {
  readonly changes: readonly LevelChanged[]
  readonly checksum: number
}

/**
 * One delta a command and symbol with every changed level. The checksum is summed at once, from the view: it is
 * of the book after the message, and a number is all that a message has to remember of it.
 */
export class BookProjection {
  readonly #view: ExchangeView
  readonly #instrument: Instrument
  readonly #checksum: RunningChecksum
  #changedAt: Time

  constructor(view: ExchangeView, instrument: Instrument, book: BookView) {
    this.#view = view
    this.#instrument = instrument
    this.#checksum = new RunningChecksum(book, instrument)
    this.#changedAt = view.time
  }

  project(changes: readonly LevelChanged[], time: Time): MessageContent<Delta> {
    this.#changedAt = time
    return {
      kind: this.#delta,
      time,
      dataLength: DELTA_LENGTH + LEVEL_LENGTH * changes.length,
      facts: { changes, checksum: this.#checksum.after(changes) },
    }
  }

  snapshot(): { data: object; time: Time } {
    return { data: toWireBook(this.#view, this.#instrument), time: this.#changedAt }
  }

  readonly #delta: MessageKind<Delta> = {
    type: 'delta',
    render: ({ changes, checksum }): BookUpdate => ({
      symbol: this.#instrument.symbol,
      bids: toWireLevels(this.#instrument, sideOf(changes, 'buy')),
      asks: toWireLevels(this.#instrument, sideOf(changes, 'sell')),
      checksum,
    }),
  }
}

/** The side's changes from the best price outwards. */
function sideOf(changes: readonly LevelChanged[], side: Side): LevelChanged[] {
  return changes
    .filter((change) => change.side === side)
    .sort((left, right) => (betterThan(side, left.priceTicks, right.priceTicks) ? -1 : 1))
}
