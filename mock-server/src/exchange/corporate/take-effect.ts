import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import type { HalfTicks } from '../values/types.ts'
import { adjustOrders } from './adjust-orders.ts'
import type { CorporateAction } from './corporate-action.ts'
import { entitled } from './dividends.ts'
import { PriceChange } from './price-change.ts'
import { restatePrices } from './restate-prices.ts'
import { splitPositions } from './split-positions.ts'

/** The ex-date has come: who owns the stock takes part, who buys it from now on does not. */
export function takeEffect(state: ExchangeState, listing: Listing, action: CorporateAction): void {
  const { terms, symbol } = action
  const change = new PriceChange(terms, listing.instrument)
  const lastPrice = lastPriceOf(listing)
  action.stage = 'effective'
  if (terms.type === 'cashDividend') action.entitlements = entitled(state, listing, terms.amount)
  adjustOrders(state, listing, terms, change, () => {
    if (terms.type === 'split') splitPositions(state, listing, action, terms, change, lastPrice)
    restatePrices(state, listing, change)
  })
  const { time } = state
  state.emit({ type: 'CorporateActionTookEffect', time, symbol, actionNumber: action.actionNumber, terms })
}

/** What a fraction of a unit is worth: the last trade, or without one what the book would pay. */
function lastPriceOf({ stops, book }: Listing): HalfTicks {
  return stops.last ?? 2 * (book.bids.bestTicks ?? book.asks.bestTicks ?? 0)
}
