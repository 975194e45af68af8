/**
 * As much of Structured Field Values (RFC 9651) as signatures are written in: dictionaries of byte sequences, and
 * of inner lists of strings, with parameters. Not read: decimals, dates, display strings, numbers as members.
 */

export type BareItem =
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'string' | 'token'; readonly value: string }
  /** Padded base64. */
  | { readonly kind: 'bytes'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }

export type Parameters = ReadonlyMap<string, BareItem>

export interface Item {
  readonly item: BareItem
  readonly parameters: Parameters
}

export interface InnerList {
  readonly items: readonly Item[]
  readonly parameters: Parameters
}

export type Dictionary = ReadonlyMap<string, Item | InnerList>

/** Undefined when the text is no dictionary of that kind. A key that comes twice counts as it is written last. */
export function parseDictionary(text: string): Dictionary | undefined {
  const reader = new Reader(text)
  const members = new Map<string, Item | InnerList>()
  reader.skipSpaces()
  while (!reader.atEnd) {
    const key = reader.take(KEY)
    if (key === undefined) return undefined
    const member = reader.has('=') ? readMember(reader) : readFlag(reader)
    if (member === undefined) return undefined
    members.delete(key)
    members.set(key, member)
    reader.skipOptionalSpaces()
    if (reader.atEnd) return members
    if (!reader.has(',')) return undefined
    reader.skipOptionalSpaces()
    if (reader.atEnd) return undefined
  }
  return members
}

export function serializeInnerList({ items, parameters }: InnerList): string {
  return `(${serializeItems(items).join(' ')})${serializeParameters(parameters)}`
}

/** Each item as it is written; of a list that is known already, from memory. */
export function serializeItems(items: readonly Item[]): readonly string[] {
  const known = written.get(items)
  if (known !== undefined) return known
  const texts = items.map(serializeItem)
  written.set(items, texts)
  return texts
}

const written = new WeakMap<readonly Item[], readonly string[]>()

export function serializeItem({ item, parameters }: Item): string {
  return serializeBareItem(item) + serializeParameters(parameters)
}

/** A string as it stands between its quotes; only visible ASCII and spaces can be written. */
export function serializeString(value: string): string {
  return /[\\"]/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : `"${value}"`
}

const SPACE = 0x20
const TAB = 0x09
const QUOTE = 0x22
const COLON = 0x3a
const QUESTION_MARK = 0x3f
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39
const KEY = /[a-z*][a-z0-9_.*-]*/y
const INTEGER = /-?\d{1,15}(?![\d.])/y
const STRING = /"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\\"])*"/y
const TOKEN = /[A-Za-z*][A-Za-z0-9!#$%&'*+\-.^_`|~:/]*/y
const BYTES = /:(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?:/y
const BOOLEAN = /\?[01]/y

const NO_PARAMETERS: Parameters = new Map()

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get position(): number {
    return this.#at
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length
  }

  has(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  /** The next character; NaN at the end. */
  get next(): number {
    return this.#text.charCodeAt(this.#at)
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    if (!pattern.test(this.#text)) return undefined
    const start = this.#at
    this.#at = pattern.lastIndex
    return this.#text.slice(start, this.#at)
  }

  /** What stands before the next such character; empty when that is not near. */
  before(character: string): string {
    const end = this.#text.indexOf(character, this.#at)
    return end === -1 || end - this.#at > LONGEST_LIST ? '' : this.#text.slice(this.#at, end)
  }

  pass(length: number): void {
    this.#at += length
  }

  skipSpaces(): void {
    while (this.next === SPACE) this.#at += 1
  }

  skipOptionalSpaces(): void {
    while (this.next === SPACE || this.next === TAB) this.#at += 1
  }
}

function readMember(reader: Reader): Item | InnerList | undefined {
  return reader.has('(') ? readInnerList(reader) : readItem(reader)
}

function readFlag(reader: Reader): Item | undefined {
  const parameters = readParameters(reader)
  return parameters && { item: { kind: 'boolean', value: true }, parameters }
}

function readInnerList(reader: Reader): InnerList | undefined {
  const text = reader.before(')')
  const known = knownLists.get(text)
  if (known !== undefined) reader.pass(text.length + 1)
  const end = reader.position + text.length + 1
  const items = known ?? readItems(reader)
  if (items === undefined) return undefined
  // A parenthesis inside of a string ends another text than the list.
  const isWhole = known === undefined && text !== '' && reader.position === end
  if (isWhole && knownLists.size < MOST_LISTS) knownLists.set(text, items)
  const parameters = readParameters(reader)
  return parameters && { items, parameters }
}

/**
 * What was read between parentheses, by its text: a client covers the same components in every request. Bounded,
 * because anybody may send other ones.
 */
const knownLists = new Map<string, readonly Item[]>()
const MOST_LISTS = 256
const LONGEST_LIST = 512

function readItems(reader: Reader): Item[] | undefined {
  const items: Item[] = []
  for (;;) {
    reader.skipSpaces()
    if (reader.has(')')) return items
    const item = readItem(reader)
    if (item === undefined) return undefined
    items.push(item)
    if (reader.has(')')) return items
    if (!reader.has(' ')) return undefined
  }
}

function readItem(reader: Reader): Item | undefined {
  const item = readBareItem(reader)
  const parameters = item && readParameters(reader)
  return item && parameters && { item, parameters }
}

function readParameters(reader: Reader): Parameters | undefined {
  let parameters: Map<string, BareItem> | undefined
  while (reader.has(';')) {
    reader.skipSpaces()
    const key = reader.take(KEY)
    const value: BareItem | undefined = reader.has('=')
      ? readBareItem(reader)
      : { kind: 'boolean', value: true }
    if (key === undefined || value === undefined) return undefined
    parameters ??= new Map()
    parameters.delete(key)
    parameters.set(key, value)
  }
  return parameters ?? NO_PARAMETERS
}

/** The first character tells the kind. */
function readBareItem(reader: Reader): BareItem | undefined {
  const { next } = reader
  if (next === QUOTE) return textItem('string', unescaped(reader.take(STRING)))
  if (next === COLON) return textItem('bytes', reader.take(BYTES)?.slice(1, -1))
  if (next === MINUS || (next >= ZERO && next <= NINE)) {
    const value = reader.take(INTEGER)
    return value === undefined ? undefined : { kind: 'integer', value: Number(value) }
  }
  if (next !== QUESTION_MARK) return textItem('token', reader.take(TOKEN))
  const value = reader.take(BOOLEAN)
  return value === undefined ? undefined : { kind: 'boolean', value: value === '?1' }
}

function textItem(kind: 'string' | 'bytes' | 'token', value: string | undefined): BareItem | undefined {
  return value === undefined ? undefined : { kind, value }
}

function unescaped(quoted: string | undefined): string | undefined {
  const text = quoted?.slice(1, -1)
  return text?.includes('\\') ? text.replace(/\\([\\"])/g, '$1') : text
}

function serializeParameters(parameters: Parameters): string {
  let text = ''
  for (const [key, value] of parameters) {
    const isTrue = value.kind === 'boolean' && value.value
    text += isTrue ? `;${key}` : `;${key}=${serializeBareItem(value)}`
  }
  return text
}

function serializeBareItem(item: BareItem): string {
  switch (item.kind) {
    case 'string':
      return serializeString(item.value)
    case 'bytes':
      return `:${item.value}:`
    case 'boolean':
      return item.value ? '?1' : '?0'
    default:
      // An integer of -0 is written as 0.
      return String(item.value)
  }
}
