import type { Account } from '../accounts/account.ts'
import { lotsOf } from '../accounts/margin/assessment.ts'
import type { MarginAccount } from '../accounts/margin/margin-account.ts'
import type { SetBorrow } from '../commands.ts'
import { cancelOrder } from '../execution/conclude-order.ts'
import type { Listing } from '../instruments/listing.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { ExchangeState } from '../state.ts'
import { listingOf } from './listing-of.ts'

/**
 * Lenders change their minds, as a rule overnight. Where a stock is no longer easy to borrow, open sales that would
 * sell it short end; what is short already stays so.
 */
export function setBorrow(state: ExchangeState, command: SetBorrow): void {
  const listing = listingOf(state, command.symbol)
  if (listing === undefined) return
  const { shortable, borrowableLots = 0 } = command
  const { borrowableLots: _before, ...instrument } = listing.instrument
  if (instrument.assetClass !== 'usEquity' || !Number.isSafeInteger(borrowableLots) || borrowableLots < 0) {
    state.reject('invalid-request', `${command.symbol}: a whole quantity of a stock can be borrowed.`)
    return
  }
  const isEasy = shortable && command.borrowableLots === undefined
  const limit = command.borrowableLots === undefined ? {} : { borrowableLots }
  listing.instrument = { ...instrument, shortable, ...limit }
  if (isEasy) return
  for (const account of state.marginAccounts) {
    if (account.margin !== undefined) cancelShortSales(state, listing, account, account.margin)
  }
}

/** The latest first, until what is left is sold from what the account owns. */
function cancelShortSales(
  state: ExchangeState,
  listing: Listing,
  account: Account,
  margin: MarginAccount,
): void {
  const { symbol } = listing.instrument
  const owned = Math.max(0, lotsOf(account, symbol))
  for (const record of state.orders.archive(account).open.newestFirst()) {
    if (margin.exposure(symbol).sell.lots <= owned) return
    const { order, exposure } = record
    if (record.listing !== listing || order.terms.side !== 'sell' || exposure === undefined) continue
    if (isOpen(order.status)) cancelOrder(state, record, 'borrow-unavailable')
  }
}
