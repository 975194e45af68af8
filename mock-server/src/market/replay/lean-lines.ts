import { newYorkToUtc } from '../../exchange/sessions/new-york.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { Leg, RecordedPrint, RecordedQuote } from './records.ts'
import { LineFault } from './replay-error.ts'
import { decodeTradeConditions } from './trade-conditions.ts'

/**
 * Lines of US equity tick files in the LEAN format: no header, milliseconds since New York's midnight, prices
 * in dollars times 10 000.
 * trade: ms, price, shares, exchange, condition (hexadecimal), suspicious (0 or 1)
 * quote: ms, bid, bid size, ask, ask size, exchange, condition, suspicious
 */

const PRICE_UNITS_PER_TICK = 100
/** Units of 1e-8 in one ten-thousandth of a dollar. */
const SUB_TICK_UNITS = 10_000
const MILLISECONDS_PER_DAY = 86_400_000
const NOT_A_LEG: Leg = { priceTicks: null, quantityLots: 0 }

/** One quote line: mostly one leg, whose other side is all zeros. */
export interface QuoteLine {
  readonly time: Time
  readonly bid: Leg | undefined
  readonly ask: Leg | undefined
}

/** @throws LineFault */
export function parseQuoteLine(line: string, day: number): QuoteLine {
  const fields = splitFields(line, 8)
  const time = parseMilliseconds(fields, day)
  const bid = whole(fields, 1, 'bid price')
  const bidSize = whole(fields, 2, 'bid size')
  const ask = whole(fields, 3, 'ask price')
  const askSize = whole(fields, 4, 'ask size')
  parseFlag(fields, 7)
  return {
    time,
    bid:
      bid === 0 ? undefined : { priceTicks: Math.floor(bid / PRICE_UNITS_PER_TICK), quantityLots: bidSize },
    ask:
      ask === 0 ? undefined : { priceTicks: -Math.floor(-ask / PRICE_UNITS_PER_TICK), quantityLots: askSize },
  }
}

/**
 * Joins lines to quotes: a bid leg and the ask leg after it in the same millisecond are one quote. A leg alone
 * updates its side only. A line of zeros is an empty side: the ask when it follows a bid leg of its
 * millisecond, else the bid.
 */
export class QuotePairs {
  #open: QuoteLine | undefined

  /** The quotes that are complete with this line; the line itself may wait for the next. */
  push(line: QuoteLine): RecordedQuote[] {
    const open = this.#open
    if (open !== undefined && open.time === line.time && line.bid === undefined) {
      this.#open = undefined
      return [{ kind: 'quote', time: line.time, bid: open.bid ?? NOT_A_LEG, ask: line.ask ?? NOT_A_LEG }]
    }
    const done = this.end()
    if (line.ask === undefined) {
      this.#open = line
      return done
    }
    const { time, bid, ask } = line
    done.push({ kind: 'quote', time, ...(bid === undefined ? {} : { bid }), ask })
    return done
  }

  /** The bid leg that waits for its ask leg, alone. */
  end(): RecordedQuote[] {
    const open = this.#open
    this.#open = undefined
    return open === undefined ? [] : [{ kind: 'quote', time: open.time, bid: open.bid ?? NOT_A_LEG }]
  }
}

/** Undefined for a print without size, which some venues send with their official prices. @throws LineFault */
export function parseTradeLine(line: string, day: number): RecordedPrint | undefined {
  const fields = splitFields(line, 6)
  const time = parseMilliseconds(fields, day)
  const price = whole(fields, 1, 'price')
  if (price === 0) throw new LineFault(columnOf(fields, 1), 'price 0 is not a price')
  const quantityLots = whole(fields, 2, 'size')
  const conditions = decodeTradeConditions(fields[4] ?? '')
  if (conditions === undefined) {
    throw new LineFault(columnOf(fields, 4), `condition "${fields[4]}" is not a hexadecimal number`)
  }
  const suspicious = parseFlag(fields, 5)
  if (quantityLots === 0) return undefined
  const priceTicks = Math.floor(price / PRICE_UNITS_PER_TICK)
  const names = suspicious ? [...(conditions.names ?? []), 'suspicious'] : conditions.names
  return {
    kind: 'print',
    time,
    priceTicks,
    subTick: (price - priceTicks * PRICE_UNITS_PER_TICK) * SUB_TICK_UNITS,
    quantityLots,
    fills: conditions.fills && !suspicious,
    ...(names === undefined ? {} : { conditions: names }),
  }
}

function splitFields(line: string, count: number): string[] {
  const fields = line.split(',')
  if (fields.length !== count) {
    const reason = `the line has ${fields.length} fields instead of ${count}`
    throw new LineFault(fields.length < count ? line.length + 1 : columnOf(fields, count), reason)
  }
  return fields
}

function parseMilliseconds(fields: readonly string[], day: number): Time {
  const milliseconds = whole(fields, 0, 'time')
  if (milliseconds >= MILLISECONDS_PER_DAY) {
    throw new LineFault(1, `time ${milliseconds} is beyond the day's 86400000 milliseconds`)
  }
  return newYorkToUtc(day, milliseconds * 1_000)
}

/** A whole number, written with or without a zero fraction. */
function whole(fields: readonly string[], index: number, what: string): number {
  const text = fields[index] ?? ''
  if (/^\d{1,15}(\.0*)?$/.test(text)) return Number.parseInt(text, 10)
  throw new LineFault(columnOf(fields, index), `${what} "${text}" is not a whole number`)
}

function parseFlag(fields: readonly string[], index: number): boolean {
  const text = fields[index] ?? ''
  if (text === '0' || text === '1') return text === '1'
  throw new LineFault(columnOf(fields, index), `suspicious flag "${text}" is neither 0 nor 1`)
}

function columnOf(fields: readonly string[], index: number): number {
  return fields.slice(0, index).join(',').length + (index === 0 ? 1 : 2)
}
