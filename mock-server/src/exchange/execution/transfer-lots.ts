import { refitStock } from '../accounts/margin/fit-exposure.ts'
import type { Listing } from '../instruments/listing.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots, Minor, Ticks } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import { bookSettlement } from './book-settlement.ts'
import { moveOtherLots } from './move-lots.ts'

/**
 * What two accounts of a group would have traded changes hands outside the market: stock and its value at the resting
 * order's price, as Binance moves the prevented quantity and its notional. Profit is made as by a sale, and it settles
 * as one; there is no print, no fill and no fee. What the orders held for it has been released.
 */
export function transferLots(
  state: ExchangeState,
  maker: OrderRecord,
  taker: OrderRecord,
  { priceTicks, quantityLots: lots }: { readonly priceTicks: Ticks; readonly quantityLots: Lots },
): void {
  const { listing } = maker
  if (listing === undefined) return
  const [buyer, seller] = taker.order.terms.side === 'buy' ? [taker, maker] : [maker, taker]
  const value = tradeValue(listing.instrument, priceTicks, lots)
  const { symbol, quoteAsset: asset } = listing.instrument
  state.ledger.settleTrade({ symbol, asset, buyer: buyer.account, seller: seller.account, lots, value })
  for (const { account } of [buyer, seller]) refitStock(account, listing, state.ledger)
  bookSide(state, listing, buyer, lots, value)
  bookSide(state, listing, seller, lots, value)
}

function bookSide(
  state: ExchangeState,
  { instrument }: Listing,
  { account, order }: OrderRecord,
  quantityLots: Lots,
  value: Minor,
): void {
  const { symbol, quoteAsset: asset } = instrument
  const { terms, orderNumber } = order
  const { side } = terms
  bookSettlement(state, account, instrument, { side, quantityLots, value, fee: 0n, orderNumber })
  const [lots, amount] = side === 'buy' ? [quantityLots, -value] : [-quantityLots, value]
  moveOtherLots(state, account, symbol, lots, value)
  state.booked(account, { type: 'transfer', cash: { asset, amount }, stock: { symbol, lots }, orderNumber })
  state.accountChanged(account)
}
