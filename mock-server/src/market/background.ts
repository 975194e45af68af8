import type { Command, OpenAccount } from '../exchange/commands.ts'
import type { CorporateTerms } from '../exchange/corporate/corporate-terms.ts'
import { PriceChange } from '../exchange/corporate/price-change.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { SessionCalendar } from '../exchange/sessions/calendar.ts'
import type { Time } from '../exchange/values/types.ts'
import { Agenda } from './agenda.ts'
import type { MarketInstrument } from './demo-instruments.ts'
import type { MarketSource, MarketView } from './market-source.ts'
import { FLOW_MAKER, FLOW_TAKER, type MarketModel } from './symbol-source.ts'

/** How long a side may stay without the background after customers took all of it, in micros of world time. */
const REPAIR_MICROS = 50_000

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
  #repairDue: Time = 0

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

  told(command: Command, orderNumber: number | undefined): void {
    if (command.type === 'SubmitOrder') this.#sources.of(command.terms.symbol)?.told?.(command, orderNumber)
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
      const repairs = source.repair(view)
      if (repairs.length > 0) commands = [...commands, ...repairs]
    }
    this.#repairDue += REPAIR_MICROS
    return commands
  }
}

const NOTHING: readonly Command[] = []
