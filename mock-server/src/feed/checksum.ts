import type { LevelChanged } from '../exchange/events.ts'
import type { BookView, LevelView } from '../exchange/exchange.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import { betterThan } from '../exchange/matching/side.ts'
import type { Lots, Side, Ticks } from '../exchange/values/types.ts'
import { type Scale, scaleOf } from '../exchange/values/wire.ts'

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
  let register = START
  for (const side of [asks, bids]) {
    for (const { priceTicks, quantityLots } of side.slice(0, CHECKSUM_DEPTH))
      register = addLevel(register, scale, priceTicks, quantityLots)
  }
  return finish(register)
}

/** The checksum of one book kept up to date: sums again only from the first side that a change has touched. */
export class RunningChecksum {
  readonly #book: BookView
  readonly #worst: Record<Side, number | undefined> = { buy: undefined, sell: undefined }
  readonly #scale: Scale
  /** The register after the asks, and after the bids. */
  #afterAsks = START
  #afterBids = START
  /** Of the side that is being summed: the register, and the levels so far. */
  #register = START
  #count = 0
  #lastTicks: Ticks = 0

  constructor(book: BookView, instrument: Instrument) {
    this.#book = book
    this.#scale = scaleOf(instrument)
    this.#sumAsks()
  }

  /** `changes` have just happened: the checksum of the book. */
  after(changes: readonly LevelChanged[]): number {
    if (this.#touches(changes, 'sell')) this.#sumAsks()
    else if (this.#touches(changes, 'buy')) this.#sumBids()
    return finish(this.#afterBids)
  }

  #sumAsks(): void {
    this.#afterAsks = this.#add(START, 'sell')
    this.#sumBids()
  }

  #sumBids(): void {
    this.#afterBids = this.#add(this.#afterAsks, 'buy')
  }

  #add(register: number, side: Side): number {
    this.#register = register
    this.#count = 0
    this.#book.eachLevel(side, CHECKSUM_DEPTH, this.#addLevel)
    this.#worst[side] = this.#count === CHECKSUM_DEPTH ? this.#lastTicks : undefined
    return this.#register
  }

  readonly #addLevel = (priceTicks: Ticks, quantityLots: Lots): void => {
    this.#register = addLevel(this.#register, this.#scale, priceTicks, quantityLots)
    this.#lastTicks = priceTicks
    this.#count += 1
  }

  /** Whether a change lies among the side's ten best levels, or may come to. */
  #touches(changes: readonly LevelChanged[], side: Side): boolean {
    const worst = this.#worst[side]
    for (const change of changes) {
      if (change.side !== side) continue
      if (worst === undefined || !betterThan(side, worst, change.priceTicks)) return true
    }
    return false
  }
}

/** IEEE 802.3, reflected, of ASCII text. */
export function crc32(text: string): number {
  let register = START
  for (let index = 0; index < text.length; index += 1) register = addByte(register, text.charCodeAt(index))
  return finish(register)
}

const START = -1

function finish(register: number): number {
  return ~register >>> 0
}

function addByte(register: number, byte: number): number {
  return (register >>> 8) ^ (TABLE[(register ^ byte) & 0xff] ?? 0)
}

/**
 * A canonical decimal without its point and leading zeros is the number of its last decimal's units, so nothing has
 * to be formatted.
 */
function addLevel(register: number, { tick, lot }: Scale, priceTicks: Ticks, quantityLots: Lots): number {
  return addDigits(addDigits(register, priceTicks, tick.multiplier), quantityLots, lot.multiplier)
}

function addDigits(register: number, steps: number, multiplier: number): number {
  const value = steps * multiplier
  if (value >= 0 && value <= MOST_SMALL) return addSmall(register, value)
  const digits = Number.isSafeInteger(value) ? String(value) : String(BigInt(steps) * BigInt(multiplier))
  let sum = register
  for (let index = 0; index < digits.length; index += 1) sum = addByte(sum, digits.charCodeAt(index))
  return sum
}

/** The same without a text: nearly all numbers of a book are small. */
function addSmall(register: number, value: number): number {
  let count = 0
  let rest = value
  do {
    const tenth = (rest / 10) | 0
    DIGITS[count] = rest - 10 * tenth
    count += 1
    rest = tenth
  } while (rest > 0)
  let sum = register
  while (count > 0) {
    count -= 1
    sum = addByte(sum, ZERO + (DIGITS[count] ?? 0))
  }
  return sum
}

/** Of 32 bits with a sign, which are divided fast. */
const MOST_SMALL = 0x7fff_ffff
/** Those of one number, the last one first. */
const DIGITS = new Uint8Array(10)
const ZERO = 48

const TABLE = crcTable()

function crcTable(): Int32Array {
  const table = new Int32Array(256)
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    table[byte] = value
  }
  return table
}
