import type { Command, HouseLevel } from '../exchange/commands.ts'
import type { CorporateTerms } from '../exchange/corporate/corporate-terms.ts'
import { PriceChange } from '../exchange/corporate/price-change.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { Side } from '../exchange/values/types.ts'
import {
  formatPrice,
  formatQuantity,
  nearestPrice,
  nearestQuantity,
  splitPrice,
  toLots,
  toTicks,
} from '../exchange/values/wire.ts'
import type { Entry, Note } from '../journal/records.ts'
import type { MarketSource } from '../market/market-source.ts'

/** A decimal as text; a number is taken where writing it out is exact, as in `190.25`. */
export type DecimalInput = string | number

/** Best prices that a script sets. A price of null empties its side. */
export interface ScriptedQuote {
  readonly bidPrice: DecimalInput | null
  readonly askPrice: DecimalInput | null
  /** @default 1000 lots */
  readonly bidQuantity?: DecimalInput
  /** @default 1000 lots */
  readonly askQuantity?: DecimalInput
}

export interface ScriptedTrade {
  readonly price: DecimalInput
  readonly quantity: DecimalInput
}

/** What a trade is in truth. */
export interface TradeCorrection {
  readonly price?: DecimalInput
  /** Less than it is now. */
  readonly quantity?: DecimalInput
  /** For people. @default 'corrected by the operator' */
  readonly reason?: string
}

const DEFAULT_REASON = 'corrected by the operator'

/** The account behind scripted quotes and prints. */
export const SCRIPT_HOUSE = 'script_house'
const DEFAULT_LOTS = 1000

/** Turns what a script says into commands, and remembers which levels it has set. */
export class ScriptedMarket implements MarketSource {
  readonly #view: ExchangeView
  readonly #note: Note
  readonly #levels = new Map<string, readonly HouseLevel[]>()

  constructor(view: ExchangeView, note: Note = () => {}) {
    this.#view = view
    this.#note = note
  }

