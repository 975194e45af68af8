import type { Command } from '../exchange/commands.ts'
import type { CorporateTerms } from '../exchange/corporate/corporate-terms.ts'
import { PriceChange } from '../exchange/corporate/price-change.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { SessionCalendar } from '../exchange/sessions/calendar.ts'
import type { Lots, Time } from '../exchange/values/types.ts'
import type { MarketInstrument } from './demo-instruments.ts'
import type { MarketSource, MarketView } from './market-source.ts'

/** Accounts of the background: one posts the book, the other takes from it, so that neither meets itself. */
export const FLOW_MAKER = 'flow_maker'
export const FLOW_TAKER = 'flow_taker'

/** How long a side may stay without the background after customers took all of it, in micros of world time. */
const REPAIR_MICROS = 50_000

/** How a market takes part in auctions, as data. */
export interface AuctionLaw {
  /** What is traded in a second of a session, in the mean. */
  readonly lotsPerSecond: number
  readonly roundLots: Lots
  /** Whether chance has a part in it: one side wants more than the other. Else both want as much, at one price. */
  readonly isDrawn: boolean
}

/** The background of one symbol. */
export interface SymbolSource {
  readonly symbol: string
  /** When it next has something to say; infinite when it is done. */
  readonly due: Time
  /** The price around which it quotes now. */
  readonly fairTicks: number
  readonly auctionLaw: AuctionLaw
  /** The first book, all at once. */
  open(view: MarketView): readonly Command[]
  /** What happens at `due`; draws even when it may say nothing. */
  next(view: MarketView): readonly Command[]
  /** Nothing happens before `time`. */
  restUntil(time: Time): void
  /** Moves its book to its price, also before a session; draws nothing. */
  quote(view: MarketView, now: Time): readonly Command[]
  /** Fills up a side on which customers left nothing of it. */
  repair(view: MarketView, now: Time): readonly Command[]
  /** A split or dividend took effect; orders that rest have been changed like that already. */
  adjust(change: PriceChange): void
  /** Takes back every order. */
  withdraw(): readonly Command[]
}

export interface SymbolSourceOptions {
  readonly market: MarketInstrument
  readonly seed: number | string
  readonly world: string
  readonly startTime: Time
  /** Sessions of US stocks. */
  readonly calendar: SessionCalendar | undefined
}

/** Makes the background of one symbol: what a market model is. */
export type MarketModel = (options: SymbolSourceOptions) => SymbolSource

export interface BackgroundOptions {
  readonly model: MarketModel
  readonly seed: number | string
  /** Name of the world: two worlds of one seed draw differently. */
  readonly world: string
  readonly markets: readonly MarketInstrument[]
  readonly startTime: Time
  readonly calendar?: SessionCalendar | undefined
}

/** Background orders of many symbols in the book that customers trade in. */
export interface Background extends MarketSource {
  readonly instruments: readonly Instrument[]
  /** Ends the background of one symbol; the commands to execute cancel its orders. */
  withdraw(symbol: string): readonly Command[]
}

/** The symbols' sources in order of time. The first batch opens the background's accounts and posts every book. */
export function createBackground(options: BackgroundOptions): Background {
  return new SymbolSources(options)
}

class SymbolSources implements Background {
  readonly instruments: readonly Instrument[]
  readonly #sources: Map<string, SymbolSource>
  #opening: Time | undefined
  #repairDue: Time
  /** The symbol whose event comes first; undefined when a change of the sources made it unknown. */
  #earliest: SymbolSource | undefined

  constructor({ model, seed, world, markets, startTime, calendar }: BackgroundOptions) {
    this.instruments = markets.map((market) => market.instrument)
    this.#sources = new Map(
      markets.map((market) => [
        market.instrument.symbol,
        model({ market, seed, world, startTime, calendar }),
      ]),
    )
    this.#opening = startTime
    this.#repairDue = startTime + REPAIR_MICROS
  }

  nextDue(): Time | undefined {
    if (this.#opening !== undefined) return this.#opening
    const first = this.#first()
    return first === undefined ? undefined : Math.min(first.due, this.#repairDue)
  }

  next(view: MarketView): readonly Command[] {
    if (this.#opening !== undefined) return this.#open(view)
    const first = this.#first()
    if (first === undefined) return []
    if (this.#repairDue < first.due) return this.#repair(view)
    this.#earliest = undefined
    return first.next(view)
  }

  restUntil(time: Time): void {
    // The first book is posted whatever happens.
    if (this.#opening !== undefined) return
    for (const source of this.#sources.values()) source.restUntil(time)
    const skipped = Math.floor(Math.max(0, time - this.#repairDue) / REPAIR_MICROS)
    this.#repairDue += skipped * REPAIR_MICROS
    this.#earliest = undefined
  }

  adjust(symbol: string, terms: CorporateTerms): void {
    const instrument = this.instruments.find((listed) => listed.symbol === symbol)
    if (instrument !== undefined) this.#sources.get(symbol)?.adjust(new PriceChange(terms, instrument))
  }

  withdraw(symbol: string): readonly Command[] {
    const source = this.#sources.get(symbol)
    if (source === undefined) return []
    this.#sources.delete(symbol)
    this.#earliest = undefined
    return source.withdraw()
  }

  #open(view: MarketView): readonly Command[] {
    this.#opening = undefined
    const commands: Command[] = [FLOW_MAKER, FLOW_TAKER].map((accountId) => ({
      type: 'OpenAccount',
      accountId,
      kind: 'liquidity',
      name: 'Background order flow',
      currency: 'USD',
    }))
    for (const source of this.#sources.values()) commands.push(...source.open(view))
    return commands
  }

  #repair(view: MarketView): readonly Command[] {
    let commands: readonly Command[] = []
    for (const source of this.#sources.values()) {
      const repairs = source.repair(view, this.#repairDue)
      if (repairs.length > 0) commands = [...commands, ...repairs]
    }
    this.#repairDue += REPAIR_MICROS
    return commands
  }

  #first(): SymbolSource | undefined {
    if (this.#earliest !== undefined) return this.#earliest
    let earliest: SymbolSource | undefined
    for (const source of this.#sources.values()) {
      if (earliest === undefined || source.due < earliest.due) earliest = source
    }
    this.#earliest = earliest
    return earliest
  }
}

/** Whether orders may enter. */
export function isOpen(view: MarketView, symbol: string): boolean {
  const status = view.status(symbol)
  return status !== undefined && status.phase === 'open' && !status.halted
}
