import type { AuctionIndication as WireIndication, SymbolStatus as WireStatus } from '@openbourse/spec'
import type { AuctionIndication, SymbolStatus } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatTime } from '../../exchange/values/time.ts'
import { formatPrice, formatQuantity } from '../../exchange/values/wire.ts'

export function toWireStatus(instrument: Instrument, status: SymbolStatus): WireStatus {
  return {
    symbol: instrument.symbol,
    phase: status.phase,
    halted: status.halted,
    haltReason: status.haltReason,
    market: status.market,
    ...writtenBands(instrument, status),
    ...(status.auction === undefined ? undefined : { auction: toIndication(instrument, status.auction) }),
  }
}

function writtenBands(instrument: Instrument, { bands, limitState }: SymbolStatus): Partial<WireStatus> {
  return {
    ...(bands === undefined
      ? undefined
      : {
          limitUp: formatPrice(instrument, bands.upperTicks),
          limitDown: formatPrice(instrument, bands.lowerTicks),
        }),
    ...(limitState === undefined
      ? undefined
      : { limitState: limitState === 'buy' ? ('limitUp' as const) : ('limitDown' as const) }),
  }
}

function toIndication(instrument: Instrument, auction: AuctionIndication): WireIndication {
  const { priceTicks, referenceTicks, pairedLots, surplusLots } = auction
  const price = (ticks: number | null) => (ticks === null ? null : formatPrice(instrument, ticks))
  return {
    kind: auction.kind,
    at: formatTime(auction.at),
    indicativePrice: price(priceTicks),
    pairedQuantity: formatQuantity(instrument, pairedLots),
    imbalanceSide: auction.surplusSide,
    imbalanceQuantity: formatQuantity(instrument, surplusLots),
    referencePrice: price(referenceTicks),
  }
}
