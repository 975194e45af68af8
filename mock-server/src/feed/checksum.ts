import type { LevelView } from '../exchange/exchange.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import { formatPrice, formatQuantity } from '../exchange/values/wire.ts'

/** Levels a side that the checksum covers. */
export const CHECKSUM_DEPTH = 10

/** The best levels of a book, from the best outwards; only the first ten a side count. */
export interface TopLevels {
  readonly bids: readonly LevelView[]
  readonly asks: readonly LevelView[]
}

/** CRC-32 of the contract's text of a book: unsigned, 0 for an empty book. */
export function bookChecksum(instrument: Instrument, top: TopLevels): number {
  return crc32(checksumText(instrument, top))
}

/** Up to ten asks ascending, then ten bids descending: price and quantity as canonical decimals without the point. */
export function checksumText(instrument: Instrument, { bids, asks }: TopLevels): string {
  return sideText(instrument, asks) + sideText(instrument, bids)
}

function sideText(instrument: Instrument, levels: readonly LevelView[]): string {
  let text = ''
  const count = Math.min(levels.length, CHECKSUM_DEPTH)
  for (let index = 0; index < count; index += 1) {
    const level = levels[index]
    if (level === undefined) break
    text += digits(formatPrice(instrument, level.priceTicks))
    text += digits(formatQuantity(instrument, level.quantityLots))
  }
  return text
}

/** The decimal's digits from the first that is not zero. */
function digits(decimal: string): string {
  return decimal.replace('.', '').replace(/^0+/, '')
}

/** IEEE 802.3, reflected, of ASCII text. */
export function crc32(text: string): number {
  let register = -1
  for (let index = 0; index < text.length; index += 1) {
    register = (register >>> 8) ^ (TABLE[(register ^ text.charCodeAt(index)) & 0xff] ?? 0)
  }
  return ~register >>> 0
}

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
