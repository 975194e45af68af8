import type { Command, HouseLevel } from '../exchange/commands.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { Lots, Side, Ticks } from '../exchange/values/types.ts'
import {
  formatPrice,
  formatQuantity,
  nearestPrice,
  nearestQuantity,
  splitPrice,
  toLots,
  toTicks,
} from '../exchange/values/wire.ts'

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

/** The account behind scripted quotes and prints. */
export const SCRIPT_HOUSE = 'script_house'
const DEFAULT_LOTS = 1000

/** Turns what a script says into commands, and remembers which levels it has set. */
export class ScriptedMarket {
  readonly #view: ExchangeView
  readonly #levels = new Map<string, readonly HouseLevel[]>()

  constructor(view: ExchangeView) {
    this.#view = view
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
    return { type: 'SetHouseLevels', accountId: SCRIPT_HOUSE, symbol, levels: [...withdrawn, ...next] }
  }

  /** @throws Error when a value is wrong, saying which and what would be right. */
  trade(symbol: string, trade: ScriptedTrade): Command {
    const instrument = this.#instrument(symbol)
    if (typeof trade !== 'object' || trade === null) {
      throw new Error(`A trade is an object such as { price: '1.00', quantity: '1' }, not ${trade}`)
    }
    const { price, quantity } = trade
    const split = splitPrice(instrument, writtenOut('price', price))
    if (!split || (split.priceTicks === 0 && split.subTick === 0)) {
      throw new Error(`The price of a trade in ${symbol} is a decimal above 0, not ${price}`)
    }
    assertAtMost(instrument, 'price', split.priceTicks, instrument.maximumPriceTicks, formatPrice)
    const quantityLots = readLots(instrument, 'quantity', quantity)
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

  #instrument(symbol: string): Instrument {
    const instrument = this.#view.instrument(symbol)
    if (instrument) return instrument
    const listed = [...this.#view.instruments()].map((known) => known.symbol).join(', ')
    throw new Error(`There is no instrument ${symbol}; there are ${listed}`)
  }
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
    quantity === undefined ? DEFAULT_LOTS : readLots(instrument, `${name}Quantity`, quantity)
  return { side, priceTicks: readTicks(instrument, `${name}Price`, price), quantityLots }
}

function readTicks(instrument: Instrument, name: string, value: DecimalInput): Ticks {
  const text = writtenOut(name, value)
  const ticks = toTicks(instrument, text)
  if (ticks !== undefined && ticks > 0) {
    assertAtMost(instrument, name, ticks, instrument.maximumPriceTicks, formatPrice)
    return ticks
  }
  throw outOfStep(instrument, name, text, `ticks of ${instrument.tickSize}`, nearestPrice(instrument, text))
}

function readLots(instrument: Instrument, name: string, value: DecimalInput): Lots {
  const text = writtenOut(name, value)
  const lots = toLots(instrument, text)
  if (lots !== undefined && lots > 0) {
    assertAtMost(instrument, name, lots, instrument.maximumQuantityLots, formatQuantity)
    return lots
  }
  throw outOfStep(instrument, name, text, `lots of ${instrument.lotSize}`, nearestQuantity(instrument, text))
}

function assertAtMost(
  instrument: Instrument,
  name: string,
  value: number,
  maximum: number,
  format: (instrument: Instrument, value: number) => string,
): void {
  if (value <= maximum) return
  throw new Error(
    `${name} of ${instrument.symbol} is at most ${format(instrument, maximum)}, not ${format(instrument, value)}`,
  )
}

function outOfStep(
  { symbol }: Instrument,
  name: string,
  text: string,
  steps: string,
  nearest: string | undefined,
): Error {
  const hint = nearest === undefined ? '' : `; the nearest is ${nearest}`
  return new Error(`${name} of ${symbol} counts in ${steps} above 0, not ${text}${hint}`)
}

function writtenOut(name: string, value: DecimalInput): string {
  const text = String(value)
  if (typeof value === 'number' && (!Number.isFinite(value) || text.includes('e'))) {
    throw new Error(`${name} ${text} cannot be written out exactly; give a decimal string`)
  }
  return text
}
