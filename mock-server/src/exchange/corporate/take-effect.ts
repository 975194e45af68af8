import { totalLots } from '../accounts/position.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import { divideHalfEven, UNIT } from '../values/decimal.ts'
import type { HalfTicks, Minor } from '../values/types.ts'
import { scaleOf } from '../values/wire.ts'
import { adjustOrders } from './adjust-orders.ts'
import type { CorporateAction, Entitlement } from './corporate-action.ts'
import { PriceChange } from './price-change.ts'
import { restatePrices } from './restate-prices.ts'
import { splitPositions } from './split-positions.ts'

/** The ex-date has come: who owns the stock takes part, who buys it from now on does not. */
export function takeEffect(state: ExchangeState, listing: Listing, action: CorporateAction): void {
  const { terms, symbol } = action
  const change = new PriceChange(terms, listing.instrument)
  const lastPrice = lastPriceOf(listing)
  action.stage = 'effective'
  if (terms.type === 'cashDividend') action.entitlements = entitled(state, listing, symbol, terms.amount)
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

/** The pay date has come: the issuer pays whoever was entitled, and whoever was short pays the issuer. */
export function payOut(state: ExchangeState, { instrument }: Listing, action: CorporateAction): void {
  action.stage = 'done'
  for (const { account, amount } of action.entitlements) {
    const asset = instrument.quoteAsset
    state.ledger.moveCash(asset, state.ledger.issuer, account, amount)
    state.booked(account, { type: 'dividend', cash: { asset, amount }, corporateAction: action.actionNumber })
    state.accountChanged(account)
  }
  action.entitlements = []
}

/** Customers only: the market's own accounts stand for nobody. */
function entitled(
  state: ExchangeState,
  { instrument }: Listing,
  symbol: string,
  amount: Minor,
): Entitlement[] {
  const { units } = scaleOf(instrument).lot
  return [...state.accounts.values()].flatMap((account) => {
    const position = account.kind === 'customer' ? account.positions.get(symbol) : undefined
    const lots = position === undefined ? 0 : totalLots(position)
    return lots === 0 ? [] : [{ account, lots, amount: divideHalfEven(amount * BigInt(lots) * units, UNIT) }]
  })
}
