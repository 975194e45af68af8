/**
 * How values are written down as JSON and read again. A bigint is the text `#12`, a thing that others point at
 * is its name, such as `#o7`; a text or a field's name that begins with `#` gets another one before it.
 *
 * Plain objects come back with the same fields in the same order, those that are `#undefined` among them: a copy
 * that gives such a field a value would otherwise have it in another place, and be written otherwise.
 */
export type Kept =
  | null
  | boolean
  | number
  | string
  | readonly Kept[]
  | { readonly [field: string]: Kept | undefined }

export type KeptFields = { readonly [field: string]: Kept | undefined }

const MARK = '#'
const UNDEFINED = 'undefined'

/** What the general rules do not cover; undefined where they do. */
export type WriteSpecial = (value: object, path: string) => Kept | undefined

/** @throws Error for what is neither plain data nor special, with the path to it */
export function writeValue(value: unknown, path: string, special: WriteSpecial = noSpecial): Kept {
  if (isWritten(value)) return value
  switch (typeof value) {
    case 'string':
      return MARK + value
    case 'bigint':
      return MARK + String(value)
    case 'number':
      if (!Number.isNaN(value)) return MARK + String(value)
      break
    case 'undefined':
      return MARK + UNDEFINED
    case 'object':
      if (value !== null) return writeObject(value, path, special)
  }
  throw new Error(`${path} is ${typeof value === 'number' ? 'NaN' : `a ${typeof value}`}: it cannot be kept`)
}

function writeObject(value: object, path: string, special: WriteSpecial): Kept {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      isWritten(item) ? item : writeValue(item, `${path}/${index}`, special),
    )
  }
  if (value instanceof Map) return { [MARK]: 'Map', of: writeValue([...value], path, special) }
  if (value instanceof Set) return { [MARK]: 'Set', of: writeValue([...value], path, special) }
  const prototype: object | null = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return writeEntries(value, path, special)
  const written = special(value, path)
  if (written !== undefined) return written
  throw new Error(`${path} is a ${value.constructor.name}: give it a row in exchange/snapshot/rooms.ts`)
}

function writeEntries(of: object, path: string, special: WriteSpecial): KeptFields {
  const fields: Record<string, Kept> = {}
  for (const [name, value] of Object.entries(of)) {
    const field = name.startsWith(MARK) ? MARK + name : name
    fields[field] = isWritten(value) ? value : writeValue(value, `${path}/${name}`, special)
  }
  return fields
}

/** Of an instance of a class, whose own say which fields there are: those that are not undefined. */
export function writeFields(
  of: object,
  path: string,
  special: WriteSpecial,
  except: readonly string[],
): KeptFields {
  const fields: Record<string, Kept> = {}
  for (const [name, value] of Object.entries(of)) {
    if (value === undefined || except.includes(name)) continue
    fields[name] = isWritten(value) ? value : writeValue(value, `${path}/${name}`, special)
  }
  return fields
}

/** Whether it is written as it is: most values, for which no path has to be put together. */
function isWritten(value: unknown): value is Kept {
  if (typeof value === 'string') return !value.startsWith(MARK)
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'boolean' || value === null
}

function noSpecial(): undefined {
  return undefined
}

export interface ReadSpecial {
  /** What a name such as `#o7` points at. */
  named(name: string): unknown
  /** What is made from the fields of a class. */
  made(className: string, from: unknown): unknown
}

export function readValue(kept: Kept | undefined, special: ReadSpecial = NOTHING_SPECIAL): unknown {
  if (typeof kept === 'string') return kept.startsWith(MARK) ? readMarked(kept.slice(1), special) : kept
  if (typeof kept !== 'object' || kept === null) return kept
  if (isList(kept)) return kept.map((item) => readValue(item, special))
  if (!Object.hasOwn(kept, MARK)) return readFields(kept, special)
  const from = readValue(kept.of, special)
  if (kept[MARK] === 'Map') return new Map(from as Iterable<[unknown, unknown]>)
  if (kept[MARK] === 'Set') return new Set(from as Iterable<unknown>)
  return special.made(String(kept[MARK]), from)
}

function readFields(kept: KeptFields, special: ReadSpecial): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(kept)) {
    fields[name.startsWith(MARK) ? name.slice(1) : name] = readValue(value, special)
  }
  return fields
}

function readMarked(text: string, special: ReadSpecial): unknown {
  if (text.startsWith(MARK)) return text
  if (/^-?\d+$/.test(text)) return BigInt(text)
  if (/^-?Infinity$/.test(text)) return Number(text)
  if (text === UNDEFINED) return undefined
  return special.named(text)
}

const NOTHING_SPECIAL: ReadSpecial = {
  named: (name) => {
    throw new Error(`Nothing is named ${MARK}${name}`)
  },
  made: (className) => {
    throw new Error(`A ${className} cannot be read here`)
  },
}

function isList(kept: Kept): kept is readonly Kept[] {
  return Array.isArray(kept)
}
