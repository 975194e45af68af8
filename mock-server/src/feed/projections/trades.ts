import type { Trade } from '@openbourse/spec'
import type { PrintBusted, PrintCorrected, TradePrinted } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { EventContents } from '../contents.ts'
import { toWireTrade } from '../wire/trade.ts'

/** The contract's name of each event. */
const TYPES = { TradePrinted: 'trade', PrintBusted: 'tradeBusted', PrintCorrected: 'tradeCorrected' } as const

const TRADE_LENGTH = 200

/** Every print in the order of the exchange, and what is taken back of them later. */
export class TradeProjection extends EventContents<TradePrinted | PrintBusted | PrintCorrected> {
  protected readonly types = TYPES
  readonly #instrument: Instrument

  constructor(instrument: Instrument) {
    super()
    this.#instrument = instrument
  }

  lengthOf(): number {
    return TRADE_LENGTH
  }

  render(event: TradePrinted | PrintBusted | PrintCorrected): Trade {
    return toWireTrade(this.#instrument, event.type === 'TradePrinted' ? event : event.print)
  }
}
