import type { Command, HouseLevel, MarketCondition } from '../../exchange/commands.ts'
import type { Lots, Side, Ticks } from '../../exchange/values/types.ts'
import { levelsCommand, printCommand, type RecordedMarket } from './recorded-market.ts'
import type { Leg, RecordedItem, RecordedQuote } from './records.ts'

interface LegState {
  readonly side: Side
  priceTicks: Ticks | null
  quantityLots: Lots
  /** Number of the quote that last changed price or size. */
  changedBy: number
  /** What the exchange was told, which is nothing while the leg is withdrawn. */
  shownTicks: Ticks | null
  shownLots: Lots
}

/**
 * The house of a recorded best quote: one order a side. Only legs whose price or size changed are told, so
 * that what customers took of the other stays taken. Of a locked or crossed quote only the leg that changed
 * last is shown; the older one (the bid when both changed in one quote: it comes first in the file) is
 * withdrawn until the quote is normal again.
 */
export class TwoLeggedMarket implements RecordedMarket {
  readonly symbol: string
  readonly #bid: LegState = emptyLeg('buy')
  readonly #ask: LegState = emptyLeg('sell')
  #quotes = 0
  #market: MarketCondition = 'normal'

  constructor(symbol: string) {
    this.symbol = symbol
  }

  apply(item: RecordedItem): Command | undefined {
    if (item.kind === 'print') return printCommand(this.symbol, item)
    if (item.kind === 'quote') return this.#quote(item)
    return undefined
  }

  opening(): Command | undefined {
    const levels = [this.#bid, this.#ask].flatMap((leg) => shownLevel(leg))
    if (levels.length === 0 && this.#market === 'normal') return undefined
    return levelsCommand(this.symbol, levels, this.#market)
  }

  #quote({ bid, ask }: RecordedQuote): Command | undefined {
    this.#quotes += 1
    if (bid !== undefined) record(this.#bid, bid, this.#quotes)
    if (ask !== undefined) record(this.#ask, ask, this.#quotes)
    const before = this.#market
    this.#market = condition(this.#bid.priceTicks, this.#ask.priceTicks)
    const levels: HouseLevel[] = []
    const older = this.#bid.changedBy <= this.#ask.changedBy ? this.#bid : this.#ask
    for (const leg of [this.#bid, this.#ask]) {
      show(leg, this.#market !== 'normal' && leg === older, levels)
    }
    if (levels.length === 0 && this.#market === before) return undefined
    return levelsCommand(this.symbol, levels, this.#market)
  }
}

function emptyLeg(side: Side): LegState {
  return { side, priceTicks: null, quantityLots: 0, changedBy: 0, shownTicks: null, shownLots: 0 }
}

function record(leg: LegState, said: Leg, quote: number): void {
  if (said.priceTicks === leg.priceTicks && said.quantityLots === leg.quantityLots) return
  leg.priceTicks = said.priceTicks
  leg.quantityLots = said.quantityLots
  leg.changedBy = quote
}

function condition(bid: Ticks | null, ask: Ticks | null): MarketCondition {
  if (bid === null || ask === null || bid < ask) return 'normal'
  return bid === ask ? 'locked' : 'crossed'
}

/** Brings what the exchange was told in line with the leg. */
function show(leg: LegState, withdrawn: boolean, levels: HouseLevel[]): void {
  const priceTicks = withdrawn || leg.quantityLots === 0 ? null : leg.priceTicks
  const quantityLots = priceTicks === null ? 0 : leg.quantityLots
  if (priceTicks === leg.shownTicks && quantityLots === leg.shownLots) return
  if (leg.shownTicks !== null && leg.shownTicks !== priceTicks) {
    levels.push({ side: leg.side, priceTicks: leg.shownTicks, quantityLots: 0 })
  }
  leg.shownTicks = priceTicks
  leg.shownLots = quantityLots
  levels.push(...shownLevel(leg))
}

function shownLevel(leg: LegState): HouseLevel[] {
  if (leg.shownTicks === null) return []
  return [{ side: leg.side, priceTicks: leg.shownTicks, quantityLots: leg.shownLots }]
}
