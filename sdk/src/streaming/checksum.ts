/** Polynomial of CRC-32 (IEEE 802.3), reflected. */
const polynomial = 0xedb88320

const table = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
  return value
})

/** CRC-32 (IEEE) of ASCII text, as an unsigned number. */
export function crc32(text: string): number {
  let crc = 0xffffffff
  for (let index = 0; index < text.length; index += 1) {
    crc = (crc >>> 8) ^ (table[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0)
  }
  return ~crc >>> 0
}

interface Level {
  readonly price: string
  readonly quantity: string
}

/** Levels a side that the checksum covers. */
const depth = 10

/** The contract's checksum of a book, best levels first on both sides; 0 for an empty one. */
export function bookChecksum(asks: readonly Level[], bids: readonly Level[]): number {
  let text = ''
  for (const side of [asks, bids]) {
    for (const { price, quantity } of side.slice(0, depth)) text += digits(price) + digits(quantity)
  }
  return text === '' ? 0 : crc32(text)
}

const digits = (decimal: string): string => decimal.replace('.', '').replace(/^0+/, '')
