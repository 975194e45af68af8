import { dropBands } from '../execution/reopen.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import type { Ticks } from '../values/types.ts'
import type { PriceChange } from './price-change.ts'

/**
 * What was seen before is held against prices after it, by stops, by the rule of short sales, and by the limits on
 * volatility: a price that only counts other units, or no longer brings the dividend, has not fallen. Price bands begin anew.
 */
export function restatePrices(state: ExchangeState, listing: Listing, change: PriceChange): void {
  const restated = (ticks: Ticks): Ticks => Math.max(1, Math.floor(change.seen(2 * ticks) / 2))
  listing.stops.restate((half) => change.seen(half))
  listing.shortSales.restate(restated)
  if (listing.volatility === undefined) return
  state.setStatus(listing, dropBands(listing))
  const { lastCloseTicks } = listing.volatility
  if (lastCloseTicks !== undefined)
    listing.volatility = { ...listing.volatility, lastCloseTicks: restated(lastCloseTicks) }
}
