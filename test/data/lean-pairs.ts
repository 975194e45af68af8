import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** A quote as the wire writes it; a side is null when nobody quotes it. */
export interface ExpectedQuote {
  readonly bidPrice: string | null
  readonly bidQuantity: string | null
  readonly askPrice: string | null
  readonly askQuantity: string | null
}

interface Leg {
  readonly price: number
  readonly quantity: number
  /** Which line last changed it. */
  readonly line: number
}

/**
 * What the stream has to show of a quote file: one quote for every leg pair in which a price or a size changed,
 * with the older leg withdrawn where the pair is locked or crossed. Read from the bare bytes, sharing nothing
 * with the server that is being checked.
 */
export function expectedQuotes(zipPath: string, firstMs: number, endMs: number): ExpectedQuote[] {
  let bid: Leg = { price: 0, quantity: 0, line: -1 }
  let ask: Leg = { price: 0, quantity: 0, line: -1 }
  let before = ''
  const quotes: ExpectedQuote[] = []
  for (const pair of pairsOf(unzip(zipPath))) {
    if (pair.ms >= endMs) break
    if (pair.bid) bid = changed(bid, pair.bid, pair.line)
    if (pair.ask) ask = changed(ask, pair.ask, pair.line + 1)
    const text = `${bid.price} ${bid.quantity} ${ask.price} ${ask.quantity}`
    if (pair.ms >= firstMs && text !== before) quotes.push(shown(bid, ask))
    before = text
  }
  return quotes
}

interface Pair {
  readonly ms: number
  readonly line: number
  readonly bid?: readonly [number, number]
  readonly ask?: readonly [number, number]
}

function* pairsOf(text: string): Generator<Pair> {
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(',').map(Number))
  for (let index = 0; index < lines.length; index += 1) {
    const [ms = 0, bid = 0, bidSize = 0, ask = 0, askSize = 0] = lines[index] ?? []
    const next = lines[index + 1] ?? []
    if (ask !== 0) yield { ms, line: index, ask: [ask, askSize] }
    else if (next[0] === ms && next[3] !== 0) {
      yield { ms, line: index, bid: [bid, bidSize], ask: [next[3] ?? 0, next[4] ?? 0] }
      index += 1
    } else yield { ms, line: index, bid: [bid, bidSize] }
  }
}

function changed(leg: Leg, [price, quantity]: readonly [number, number], line: number): Leg {
  return leg.price === price && leg.quantity === quantity ? leg : { price, quantity, line }
}

function shown(bid: Leg, ask: Leg): ExpectedQuote {
  const meet = bid.price > 0 && ask.price > 0 && bid.price >= ask.price
  const showBid = bid.price > 0 && !(meet && bid.line < ask.line)
  const showAsk = ask.price > 0 && !(meet && ask.line < bid.line)
  return {
    bidPrice: showBid ? dollars(bid.price) : null,
    bidQuantity: showBid ? String(bid.quantity) : null,
    askPrice: showAsk ? dollars(ask.price) : null,
    askQuantity: showAsk ? String(ask.quantity) : null,
  }
}

/** Ten-thousandths of a dollar, all of them whole cents here. */
function dollars(price: number): string {
  return `${Math.floor(price / 10_000)}.${String((price % 10_000) / 100).padStart(2, '0')}`
}

/** The one deflated entry of a zip file. */
function unzip(path: string): string {
  const bytes = readFileSync(path)
  const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28)
  return inflateRawSync(bytes.subarray(start)).toString('latin1')
}
