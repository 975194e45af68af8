import type { Command, OpenAccount } from '../exchange/commands.ts'
import type { CorporateTerms } from '../exchange/corporate/corporate-terms.ts'
import { PriceChange } from '../exchange/corporate/price-change.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { SessionCalendar } from '../exchange/sessions/calendar.ts'
import type { Lots, Time } from '../exchange/values/types.ts'
import { Agenda } from './agenda.ts'
import type { MarketInstrument } from './demo-instruments.ts'
import type { MarketSource, MarketStatus, MarketView } from './market-source.ts'

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
  readonly #sources: Agenda
  #opening: Time | undefined
  #repairDue: Time

  constructor({ model, seed, world, markets, startTime, calendar }: BackgroundOptions) {
    this.instruments = markets.map((market) => market.instrument)
    this.#sources = new Agenda(markets.map((market) => model({ market, seed, world, startTime, calendar })))
    this.#opening = startTime
    this.#repairDue = startTime + REPAIR_MICROS
  }

  nextDue(): Time | undefined {
    if (this.#opening !== undefined) return this.#opening
    return this.#sources.all.length === 0 ? undefined : Math.min(this.#sources.due, this.#repairDue)
  }

  next(view: MarketView): readonly Command[] {
    if (this.#opening !== undefined) return this.#open(view)
    return this.#repairDue < this.#sources.due ? this.#repair(view) : this.#sources.next(view)
  }

  restUntil(time: Time): void {
    // The first book is posted whatever happens.
    if (this.#opening !== undefined) return
    this.#sources.restUntil(time)
    const skipped = Math.floor(Math.max(0, time - this.#repairDue) / REPAIR_MICROS)
    this.#repairDue += skipped * REPAIR_MICROS
  }

  adjust(symbol: string, terms: CorporateTerms): void {
    const instrument = this.instruments.find((listed) => listed.symbol === symbol)
    if (instrument !== undefined) this.#sources.of(symbol)?.adjust(new PriceChange(terms, instrument))
  }

  withdraw(symbol: string): readonly Command[] {
    return this.#sources.remove(symbol)?.withdraw() ?? NOTHING
  }

  #open(view: MarketView): readonly Command[] {
    this.#opening = undefined
    const accounts = [FLOW_MAKER, FLOW_TAKER].map(
      (accountId): OpenAccount => ({
        type: 'OpenAccount',
        accountId,
        kind: 'liquidity',
        name: 'Background order flow',
        currency: 'USD',
      }),
    )
    return [...accounts, ...this.#sources.all.flatMap((source) => source.open(view))]
  }

  /** Looks after every book, where nearly always nothing is to be done. */
  #repair(view: MarketView): readonly Command[] {
    let commands = NOTHING
    for (const source of this.#sources.all) {
      const repairs = source.repair(view, this.#repairDue)
      if (repairs.length > 0) commands = [...commands, ...repairs]
    }
    this.#repairDue += REPAIR_MICROS
    return commands
  }
}

const NOTHING: readonly Command[] = []

/** Whether orders may enter. */
export function isOpen(status: MarketStatus | undefined): boolean {
  return status !== undefined && status.phase === 'open' && !status.halted
}
