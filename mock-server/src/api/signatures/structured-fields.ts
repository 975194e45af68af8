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
  reader.skip(SPACES)
  while (!reader.atEnd) {
    const key = reader.take(KEY)
    if (key === undefined) return undefined
    const member = reader.has('=') ? readMember(reader) : readFlag(reader)
    if (member === undefined) return undefined
    members.delete(key)
    members.set(key, member)
    reader.skip(OPTIONAL_SPACES)
    if (reader.atEnd) return members
    if (!reader.has(',')) return undefined
    reader.skip(OPTIONAL_SPACES)
    if (reader.atEnd) return undefined
  }
  return members
}

export function serializeInnerList({ items, parameters }: InnerList): string {
  return `(${items.map(serializeItem).join(' ')})${serializeParameters(parameters)}`
}

export function serializeItem({ item, parameters }: Item): string {
  return serializeBareItem(item) + serializeParameters(parameters)
}

/** A string as it stands between its quotes; only visible ASCII and spaces can be written. */
export function serializeString(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`
}

const SPACES = / */y
const OPTIONAL_SPACES = /[ \t]*/y
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

  get atEnd(): boolean {
    return this.#at === this.#text.length
  }

  has(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  skip(pattern: RegExp): void {
    this.take(pattern)
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
  const items: Item[] = []
  for (;;) {
    reader.skip(SPACES)
    if (reader.has(')')) break
    const item = readItem(reader)
    if (item === undefined) return undefined
    items.push(item)
    if (reader.has(')')) break
    if (!reader.has(' ')) return undefined
  }
  const parameters = readParameters(reader)
  return parameters && { items, parameters }
}

function readItem(reader: Reader): Item | undefined {
  const item = readBareItem(reader)
  const parameters = item && readParameters(reader)
  return item && parameters && { item, parameters }
}

function readParameters(reader: Reader): Parameters | undefined {
  let parameters: Map<string, BareItem> | undefined
  while (reader.has(';')) {
    reader.skip(SPACES)
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

function readBareItem(reader: Reader): BareItem | undefined {
  const integer = reader.take(INTEGER)
  if (integer !== undefined) return { kind: 'integer', value: Number(integer) }
  const string = reader.take(STRING)
  if (string !== undefined) return { kind: 'string', value: string.slice(1, -1).replace(/\\([\\"])/g, '$1') }
  const bytes = reader.take(BYTES)
  if (bytes !== undefined) return { kind: 'bytes', value: bytes.slice(1, -1) }
  const boolean = reader.take(BOOLEAN)
  if (boolean !== undefined) return { kind: 'boolean', value: boolean === '?1' }
  const token = reader.take(TOKEN)
  return token === undefined ? undefined : { kind: 'token', value: token }
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