  /** Symbols whose quotes a script sets. */
  get symbols(): readonly string[] {
    return [...this.#levels.keys()]
  }

  /** What makes it again. */
  *notes(): Generator<Entry> {
    for (const [symbol, levels] of this.#levels) yield ['scripted', { symbol, levels }]
  }

  recall([kind, value]: Entry): void {
    if (kind !== 'scripted') return
    const { symbol, levels } = value as { readonly symbol: string; readonly levels: readonly HouseLevel[] }
    this.#levels.set(symbol, levels)
  }

  /** It says nothing by itself. */
  nextDue(): undefined {}

  next(): readonly Command[] {
    return []
  }

  /** A split or dividend took effect: the levels stand elsewhere now. */
  adjust(symbol: string, terms: CorporateTerms): void {
    const levels = this.#levels.get(symbol)
    if (levels === undefined) return
    const change = new PriceChange(terms, this.#instrument(symbol))
    const moved = levels.map((level) => ({
      ...level,
      priceTicks: change.limit(level.side, level.priceTicks),
    }))
    this.#levels.set(symbol, moved)
    this.#note('scripted', { symbol, levels: moved })
  }

  openingCommands(): Command[] {
    return [
      {
        type: 'OpenAccount',
        accountId: SCRIPT_HOUSE,
        kind: 'liquidity',
        name: 'Scripted quotes',
        currency: 'USD',
      },
    ]
  }

  /** @throws Error when a value is wrong, saying which and what would be right. */
  quote(symbol: string, quote: ScriptedQuote): Command {
    const instrument = this.#instrument(symbol)
    if (typeof quote !== 'object' || quote === null) {
      throw new Error(`A quote is an object such as { bidPrice: '1.00', askPrice: '1.01' }, not ${quote}`)
    }
    const bid = readLeg(instrument, 'buy', quote.bidPrice, quote.bidQuantity)
    const ask = readLeg(instrument, 'sell', quote.askPrice, quote.askQuantity)
    if (bid && ask && bid.priceTicks >= ask.priceTicks) {
      throw new Error(`The bid of ${symbol} (${quote.bidPrice}) must be below its ask (${quote.askPrice})`)
    }
    const next = [bid, ask].filter((leg) => leg !== undefined)
    const withdrawn = (this.#levels.get(symbol) ?? [])
      .filter((old) => !next.some((leg) => leg.side === old.side && leg.priceTicks === old.priceTicks))
      .map((old) => ({ ...old, quantityLots: 0 }))
    this.#levels.set(symbol, next)
    this.#note('scripted', { symbol, levels: next })
    return { type: 'SetHouseLevels', accountId: SCRIPT_HOUSE, symbol, levels: [...withdrawn, ...next] }
  }

  /** @throws Error when a value is wrong, saying which and what would be right. */
  trade(symbol: string, trade: ScriptedTrade): Command {
    const instrument = this.#instrument(symbol)
    if (typeof trade !== 'object' || trade === null) {
      throw new Error(`A trade is an object such as { price: '1.00', quantity: '1' }, not ${trade}`)
    }
    const { price, quantity } = trade
    const split = splitPrice(instrument, writtenOut({ name: 'price', value: price }))
    if (!split || (split.priceTicks === 0 && split.subTick === 0)) {
      throw new Error(`The price of a trade in ${symbol} is a decimal above 0, not ${price}`)
    }
    atMost(PRICE, instrument, 'price', split.priceTicks)
    const quantityLots = read(QUANTITY, instrument, { name: 'quantity', value: quantity })
    return {
      type: 'PrintTrade',
      accountId: SCRIPT_HOUSE,
      symbol,
      ...split,
      quantityLots,
      fills: true,
      source: 'exchange',
    }
  }

  /** @throws Error when the id is none of a trade. */
  bust(id: string, reason: string): Command {
    return { type: 'BustTrade', tradeNumber: tradeNumberOf(id), reason }
  }

  /** @throws Error when a value is wrong, saying which and what would be right. */
  correct(id: string, correction: TradeCorrection): Command {
    const tradeNumber = tradeNumberOf(id)
    if (typeof correction !== 'object' || correction === null) {
      throw new Error(`A correction is an object such as { price: '1.00' }, not ${correction}`)
    }
    const { price, quantity, reason = DEFAULT_REASON } = correction
    const symbol = this.#view.trade(tradeNumber)?.symbol
    if (symbol === undefined) throw new Error(`There is no trade ${id}, or it is no longer remembered`)
    const instrument = this.#instrument(symbol)
    return {
      type: 'CorrectTrade',
      tradeNumber,
      reason,
      ...(price === undefined
        ? {}
        : { priceTicks: read(PRICE, instrument, { name: 'price', value: price }) }),
      ...(quantity === undefined
        ? {}
        : { quantityLots: read(QUANTITY, instrument, { name: 'quantity', value: quantity }) }),
    }
  }

  #instrument(symbol: string): Instrument {
    const instrument = this.#view.instrument(symbol)
    if (instrument) return instrument
    const listed = [...this.#view.instruments()].map((known) => known.symbol).join(', ')
    throw new Error(`There is no instrument ${symbol}; there are ${listed}`)
  }
}

function tradeNumberOf(id: string): number {
  const digits = /^trd_([0-9]{1,15})$/.exec(id)?.[1]
  if (digits === undefined) throw new Error(`A trade has an id such as trd_1, not ${id}`)
  return Number(digits)
}

function readLeg(
  instrument: Instrument,
  side: Side,
  price: DecimalInput | null,
  quantity: DecimalInput | undefined,
): HouseLevel | undefined {
  if (price === null) return undefined
  const name = side === 'buy' ? 'bid' : 'ask'
  const quantityLots =
    quantity === undefined
      ? DEFAULT_LOTS
      : read(QUANTITY, instrument, { name: `${name}Quantity`, value: quantity })
  return { side, priceTicks: read(PRICE, instrument, { name: `${name}Price`, value: price }), quantityLots }
}

/** How a field counts: its step, its bound and the text of a value. */
interface Measure {
  readonly steps: (instrument: Instrument) => string
  readonly parse: (instrument: Instrument, text: string) => number | undefined
  readonly nearest: (instrument: Instrument, text: string) => string | undefined
  readonly maximum: (instrument: Instrument) => number
  readonly format: (instrument: Instrument, value: number) => string
}

const PRICE: Measure = {
  steps: (instrument) => `ticks of ${instrument.tickSize}`,
  parse: toTicks,
  nearest: nearestPrice,
  maximum: (instrument) => instrument.maximumPriceTicks,
  format: formatPrice,
}

const QUANTITY: Measure = {
  steps: (instrument) => `lots of ${instrument.lotSize}`,
  parse: toLots,
  nearest: nearestQuantity,
  maximum: (instrument) => instrument.maximumQuantityLots,
  format: formatQuantity,
}

function read(measure: Measure, instrument: Instrument, field: Field): number {
  const text = writtenOut(field)
  const value = measure.parse(instrument, text)
  if (value !== undefined && value > 0) return atMost(measure, instrument, field.name, value)
  const nearest = measure.nearest(instrument, text)
  const hint = nearest === undefined ? '' : `; the nearest is ${nearest}`
  throw new Error(
    `${field.name} of ${instrument.symbol} counts in ${measure.steps(instrument)} above 0, not ${text}${hint}`,
  )
}

function atMost({ maximum, format }: Measure, instrument: Instrument, name: string, value: number): number {
  if (value <= maximum(instrument)) return value
  const [most, given] = [format(instrument, maximum(instrument)), format(instrument, value)]
  throw new Error(`${name} of ${instrument.symbol} is at most ${most}, not ${given}`)
}

interface Field {
  readonly name: string
  readonly value: DecimalInput
}

function writtenOut({ name, value }: Field): string {
  const text = String(value)
  if (typeof value === 'number' && (!Number.isFinite(value) || text.includes('e'))) {
    throw new Error(`${name} ${text} cannot be written out exactly; give a decimal string`)
  }
  return text
}
