import type { TradePrinted } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { MessageContent } from '../message.ts'
import { toWireTrade } from '../wire/trade.ts'

const TRADE_LENGTH = 200

/** Every print, in the order of the exchange. */
export function projectTrade(instrument: Instrument, print: TradePrinted): MessageContent {
  return {
    type: 'trade',
    time: print.time,
    dataLength: TRADE_LENGTH,
    data: () => toWireTrade(instrument, print),
  }
}
