import type { BookLevel, BookUpdate } from '@openbourse/spec'
import type { ExchangeView, LevelView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatPrice, formatQuantity } from '../../exchange/values/wire.ts'
import { bookChecksum, CHECKSUM_DEPTH } from '../checksum.ts'

/** Deeper than any book. */
export const WHOLE_BOOK = Number.MAX_SAFE_INTEGER

/**
 * The present book, at most `depth` levels a side. The checksum is that of the whole book, so that a reader
 * who asked for two levels can still compare it with the stream's.
 */
export function toWireBook(
  view: ExchangeView,
  instrument: Instrument,
  depth: number = WHOLE_BOOK,
): BookUpdate {
  const { symbol } = instrument
  const asked = Math.max(depth, CHECKSUM_DEPTH)
  const bids = view.levels(symbol, 'buy', asked)
  const asks = view.levels(symbol, 'sell', asked)
  return {
    symbol,
    bids: toWireLevels(instrument, bids.slice(0, depth)),
    asks: toWireLevels(instrument, asks.slice(0, depth)),
    checksum: bookChecksum(instrument, { bids, asks }),
  }
}

export function toWireLevels(instrument: Instrument, levels: readonly LevelView[]): BookLevel[] {
  return levels.map(({ priceTicks, quantityLots }) => ({
    price: formatPrice(instrument, priceTicks),
    quantity: formatQuantity(instrument, quantityLots),
  }))
}
