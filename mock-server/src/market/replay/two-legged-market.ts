import type { Command, HouseLevel, MarketCondition, SetHouseLevels } from '../../exchange/commands.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
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
  /** `changedBy` when it was withdrawn: it comes back as it went while this is still the same. */
  withdrawnOf: number
  /** What customers had left of it when it was withdrawn, known once that was played. */
  left: Lots | undefined
}

/** What a command does beyond its levels: it withdraws a leg, or brings one back. */
interface LegNote {
  readonly withdraws: LegState[]
  readonly returns: LegState[]
}

/**
 * The house of a recorded best quote: one order a side. Only legs whose price or size changed are told, so
 * that what customers took of the other stays taken. Of a locked or crossed quote only the leg that changed
 * last is shown; the older one (the bid when both changed in one quote: it comes first in the file) is
 * withdrawn until the quote is normal again, and then comes back with what customers had left of it.
 */
export class TwoLeggedMarket implements RecordedMarket {
  readonly symbol: string
  readonly #bid: LegState = emptyLeg('buy')
  readonly #ask: LegState = emptyLeg('sell')
  #quotes = 0
  #market: MarketCondition = 'normal'
  readonly #notes = new WeakMap<Command, LegNote>()

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

  resolve(command: Command, view: ExchangeView): Command {
    const note = this.#notes.get(command)
    if (note === undefined || command.type !== 'SetHouseLevels') return command
    for (const leg of note.withdraws) leg.left = houseLots(view, command, leg.side)
    if (note.returns.length === 0) return command
    const levels = command.levels.map((level) => {
      const leg = note.returns.find((returning) => returning.side === level.side)
      if (leg?.left === undefined || level.quantityLots === 0) return level
      return { ...level, quantityLots: Math.min(level.quantityLots, leg.left) }
    })
    return { ...command, levels }
  }

  #quote({ bid, ask }: RecordedQuote): Command | undefined {
    this.#quotes += 1
    if (bid !== undefined) record(this.#bid, bid, this.#quotes)
    if (ask !== undefined) record(this.#ask, ask, this.#quotes)
    const before = this.#market
    this.#market = condition(this.#bid.priceTicks, this.#ask.priceTicks)
    const levels: HouseLevel[] = []
    const older = this.#bid.changedBy <= this.#ask.changedBy ? this.#bid : this.#ask
    const note: LegNote = { withdraws: [], returns: [] }
    for (const leg of [this.#bid, this.#ask]) {
      show(leg, this.#market !== 'normal' && leg === older, levels, note)
    }
    if (levels.length === 0 && this.#market === before) return undefined
    const command = levelsCommand(this.symbol, levels, this.#market)
    if (note.withdraws.length + note.returns.length > 0) this.#notes.set(command, note)
    return command
  }
}

function emptyLeg(side: Side): LegState {
  return {
    side,
    priceTicks: null,
    quantityLots: 0,
    changedBy: 0,
    shownTicks: null,
    shownLots: 0,
    withdrawnOf: -1,
    left: undefined,
  }
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
function show(leg: LegState, withdrawn: boolean, levels: HouseLevel[], note: LegNote): void {
  const priceTicks = withdrawn || leg.quantityLots === 0 ? null : leg.priceTicks
  const quantityLots = priceTicks === null ? 0 : leg.quantityLots
  if (priceTicks === leg.shownTicks && quantityLots === leg.shownLots) return
  if (withdrawn && leg.shownTicks !== null) {
    // A leg that moves as it is withdrawn leaves nothing to come back to.
    const same = leg.shownTicks === leg.priceTicks && leg.shownLots === leg.quantityLots
    leg.withdrawnOf = same ? leg.changedBy : -1
    if (same) note.withdraws.push(leg)
  } else if (!withdrawn && leg.shownTicks === null && leg.withdrawnOf === leg.changedBy) {
    note.returns.push(leg)
  }
  if (leg.shownTicks !== null && leg.shownTicks !== priceTicks) {
    levels.push({ side: leg.side, priceTicks: leg.shownTicks, quantityLots: 0 })
  }
  leg.shownTicks = priceTicks
  leg.shownLots = quantityLots
  levels.push(...shownLevel(leg))
}

/** What the house has left of the level that the command withdraws on this side. */
function houseLots(view: ExchangeView, { accountId, symbol, levels }: SetHouseLevels, side: Side): Lots {
  const price = levels.find((level) => level.side === side && level.quantityLots === 0)?.priceTicks
  let left = 0
  for (const { terms, remainingLots } of view.openOrders(accountId)) {
    const matches = terms.symbol === symbol && terms.side === side && terms.limitPriceTicks === price
    if (matches) left += remainingLots
  }
  return left
}

function shownLevel(leg: LegState): HouseLevel[] {
  if (leg.shownTicks === null) return []
  return [{ side: leg.side, priceTicks: leg.shownTicks, quantityLots: leg.shownLots }]
}
