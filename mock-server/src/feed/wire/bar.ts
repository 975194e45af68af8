import type { Bar } from '@openbourse/spec'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { divideHalfEven, formatDecimal } from '../../exchange/values/decimal.ts'
import { formatTime } from '../../exchange/values/time.ts'
import { formatPrintPrice, formatQuantity, scaleOf } from '../../exchange/values/wire.ts'
import type { PrintPrice, TradeBar } from '../history/bars.ts'

export function toWireBar(instrument: Instrument, bar: TradeBar): Bar {
  const price = ({ priceTicks, subTick }: PrintPrice): string =>
    formatPrintPrice(instrument, priceTicks, subTick)
  return {
    symbol: instrument.symbol,
    timeframe: bar.timeframe,
    start: formatTime(bar.start),
    open: price(bar.open),
    high: price(bar.high),
    low: price(bar.low),
    close: price(bar.close),
    volume: formatQuantity(instrument, bar.volumeLots),
    volumeWeightedPrice: averagePrice(instrument, bar) ?? price(bar.close),
    tradeCount: bar.tradeCount,
    final: bar.final,
  }
}

/** Undefined when prints of no quantity are all there was. */
function averagePrice(instrument: Instrument, { volumeLots, weighted }: TradeBar): string | undefined {
  if (volumeLots === 0) return undefined
  return formatDecimal(divideHalfEven(weighted, BigInt(volumeLots)), scaleOf(instrument).tick.places)
}
