import type { Listing } from '../../instruments/listing.ts'
import { lastTicks, middleTicks } from '../../sessions/reference.ts'
import type { Lots, Minor, Ticks } from '../../values/types.ts'
import { tradeValue } from '../../values/wire.ts'
import type { Account } from '../account.ts'
import { type Position, totalLots } from '../position.ts'

/**
 * The price at which margin accounts are valued, the one place that says so: the last trade, within the quote that
 * stands now; without a trade the middle of the quote, or the side of it that there is. Undefined: no price yet.
 */
export function markOf(listing: Pick<Listing, 'book' | 'stops'>): Ticks | undefined {
  const { book } = listing
  const bid = book.bids.bestTicks
  const ask = book.asks.bestTicks
  const last = lastTicks(listing)
  if (last === undefined) return middleTicks(listing) ?? bid ?? ask
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

/** What a position is worth at its mark, negative where it is short; without any price what it cost. */
export function worthOf(listing: Listing, position: Position): Minor {
  const mark = markOf(listing)
  return mark === undefined ? position.cost : tradeValue(listing.instrument, mark, totalLots(position))
}
