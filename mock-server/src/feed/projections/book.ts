import type { BookUpdate } from '@openbourse/spec'
import type { LevelChanged } from '../../exchange/events.ts'
import type { ExchangeView, LevelView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { betterThan } from '../../exchange/matching/side.ts'
import type { Side, Time } from '../../exchange/values/types.ts'
import { bookChecksum, CHECKSUM_DEPTH, type TopLevels } from '../checksum.ts'
import type { MessageContent } from '../message.ts'
import { toWireBook, toWireLevels } from '../wire/book.ts'

const DELTA_LENGTH = 70
const LEVEL_LENGTH = 40
/** The levels that a message holds on to for its checksum, in characters of its own accounting. */
const TOP_LENGTH = 150

/**
 * One delta a command and symbol with every changed level. The checksum is of the book after the message: each
 * message holds on to the ten best levels a side as they were then (a side that did not change shares the
 * previous array), and the text is summed only when somebody reads it.
 */
export class BookProjection {
  readonly #view: ExchangeView
  readonly #instrument: Instrument
  #bids: readonly LevelView[]
  #asks: readonly LevelView[]
  #changedAt: Time

  constructor(view: ExchangeView, instrument: Instrument) {
    this.#view = view
    this.#instrument = instrument
    this.#bids = view.levels(instrument.symbol, 'buy', CHECKSUM_DEPTH)
    this.#asks = view.levels(instrument.symbol, 'sell', CHECKSUM_DEPTH)
    this.#changedAt = view.time
  }

  project(changes: readonly LevelChanged[], time: Time): MessageContent {
    this.#bids = this.#top('buy', this.#bids, changes)
    this.#asks = this.#top('sell', this.#asks, changes)
    this.#changedAt = time
    const instrument = this.#instrument
    const top: TopLevels = { bids: this.#bids, asks: this.#asks }
    return {
      type: 'delta',
      time,
      dataLength: DELTA_LENGTH + TOP_LENGTH + LEVEL_LENGTH * changes.length,
      data: () => toDelta(instrument, changes, top),
    }
  }

  snapshot(): { data: object; time: Time } {
    return { data: toWireBook(this.#view, this.#instrument), time: this.#changedAt }
  }

  /** The best levels after `changes`: read again only if one of them lies among those known. */
  #top(side: Side, known: readonly LevelView[], changes: readonly LevelChanged[]): readonly LevelView[] {
    const worst = known.length < CHECKSUM_DEPTH ? undefined : known.at(-1)
    const touched = changes.some(
      (change) =>
        change.side === side &&
        (worst === undefined || !betterThan(side, worst.priceTicks, change.priceTicks)),
    )
    return touched ? this.#view.levels(this.#instrument.symbol, side, CHECKSUM_DEPTH) : known
  }
}

function toDelta(instrument: Instrument, changes: readonly LevelChanged[], top: TopLevels): BookUpdate {
  return {
    symbol: instrument.symbol,
    bids: toWireLevels(instrument, sideOf(changes, 'buy')),
    asks: toWireLevels(instrument, sideOf(changes, 'sell')),
    checksum: bookChecksum(instrument, top),
  }
}

/** The side's changes from the best price outwards. */
function sideOf(changes: readonly LevelChanged[], side: Side): LevelChanged[] {
  return changes
    .filter((change) => change.side === side)
    .sort((left, right) => (betterThan(side, left.priceTicks, right.priceTicks) ? -1 : 1))
}
