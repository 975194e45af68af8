import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { parseDecimal } from '../../exchange/values/decimal.ts'
import type { Time } from '../../exchange/values/types.ts'
import { scaleOf } from '../../exchange/values/wire.ts'
import type { FlatLevels, RecordedItem } from './records.ts'
import { LineFault } from './replay-error.ts'

/**
 * Lines of recorded Binance streams: receipt time in nanoseconds, a space, the JSON as received. World time is
 * the receipt time, cut to micros: it is the one clock that every line has (spot best-price messages and
 * snapshots carry no other) and it never goes back.
 */

/** Converts the decimal strings of one instrument to its ticks and lots, with little work for each. */
export class StepParser {
  readonly #tickUnits: number
  readonly #lotUnits: number

  constructor(instrument: Instrument) {
    const { tick, lot } = scaleOf(instrument)
    this.#tickUnits = Number(tick.units)
    this.#lotUnits = Number(lot.units)
  }

  ticks(text: string, what: string): number {
    const units = unitsOf(text, what)
    const count = Math.round(units / this.#tickUnits)
    if (count * this.#tickUnits !== units) throw new RangeError(`${what} "${text}" is between two ticks`)
    return count
  }

  /** Whole lots, finer dust cut; what is not zero is at least one lot, because it is there. */
  lots(text: string, what: string): number {
    const units = unitsOf(text, what)
    return units === 0 ? 0 : Math.max(1, Math.floor(units / this.#lotUnits))
  }

  /** Whole ticks below a price, and the rest in units of 1e-8. */
  split(text: string): { priceTicks: number; subTick: number } {
    const units = unitsOf(text, 'price')
    const priceTicks = Math.floor(units / this.#tickUnits)
    return { priceTicks, subTick: units - priceTicks * this.#tickUnits }
  }
}

type Json = { readonly [name: string]: unknown }

/** Undefined for messages that say nothing of book or trades. @throws LineFault */
export function parseBinanceLine(line: string, parser: StepParser): RecordedItem | undefined {
  const space = line.indexOf(' ')
  const stamp = line.slice(0, Math.max(0, space))
  if (!/^\d{16,19}$/.test(stamp)) throw new LineFault(1, `"${stamp}" is not a time in nanoseconds`)
  const time = Number(stamp.slice(0, -3))
  const column = space + 2
  try {
    const message = object(JSON.parse(line.slice(space + 1)), 'message')
    return parseMessage(message, time, parser)
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new LineFault(column, 'not valid JSON')
    if (cause instanceof RangeError) throw new LineFault(column, cause.message)
    throw cause
  }
}

function parseMessage(message: Json, time: Time, parser: StepParser): RecordedItem | undefined {
  if (message.lastUpdateId !== undefined) {
    return {
      kind: 'snapshot',
      time,
      lastId: id(message, 'lastUpdateId'),
      bids: levels(message.bids, 'bids', parser),
      asks: levels(message.asks, 'asks', parser),
    }
  }
  if (message.data === undefined) return undefined
  const data = object(message.data, 'data')
  if (data.e === 'depthUpdate') return parseDepth(data, time, parser)
  if (data.e === 'trade') return parseTrade(data, time, parser)
  if (data.e === 'bookTicker' || String(message.stream).endsWith('@bookTicker')) {
    return parseTicker(data, time, parser)
  }
  return undefined
}

function parseDepth(data: Json, time: Time, parser: StepParser): RecordedItem {
  return {
    kind: 'depth',
    time,
    firstId: id(data, 'U'),
    lastId: id(data, 'u'),
    ...(data.pu === undefined ? {} : { previousId: id(data, 'pu') }),
    bids: levels(data.b, 'b', parser),
    asks: levels(data.a, 'a', parser),
  }
}

function parseTicker(data: Json, time: Time, parser: StepParser): RecordedItem {
  return {
    kind: 'ticker',
    time,
    id: id(data, 'u'),
    bidTicks: parser.ticks(text(data, 'b'), 'best bid'),
    bidLots: parser.lots(text(data, 'B'), 'best bid quantity'),
    askTicks: parser.ticks(text(data, 'a'), 'best ask'),
    askLots: parser.lots(text(data, 'A'), 'best ask quantity'),
  }
}

/** Futures trades say how they came about: insurance fund and liquidation trades (X) fill nobody. */
function parseTrade(data: Json, time: Time, parser: StepParser): RecordedItem {
  const special = data.X !== undefined && data.X !== 'MARKET'
  return {
    kind: 'print',
    time,
    ...parser.split(text(data, 'p')),
    quantityLots: parser.lots(text(data, 'q'), 'quantity'),
    fills: !special,
    ...(special ? { conditions: [String(data.X)] } : {}),
  }
}

function levels(value: unknown, name: string, parser: StepParser): FlatLevels {
  if (!Array.isArray(value)) throw new RangeError(`"${name}" is not a list of levels`)
  const flat: number[] = []
  for (const level of value) {
    if (!Array.isArray(level)) throw new RangeError(`"${name}" holds something else than levels`)
    flat.push(parser.ticks(String(level[0]), 'price'), parser.lots(String(level[1]), 'quantity'))
  }
  return flat
}

function object(value: unknown, what: string): Json {
  if (typeof value !== 'object' || value === null) throw new RangeError(`the ${what} is not an object`)
  return value as Json
}

function text(data: Json, name: string): string {
  const value = data[name]
  if (typeof value !== 'string') throw new RangeError(`"${name}" is missing or not a string`)
  return value
}

function id(data: Json, name: string): number {
  const value = data[name]
  if (!Number.isSafeInteger(value)) throw new RangeError(`"${name}" is missing or not a whole number`)
  return value as number
}

/** Units of 1e-8 as a number: exact, because prices and quantities of a recording stay in the safe range. */
function unitsOf(decimal: string, what: string): number {
  const point = decimal.indexOf('.')
  // The recordings write eight decimals or few: this path spares a bigint for each of a million numbers.
  if (point > 0 && decimal.length - point <= 9 && decimal.length <= 16 && /^\d+\.\d+$/.test(decimal)) {
    const digits = decimal.slice(0, point) + decimal.slice(point + 1).padEnd(8, '0')
    const units = Number(digits)
    if (Number.isSafeInteger(units)) return units
  }
  const units = parseDecimal(decimal)
  if (units === undefined || units < 0n) throw new RangeError(`${what} "${decimal}" is not a decimal`)
  const number = Number(units)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${what} "${decimal}" is too large`)
  return number
}
