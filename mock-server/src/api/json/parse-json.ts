/**
 * JSON text of a stranger to a value, in one pass: the grammar of RFC 8259, bounded in every direction, with
 * the place of the first fault. Stricter than `JSON.parse` in three ways that matter where money is moved:
 * a repeated key, a `__proto__` key and a `constructor.prototype` are refused.
 */

export const JSON_LIMITS = {
  depth: 32,
  keysPerObject: 256,
  itemsPerArray: 1024,
  /** UTF-8 bytes of one string, key or value. */
  stringBytes: 4096,
  numberCharacters: 40,
} as const

export type JsonOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly reason: string }

/** @param text One JSON text; white space around it is allowed, anything else after it is not. */
export function parseJson(text: string): JsonOutcome {
  const reader = new JsonReader(text)
  try {
    return { ok: true, value: reader.readDocument() }
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    return { ok: false, ...positionOf(text, error.offset), reason: error.message }
  }
}

class JsonFault extends Error {
  readonly offset: number
  constructor(offset: number, reason: string) {
    super(reason)
    this.offset = offset
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const NUMBER_LIKE = /[-+.\w]+/y
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

class JsonReader {
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  readDocument(): unknown {
    this.#skipSpace()
    if (this.#at === this.#text.length) throw this.#fault('the text is empty')
    const value = this.#readValue()
    this.#skipSpace()
    if (this.#at < this.#text.length) throw this.#fault(`unexpected ${this.#here()} after the value`)
    return value
  }

  #readValue(): unknown {
    const code = this.#text.charCodeAt(this.#at)
    if (code === QUOTE) return this.#readString()
    if (code === OPEN_BRACE) return this.#readObject()
    if (code === OPEN_BRACKET) return this.#readArray()
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return this.#readNumber()
    return this.#readWord()
  }

  #readObject(): Record<string, unknown> {
    this.#enter()
    const object: Record<string, unknown> = {}
    let keys = 0
    this.#skipSpace()
    if (this.#take(CLOSE_BRACE)) return this.#leave(object)
    for (;;) {
      this.#skipSpace()
      const keyAt = this.#at
      if (this.#text.charCodeAt(keyAt) !== QUOTE)
        throw this.#fault(`expected a field name, got ${this.#here()}`)
      const key = this.#readString()
      keys += 1
      if (keys > JSON_LIMITS.keysPerObject) throw new JsonFault(keyAt, 'an object has more than 256 fields')
      if (key === '__proto__') throw new JsonFault(keyAt, 'the field name __proto__ is not allowed')
      if (Object.hasOwn(object, key)) throw new JsonFault(keyAt, 'a field name is repeated')
      this.#skipSpace()
      if (!this.#take(COLON)) throw this.#fault(`expected ":" after the field name, got ${this.#here()}`)
      this.#skipSpace()
      const value = this.#readValue()
      if (key === 'constructor' && isObject(value) && Object.hasOwn(value, 'prototype')) {
        throw new JsonFault(keyAt, 'the field constructor.prototype is not allowed')
      }
      object[key] = value
      this.#skipSpace()
      if (this.#take(CLOSE_BRACE)) return this.#leave(object)
      if (!this.#take(COMMA)) throw this.#fault(`expected "," or "}", got ${this.#here()}`)
    }
  }

  #readArray(): unknown[] {
    this.#enter()
    const items: unknown[] = []
    this.#skipSpace()
    if (this.#take(CLOSE_BRACKET)) return this.#leave(items)
    for (;;) {
      this.#skipSpace()
      if (items.length === JSON_LIMITS.itemsPerArray) throw this.#fault('an array has more than 1024 items')
      items.push(this.#readValue())
      this.#skipSpace()
      if (this.#take(CLOSE_BRACKET)) return this.#leave(items)
      if (!this.#take(COMMA)) throw this.#fault(`expected "," or "]", got ${this.#here()}`)
    }
  }

  #readString(): string {
    const start = this.#at
    const text = this.#text
    let at = start + 1
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === QUOTE) {
        this.#at = at + 1
        return this.#bounded(start, text.slice(start + 1, at))
      }
      if (code === BACKSLASH) return this.#readEscapedString(start, at)
      if (code < 0x20) throw new JsonFault(at, 'a control character must be escaped inside a string')
    }
    throw new JsonFault(start, 'a string is not closed')
  }

  /** The rare case: copies piece by piece from the first backslash on. */
  #readEscapedString(start: number, firstEscape: number): string {
    const text = this.#text
    let value = text.slice(start + 1, firstEscape)
    let at = firstEscape
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (code === QUOTE) {
        this.#at = at + 1
        return this.#bounded(start, value)
      }
      if (code < 0x20) throw new JsonFault(at, 'a control character must be escaped inside a string')
      if (code !== BACKSLASH) {
        value += text[at]
        at += 1
        continue
      }
      const letter = text[at + 1] ?? ''
      const plain = ESCAPES[letter]
      if (plain !== undefined) {
        value += plain
        at += 2
        continue
      }
      const hex = text.slice(at + 2, at + 6)
      if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hex))
        throw new JsonFault(at, 'a string has a wrong escape')
      value += String.fromCharCode(Number.parseInt(hex, 16))
      at += 6
    }
    throw new JsonFault(start, 'a string is not closed')
  }

  #bounded(start: number, value: string): string {
    const tooLong =
      value.length > JSON_LIMITS.stringBytes ||
      (value.length * 3 > JSON_LIMITS.stringBytes &&
        new TextEncoder().encode(value).byteLength > JSON_LIMITS.stringBytes)
    if (tooLong) throw new JsonFault(start, 'a string is longer than 4096 bytes')
    return value
  }

  #readNumber(): number {
    const start = this.#at
    NUMBER.lastIndex = start
    const match = NUMBER.exec(this.#text)
    NUMBER_LIKE.lastIndex = start
    const whole = NUMBER_LIKE.exec(this.#text)?.[0] ?? ''
    if (match === null || match[0] !== whole)
      throw new JsonFault(start, 'a number is not written as JSON has it')
    if (whole.length > JSON_LIMITS.numberCharacters) {
      throw new JsonFault(start, 'a number is longer than 40 characters')
    }
    this.#at = start + whole.length
    return Number(whole)
  }

  #readWord(): boolean | null {
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.#at)) continue
      this.#at += word.length
      return value
    }
    throw this.#fault(`expected a value, got ${this.#here()}`)
  }

  #enter(): void {
    this.#depth += 1
    if (this.#depth > JSON_LIMITS.depth) throw this.#fault('the text nests deeper than 32')
    this.#at += 1
  }

  #leave<Value>(value: Value): Value {
    this.#depth -= 1
    return value
  }

  #take(code: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== code) return false
    this.#at += 1
    return true
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.#at += 1
    }
  }

  #here(): string {
    const point = this.#text.codePointAt(this.#at)
    if (point === undefined) return 'the end of the text'
    return point > 0x20 && point < 0x7f
      ? `"${String.fromCodePoint(point)}"`
      : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  }

  #fault(reason: string): JsonFault {
    return new JsonFault(this.#at, reason)
  }
}

const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Lines and columns count from 1; a column is one UTF-16 unit, as editors count. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: offset - lastBreak }
}
