import type { Trade } from '@openbourse/spec'
import type { TradePrinted } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatTime } from '../../exchange/values/time.ts'
import { formatPrintPrice, formatQuantity } from '../../exchange/values/wire.ts'
import { tradeId } from './ids.ts'

/** A public print. */
export function toWireTrade(instrument: Instrument, print: TradePrinted): Trade {
  return {
    tradeId: tradeId(print.tradeNumber),
    symbol: print.symbol,
    price: formatPrintPrice(instrument, print.priceTicks, print.subTick),
    quantity: formatQuantity(instrument, print.quantityLots),
    time: formatTime(print.time),
    takerSide: print.takerSide,
    source: print.source,
    ...(print.bustedAt === undefined ? undefined : { bustedAt: formatTime(print.bustedAt) }),
    ...(print.correctedAt === undefined ? undefined : { correctedAt: formatTime(print.correctedAt) }),
    ...(print.conditions === undefined ? undefined : { conditions: [...print.conditions] }),
  }
}
