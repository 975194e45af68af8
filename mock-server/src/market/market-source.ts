import type { Command } from '../exchange/commands.ts'
import type { CorporateTerms } from '../exchange/corporate/corporate-terms.ts'
import type { ExchangeEvent, SymbolStatus } from '../exchange/events.ts'
import type { ExchangeView, ListingView } from '../exchange/exchange.ts'
import type { Time } from '../exchange/values/types.ts'

export type MarketStatus = Pick<SymbolStatus, 'phase' | 'halted' | 'bands'>

/** What a background may see of the exchange. */
export interface MarketView extends Pick<ExchangeView, 'time'> {
  listing(symbol: string): Pick<ListingView, 'book'> | undefined
  status(symbol: string): MarketStatus | undefined
  /** Of the background's own orders those that are open: no others are remembered. */
  order(orderNumber: number): object | undefined
}

/**
 * Where quotes come from: order flow, a recording, a script. Emits commands and knows nothing of who
 * executes them.
 */
export interface MarketSource {
  /** When it next has something to say; undefined when it is done. */
  nextDue(): Time | undefined
  /** The commands due at `nextDue()`, which it is now, in order; reads the book where its model needs to. */
  next(view: MarketView): readonly Command[]
  /**
   * One of those commands was executed: the number of the order that it entered, undefined where there is none. A
   * source without it never takes an order back by its number.
   */
  told?(command: Command, orderNumber: number | undefined): void
  /** Skips what it would have said before `time`; a source that cannot leave anything out has none. */
  restUntil?(time: Time): void
  /** A split or dividend took effect: prices are others from now on, and its own orders have them already. */
  adjust?(symbol: string, terms: CorporateTerms): void
}

/** Executes what the source has to say now, and tells it what came of that. */
export function play(
  source: MarketSource,
  view: MarketView,
  execute: (command: Command) => readonly ExchangeEvent[],
): void {
  for (const command of source.next(view)) {
    const [first] = execute(command)
    source.told?.(command, first?.type === 'OrderAccepted' ? first.order.orderNumber : undefined)
  }
}
