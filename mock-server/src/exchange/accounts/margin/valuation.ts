import type { Listing } from '../../instruments/listing.ts'
import type { Lots, Ticks } from '../../values/types.ts'
import type { Account } from '../account.ts'

/**
 * The price at which margin accounts are valued, the one place that says so: the last trade, within the quote that
 * stands now; without a trade the middle of the quote, or the side of it that there is. Undefined: no price yet.
 */
export function markOf({ book, stops }: Pick<Listing, 'book' | 'stops'>): Ticks | undefined {
  const bid = book.bids.bestTicks
  const ask = book.asks.bestTicks
  if (stops.last === undefined) {
    return bid === undefined || ask === undefined ? (bid ?? ask) : Math.floor((bid + ask) / 2)
  }
  const last = Math.floor(stops.last / 2)
  if (bid !== undefined && last < bid) return bid
  return ask !== undefined && last > ask ? ask : last
}

/**
 * The price at which an account is valued: its mark in a margin account, else the price at which it could be closed
 * now, the bid of what is long and the ask of what is short.
 */
export function valuationOf(
  { margin }: Pick<Account, 'margin'>,
  listing: Pick<Listing, 'book' | 'stops'>,
  lots: Lots,
): Ticks | undefined {
  if (margin !== undefined) return markOf(listing)
  const { bids, asks } = listing.book
  return (lots < 0 ? asks : bids).bestTicks
}
