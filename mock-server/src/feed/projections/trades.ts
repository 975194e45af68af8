import type { PrintBusted, PrintCorrected, TradePrinted } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { MessageContent } from '../message.ts'
import { toWireTrade } from '../wire/trade.ts'

const TRADE_LENGTH = 200

/** Every print in the order of the exchange, and what is taken back of them later. */
export class TradeProjection {
  readonly #instrument: Instrument

  constructor(instrument: Instrument) {
    this.#instrument = instrument
  }

  project(print: TradePrinted): MessageContent<TradePrinted> {
    return { type: 'trade', time: print.time, dataLength: TRADE_LENGTH, facts: print, render: this.#render }
  }

  amend({ type, time, print }: PrintBusted | PrintCorrected): MessageContent<TradePrinted> {
    const name = type === 'PrintBusted' ? 'tradeBusted' : 'tradeCorrected'
    return { type: name, time, dataLength: TRADE_LENGTH, facts: print, render: this.#render }
  }

  readonly #render = (print: TradePrinted): object => toWireTrade(this.#instrument, print)
}
