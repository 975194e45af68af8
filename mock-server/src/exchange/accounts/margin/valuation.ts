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

/** By which price of a symbol something is valued. */
export type PriceBasis = 'mark' | 'bid' | 'ask'

/**
 * The basis on which an account is valued: its mark in a margin account, else the price at which it could be closed
 * now, the bid of what is long and the ask of what is short.
 */
export function basisOf({ margin }: Pick<Account, 'margin'>, lots: Lots): PriceBasis {
  if (margin !== undefined) return 'mark'
  return lots < 0 ? 'ask' : 'bid'
}

export function priceOn(basis: PriceBasis, listing: Pick<Listing, 'book' | 'stops'>): Ticks | undefined {
  if (basis === 'mark') return markOf(listing)
  const { bids, asks } = listing.book
  return (basis === 'ask' ? asks : bids).bestTicks
}

/** What a position is worth at its mark, negative where it is short; without any price what it cost. */
export function worthOf(listing: Listing, position: Position): Minor {
  const mark = markOf(listing)
  return mark === undefined ? position.cost : tradeValue(listing.instrument, mark, totalLots(position))
}
