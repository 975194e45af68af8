import type { PrintBusted, PrintCorrected, TradePrinted } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { kindsOf, type MessageContent, type MessageKind } from '../message.ts'
import { toWireTrade } from '../wire/trade.ts'

/** The contract's name of each event. */
const TYPES = { TradePrinted: 'trade', PrintBusted: 'tradeBusted', PrintCorrected: 'tradeCorrected' } as const

const TRADE_LENGTH = 200

/** Every print in the order of the exchange, and what is taken back of them later. */
export class TradeProjection {
  readonly #kinds: Readonly<Record<keyof typeof TYPES, MessageKind<TradePrinted>>>

  constructor(instrument: Instrument) {
    this.#kinds = kindsOf(TYPES, (print) => toWireTrade(instrument, print))
  }

  project(print: TradePrinted): MessageContent<TradePrinted> {
    return { kind: this.#kinds.TradePrinted, time: print.time, dataLength: TRADE_LENGTH, facts: print }
  }

  amend({ type, time, print }: PrintBusted | PrintCorrected): MessageContent<TradePrinted> {
    return { kind: this.#kinds[type], time, dataLength: TRADE_LENGTH, facts: print }
  }
}
