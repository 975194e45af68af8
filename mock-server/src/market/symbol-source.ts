import type { Command, SubmitOrder } from '../exchange/commands.ts'
import type { PriceChange } from '../exchange/corporate/price-change.ts'
import type { SessionCalendar } from '../exchange/sessions/calendar.ts'
import type { Lots, Time } from '../exchange/values/types.ts'
import type { MarketInstrument } from './demo-instruments.ts'
import type { MarketStatus, MarketView } from './market-source.ts'

/** Accounts of the background: one posts the book, the other takes from it, so that neither meets itself. */
export const FLOW_MAKER = 'flow_maker'
export const FLOW_TAKER = 'flow_taker'

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
  /** An order of its was executed; undefined where it was refused. */
  told?(command: SubmitOrder, orderNumber: number | undefined): void
  /** Nothing happens before `time`. */
  restUntil(time: Time): void
  /** Moves its book to its price, also before a session; draws nothing. */
  quote(view: MarketView): readonly Command[]
  /** Fills up a side on which customers left nothing of it. */
  repair(view: MarketView): readonly Command[]
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

/** Whether orders may enter. */
export function isOpen(status: MarketStatus | undefined): boolean {
  return status !== undefined && status.phase === 'open' && !status.halted
}
