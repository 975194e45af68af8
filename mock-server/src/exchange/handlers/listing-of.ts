import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'

/** The listing that a command names; refuses the command where there is none. */
export function listingOf(state: ExchangeState, symbol: string): Listing | undefined {
  const listing = state.listings.get(symbol)
  if (listing === undefined) state.reject('unknown-symbol', `No instrument has the symbol ${symbol}.`)
  return listing
}
