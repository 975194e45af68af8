import type { Quote } from '@openbourse/spec'
import type { BestPrices } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatTime } from '../../exchange/values/time.ts'
import type { Time } from '../../exchange/values/types.ts'
import { formatPrice, formatQuantity } from '../../exchange/values/wire.ts'

/** The best bid and offer; an empty side is null in price and quantity. */
export function toWireQuote(instrument: Instrument, best: BestPrices, time: Time): Quote {
  const { bidTicks, bidLots, askTicks, askLots } = best
  return {
    symbol: instrument.symbol,
    bidPrice: bidTicks === null ? null : formatPrice(instrument, bidTicks),
    bidQuantity: bidTicks === null ? null : formatQuantity(instrument, bidLots),
    askPrice: askTicks === null ? null : formatPrice(instrument, askTicks),
    askQuantity: askTicks === null ? null : formatQuantity(instrument, askLots),
    time: formatTime(time),
  }
}
