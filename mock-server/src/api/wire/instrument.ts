import type { Instrument as WireInstrument } from '@openbourse/spec'
import type { SymbolStatus } from '../../exchange/events.ts'
import { type Instrument, isMarginable, isShortable } from '../../exchange/instruments/instrument.ts'
import { UNIT } from '../../exchange/values/decimal.ts'
import { formatPrice, formatQuantity, scaleOf } from '../../exchange/values/wire.ts'

/** An instrument as the wire shows it. */
export function toWireInstrument(instrument: Instrument, status: SymbolStatus | undefined): WireInstrument {
  return {
    symbol: instrument.symbol,
    name: instrument.name,
    assetClass: instrument.assetClass,
    quoteCurrency: instrument.quoteAsset,
    tickSize: instrument.tickSize,
    lotSize: instrument.lotSize,
    minimumQuantity: formatQuantity(instrument, instrument.minimumQuantityLots),
    maximumQuantity: formatQuantity(instrument, instrument.maximumQuantityLots),
    minimumPrice: formatPrice(instrument, instrument.minimumPriceTicks),
    maximumPrice: formatPrice(instrument, instrument.maximumPriceTicks),
    marginable: isMarginable(instrument),
    shortable: isShortable(instrument),
    borrow: borrowOf(instrument),
    fractional: scaleOf(instrument).lot.units < UNIT,
    status: status?.halted === true ? 'halted' : 'active',
  }
}

function borrowOf(instrument: Instrument): WireInstrument['borrow'] {
  if (!isShortable(instrument)) return 'none'
  return instrument.borrowableLots === undefined ? 'easy' : 'hard'
}
