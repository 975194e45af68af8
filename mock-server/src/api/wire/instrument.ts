import type { Instrument as WireInstrument } from '@openbourse/spec'
import type { SymbolStatus } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { UNIT } from '../../exchange/values/decimal.ts'
import { formatPrice, formatQuantity, scaleOf } from '../../exchange/values/wire.ts'

/** Accounts are cash accounts: nothing is lent, neither money nor stock. */
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
    marginable: false,
    shortable: false,
    fractional: scaleOf(instrument).lot.units < UNIT,
    status: status?.halted === true ? 'halted' : 'active',
  }
}
