/** CRC-32 of IEEE 802.3, reflected, of ASCII text: unsigned. */
export function crc32(text: string): number {
  let register = START
  for (let index = 0; index < text.length; index += 1) register = addByte(register, text.charCodeAt(index))
  return finish(register)
}

/**
 * A text of digits that grows number by number, of which nothing is kept but what it does to a checksum. Two of them
 * are summed apart, and joined by {@link crc32Of}: where one has changed, the other needs no second look.
 */
export class DigitText {
  /** The register after the text, had it begun with 0. */
  register = 0
  length = 0

  clear(): void {
    this.register = 0
    this.length = 0
  }

  /** A whole number. */
  add(value: number): void {
    if (value >= 0 && value <= MOST_SMALL) this.#addSmall(value)
    else this.addDigits(String(value))
  }

  addDigits(digits: string): void {
    for (let index = 0; index < digits.length; index += 1)
      this.register = addByte(this.register, digits.charCodeAt(index))
    this.length += digits.length
  }

  /** No text is made of it: nearly all numbers of a book are small. */
  #addSmall(value: number): void {
    this.register = addNumber(this.register, value | 0)
    this.length += 1
    for (let power = 10; power <= value; power *= 10) this.length += 1
  }
}

/** Of the first text with the last behind it. */
export function crc32Of(first: DigitText, last: DigitText): number {
  return finish(shift(afterZeros(STARTS, first.length) ^ first.register, last.length) ^ last.register)
}

const START = -1

function finish(register: number): number {
  return ~register >>> 0
}

function addByte(register: number, byte: number): number {
  return (register >>> 8) ^ (TABLE[(register ^ byte) & 0xff] ?? 0)
}

/** Two digits at a time, the first ones first. */
function addNumber(register: number, value: number): number {
  if (value < 10) return addByte(register, ZERO + value)
  if (value < 100) return addPair(register, value)
  const rest = (value / 100) | 0
  return addPair(addNumber(register, rest), value - 100 * rest)
}

/** Both digits of a number below 100: each is looked up by itself, so the second does not wait for the first. */
function addPair(register: number, value: number): number {
  const mixed = register ^ (PAIRS[value] ?? 0)
  return (register >>> 16) ^ (TABLE_BEFORE[mixed & 0xff] ?? 0) ^ (TABLE[(mixed >>> 8) & 0xff] ?? 0)
}

/** What becomes of a register with so many more bytes, apart from those bytes. */
function shift(register: number, length: number): number {
  return multiply(register, afterZeros(POWERS, length))
}

/** The first register of a list after so many zero bytes; the list has as many as somebody asked for. */
function afterZeros(registers: number[], length: number): number {
  for (let known = registers.length; known <= length; known += 1)
    registers.push(addByte(registers[known - 1] ?? 0, 0))
  return registers[length] ?? 0
}

/** Of polynomials over two elements, modulo that of the checksum; the highest bit is that of x^0. */
function multiply(one: number, other: number): number {
  let product = 0
  let shifted = other
  for (let bit = 31; bit >= 0; bit -= 1) {
    product ^= shifted & -((one >>> bit) & 1)
    shifted = (shifted >>> 1) ^ (POLYNOMIAL & -(shifted & 1))
  }
  return product
}

/** Of 32 bits with a sign, which are divided fast. */
const MOST_SMALL = 0x7fff_ffff
const ZERO = 48
const POLYNOMIAL = 0xedb88320 | 0
/** What a byte does to the register. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (POLYNOMIAL & -(value & 1))
  return value
})
/** The same of a byte that has another behind it. */
const TABLE_BEFORE = TABLE.map((value) => addByte(value, 0))
/** The two digits of numbers below 100 as they stand in memory. */
const PAIRS = Int32Array.from({ length: 100 }, (_, value) => {
  const tens = Math.floor(value / 10)
  return (ZERO + tens) | ((ZERO + value - 10 * tens) << 8)
})
/** By numbers of zero bytes: what they make of a new register, and of x^0, which is x^(8 n). */
const STARTS = [START]
const POWERS = [1 << 31]
