import type { Listing } from '../instruments/listing.ts'
import type { Ticks } from '../values/types.ts'

/** The last price of a regular session, rounded down to a tick. */
export function lastTicks({ stops }: Pick<Listing, 'stops'>): Ticks | undefined {
  return stops.last === undefined ? undefined : Math.floor(stops.last / 2)
}

/** The middle of the quote, rounded down to a tick; undefined while a side is empty. */
export function middleTicks({ book }: Pick<Listing, 'book'>): Ticks | undefined {
  const [bid, ask] = [book.bids.bestTicks, book.asks.bestTicks]
  return bid === undefined || ask === undefined ? undefined : Math.floor((bid + ask) / 2)
}

/** What a market order that waits holds money for: 4 % above the last price, as brokers do. */
const COLLAR_PERCENT = 4

/** The highest price that a market order which waits is sure to be able to pay; undefined without any price. */
export function collarOf(listing: Listing): Ticks | undefined {
  const { book, instrument } = listing
  const reference = lastTicks(listing) ?? book.asks.bestTicks ?? book.bids.bestTicks
  if (reference === undefined) return undefined
  const collar = -Math.floor((-reference * (100 + COLLAR_PERCENT)) / 100)
  return Math.min(instrument.maximumPriceTicks, collar)
}
