import type { LevelChanged } from '../exchange/events.ts'
import type { BookView, LevelView } from '../exchange/exchange.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import { betterThan } from '../exchange/matching/side.ts'
import type { Lots, Side, Ticks } from '../exchange/values/types.ts'
import { type Scale, scaleOf } from '../exchange/values/wire.ts'
import { crc32Of, DigitText } from './crc32.ts'

/** Levels a side that the checksum covers. */
export const CHECKSUM_DEPTH = 10

/** The best levels of a book, from the best outwards; only the first ten a side count. */
export interface TopLevels {
  readonly bids: readonly LevelView[]
  readonly asks: readonly LevelView[]
}

/** CRC-32 of the contract's text of a book: unsigned, 0 for an empty book. */
export function bookChecksum(instrument: Instrument, { bids, asks }: TopLevels): number {
  const scale = scaleOf(instrument)
  return crc32Of(textOf(asks, scale), textOf(bids, scale))
}

function textOf(levels: readonly LevelView[], scale: Scale): DigitText {
  const text = new DigitText()
  for (const { priceTicks, quantityLots } of levels.slice(0, CHECKSUM_DEPTH))
    addLevel(text, scale, priceTicks, quantityLots)
  return text
}

/** The checksum of one book kept up to date: a side is summed again only where a change has touched it. */
export class RunningChecksum {
  readonly #bids: RunningSide
  readonly #asks: RunningSide

  constructor(book: BookView, instrument: Instrument) {
    const scale = scaleOf(instrument)
    this.#bids = new RunningSide('buy', book, scale)
    this.#asks = new RunningSide('sell', book, scale)
  }

  /** `changes` have just happened: the checksum of the book. */
  after(changes: readonly LevelChanged[]): number {
    this.#bids.after(changes)
    this.#asks.after(changes)
    return crc32Of(this.#asks.text, this.#bids.text)
  }
}

class RunningSide {
  readonly text = new DigitText()
  readonly #side: Side
  readonly #book: BookView
  readonly #scale: Scale
  /** The price of the last level that counts, where there are as many as count. */
  #worst: Ticks | undefined
  #count = 0
  #lastTicks: Ticks = 0

  constructor(side: Side, book: BookView, scale: Scale) {
    this.#side = side
    this.#book = book
    this.#scale = scale
    this.#sum()
  }

  after(changes: readonly LevelChanged[]): void {
    if (this.#isTouchedBy(changes)) this.#sum()
  }

  #sum(): void {
    this.text.clear()
    this.#count = 0
    this.#book.eachLevel(this.#side, CHECKSUM_DEPTH, this.#addLevel)
    this.#worst = this.#count === CHECKSUM_DEPTH ? this.#lastTicks : undefined
  }

  readonly #addLevel = (priceTicks: Ticks, quantityLots: Lots): void => {
    addLevel(this.text, this.#scale, priceTicks, quantityLots)
    this.#lastTicks = priceTicks
    this.#count += 1
  }

  /** Whether a change lies among the side's ten best levels, or may come to. */
  #isTouchedBy(changes: readonly LevelChanged[]): boolean {
    for (const { side, priceTicks } of changes) {
      if (side !== this.#side) continue
      if (this.#worst === undefined || !betterThan(side, this.#worst, priceTicks)) return true
    }
    return false
  }
}

/**
 * A canonical decimal without its point and leading zeros is the number of its last decimal's units, so nothing has
 * to be formatted.
 */
function addLevel(text: DigitText, { tick, lot }: Scale, priceTicks: Ticks, quantityLots: Lots): void {
  addUnits(text, priceTicks, tick.multiplier)
  addUnits(text, quantityLots, lot.multiplier)
}

function addUnits(text: DigitText, steps: number, multiplier: number): void {
  const units = steps * multiplier
  if (Number.isSafeInteger(units)) text.add(units)
  else text.addDigits(String(BigInt(steps) * BigInt(multiplier)))
}
