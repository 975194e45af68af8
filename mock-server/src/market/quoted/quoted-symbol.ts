import type { Command, HouseLevel, SetHouseLevels } from '../../exchange/commands.ts'
import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { BookView } from '../../exchange/exchange.ts'
import type { Side, Ticks, Time } from '../../exchange/values/types.ts'
import { type CalmPreset, calmPreset, tradingOf } from '../calm/calm-presets.ts'
import type { MarketInstrument } from '../demo-instruments.ts'
import type { MarketView } from '../market-source.ts'
import { ahead, priceOf, SIDES } from '../sides.ts'
import { type AuctionLaw, FLOW_MAKER, isOpen, type SymbolSource } from '../symbol-source.ts'

/** Where the price is when. */
export interface PricePath {
  /** When it next says a price; infinite when it has said its last. */
  readonly due: Time
  /** The price before that, in ticks. */
  readonly ticks: number
  /** Moves on to `due`. */
  next(): void
  /** Nothing is said before `time`. */
  restUntil(time: Time): void
  /** A split or dividend took effect. A path without it says the prices that it always meant to say. */
  adjust?(change: PriceChange): void
}

const LEVELS = 5

/** Quotes of five levels a side around a given price, refilled with each of its moves, and no trades. */
export class QuotedSymbol implements SymbolSource {
  readonly symbol: string
  readonly #market: MarketInstrument
  readonly #path: PricePath
  #levels: readonly HouseLevel[] = []

  constructor(market: MarketInstrument, path: PricePath) {
    this.symbol = market.instrument.symbol
    this.#market = market
    this.#path = path
  }

  get due(): Time {
    return this.#path.due
  }

  get fairTicks(): number {
    return this.#path.ticks
  }

  /** As much as a calm book trades, at the price that is given. */
  get auctionLaw(): AuctionLaw {
    return { ...tradingOf(this.#preset), isDrawn: false }
  }

  get #preset(): CalmPreset {
    const { instrument, referenceTicks } = this.#market
    return calmPreset(instrument.assetClass, referenceTicks)
  }

  open(): readonly Command[] {
    return [this.#quote()]
  }

  next(view: MarketView): readonly Command[] {
    this.#path.next()
    if (!isOpen(view.status(this.symbol)) || !this.#hasMoved()) return []
    return [this.#quote()]
  }

  restUntil(time: Time): void {
    this.#path.restUntil(time)
  }

  /** Also where the price moved while nothing could be said. */
  repair(view: MarketView): readonly Command[] {
    return isOpen(view.status(this.symbol)) ? this.quote(view) : []
  }

  quote(view: MarketView): readonly Command[] {
    const book = view.listing(this.symbol)?.book
    return book !== undefined && (this.#isTaken(book) || this.#hasMoved()) ? [this.#quote()] : []
  }

  adjust(change: PriceChange): void {
    this.#path.adjust?.(change)
    this.#levels = this.#levels.map((level) => ({
      ...level,
      priceTicks: change.limit(level.side, level.priceTicks),
    }))
  }

  withdraw(): readonly Command[] {
    const levels = this.#levels.map((level) => ({ ...level, quantityLots: 0 }))
    this.#levels = []
    return levels.length === 0 ? [] : [this.#command(levels)]
  }

  /** Whether its best level of a side is gone: a price that stays would else be quoted at what customers left of the others. */
  #isTaken(book: BookView): boolean {
    for (const side of SIDES) {
      const shown = priceOf(book, side)
      const own = this.#levels.find((level) => level.side === side)
      if (shown === undefined || (own !== undefined && ahead(side, own.priceTicks, shown) > 0)) return true
    }
    return false
  }

  #hasMoved(): boolean {
    const [best] = this.#around(this.#path.ticks)
    return best?.priceTicks !== this.#levels[0]?.priceTicks
  }

  #quote(): SetHouseLevels {
    const next = this.#around(this.#path.ticks)
    const gone = this.#levels.filter(
      (old) => !next.some((level) => level.side === old.side && level.priceTicks === old.priceTicks),
    )
    this.#levels = next
    return this.#command([...gone.map((level) => ({ ...level, quantityLots: 0 })), ...next])
  }

  #around(ticks: number): HouseLevel[] {
    const preset = this.#preset
    const quantityLots = preset.roundLots * Math.ceil(preset.levelRounds / 2)
    const { minimumPriceTicks: lowest, maximumPriceTicks: highest } = this.#market.instrument
    // Wherever the price goes, both sides have a best.
    const bid = Math.round(
      Math.min(highest - preset.spreadTicks, Math.max(lowest, ticks - preset.spreadTicks / 2)),
    )
    const levels: HouseLevel[] = []
    const put = (side: Side, priceTicks: Ticks): void => {
      if (priceTicks >= lowest && priceTicks <= highest) levels.push({ side, priceTicks, quantityLots })
    }
    for (let level = 0; level < LEVELS; level += 1) {
      put('buy', bid - level * preset.levelTicks)
      put('sell', bid + preset.spreadTicks + level * preset.levelTicks)
    }
    return levels
  }

  #command(levels: readonly HouseLevel[]): SetHouseLevels {
    return { type: 'SetHouseLevels', accountId: FLOW_MAKER, symbol: this.symbol, levels }
  }
}
