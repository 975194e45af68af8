import type { Command, HouseLevel } from '../exchange/commands.ts'
import type { CorporateTerms } from '../exchange/corporate/corporate-terms.ts'
import { PriceChange } from '../exchange/corporate/price-change.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import { limitOf } from '../exchange/orders/order.ts'
import type { Entry } from '../journal/records.ts'
import type { MarketInstrument } from '../market/demo-instruments.ts'
import type { MarketSource } from '../market/market-source.ts'
import { SCRIPT_HOUSE } from './scripted-market.ts'

/**
 * A market that goes on after a restart: its chance begins anew, at the prices at which it stopped. What it had in
 * the book is withdrawn first, so that it does not meet its own leftovers. Meanwhile the smallest order holds the
 * place of each best price, so that no stop takes an emptied book for a price.
 */
export interface Reopening {
  /** The market's instruments, each at the price at which it stopped. */
  readonly markets: readonly MarketInstrument[]
  /** To be executed before the market posts its first orders ... */
  readonly before: readonly Command[]
  /** ... and after. A split may have moved meanwhile what was put there before. */
  after(view: ExchangeView): readonly Command[]
}

/**
 * @param scripted symbols whose market ended, because a script sets their quotes
 * @param prices where a market stopped whose book is empty now
 */
export function planReopening(
  view: ExchangeView,
  markets: readonly MarketInstrument[],
  scripted: readonly string[],
  prices: LastPrices,
): Reopening {
  const open = markets.filter(({ instrument }) => !scripted.includes(instrument.symbol))
  const places = open.map((market) => ({ market, levels: bestOf(view, market) }))
  const held = places.map(({ market, levels }): Command => {
    const { symbol, minimumQuantityLots: quantityLots } = market.instrument
    return setLevels(
      symbol,
      levels.map((level) => ({ ...level, quantityLots })),
    )
  })
  const makers = [...view.accounts()].filter(
    ({ kind, accountId }) => kind === 'liquidity' && accountId !== SCRIPT_HOUSE,
  )
  return {
    markets: open.map((market) => ({ ...market, referenceTicks: prices.of(market) })),
    before: [...held, ...makers.map(({ accountId }): Command => ({ type: 'CancelAllOrders', accountId }))],
    after: (now) => places.map(({ market, levels }) => release(now, market.instrument.symbol, levels)),
  }
}

function setLevels(symbol: string, levels: readonly HouseLevel[]): Command {
  return { type: 'SetHouseLevels', accountId: SCRIPT_HOUSE, symbol, levels }
}

/**
 * Withdraws the places it held and whatever else the house has there: no script sets these quotes. A place that
 * would have traded while nothing may is not in the book, and must not get there later.
 */
function release(view: ExchangeView, symbol: string, held: readonly Place[]): Command {
  const places = [...held]
  for (const { terms } of view.openOrders(SCRIPT_HOUSE)) {
    const priceTicks = terms.symbol === symbol ? limitOf(terms) : undefined
    if (priceTicks !== undefined) places.push({ side: terms.side, priceTicks })
  }
  return setLevels(
    symbol,
    places.map((place) => ({ ...place, quantityLots: 0 })),
  )
}

type Place = Omit<HouseLevel, 'quantityLots'>

function bestOf(view: ExchangeView, { instrument }: MarketInstrument): readonly Place[] {
  const { bidTicks = null, askTicks = null } = view.best(instrument.symbol) ?? {}
  return [
    ...(bidTicks === null ? [] : [{ side: 'buy' as const, priceTicks: bidTicks }]),
    ...(askTicks === null ? [] : [{ side: 'sell' as const, priceTicks: askTicks }]),
  ]
}

/** Where markets stopped: a market that rests outside its hours may have nothing in the book when it is asked. */
export class LastPrices implements MarketSource {
  readonly #view: ExchangeView
  readonly #ticks = new Map<string, number>()

  constructor(view: ExchangeView) {
    this.#view = view
  }

  /** It says nothing by itself. */
  nextDue(): undefined {}

  next(): readonly Command[] {
    return []
  }

  /** The middle of the best prices where there are both, else the last one, else what the market began with. */
  of({ instrument, referenceTicks }: MarketInstrument): number {
    const { bidTicks = null, askTicks = null } = this.#view.best(instrument.symbol) ?? {}
    if (bidTicks !== null && askTicks !== null) {
      this.#ticks.set(instrument.symbol, Math.floor((bidTicks + askTicks) / 2))
    }
    return this.#ticks.get(instrument.symbol) ?? referenceTicks
  }

  *notes(markets: readonly MarketInstrument[]): Generator<Entry> {
    for (const market of markets) yield ['lastPrice', [market.instrument.symbol, this.of(market)]]
  }

  recall([kind, value]: Entry): void {
    if (kind !== 'lastPrice') return
    const [symbol, ticks] = value as readonly [string, number]
    this.#ticks.set(symbol, ticks)
  }

  adjust(symbol: string, terms: CorporateTerms): void {
    const [ticks, instrument] = [this.#ticks.get(symbol), this.#view.instrument(symbol)]
    if (ticks === undefined || instrument === undefined) return
    this.#ticks.set(symbol, Math.max(1, new PriceChange(terms, instrument).nearest(ticks)))
  }
}
