import type { Listing } from '../../instruments/listing.ts'
import type { OrderRecord } from '../../orders/order-record.ts'
import type { Account } from '../account.ts'
import type { Ledger } from '../ledger.ts'
import { lotsOf } from './assessment.ts'
import { isLentOn } from './credit.ts'
import { isNothing, minus, NO_AMOUNT, type OpenAmount, plus } from './margin-account.ts'

/** From now on the order counts as `amount`; what it counted as before is released. */
export function fitExposure(record: OrderRecord, amount: OpenAmount, ledger: Ledger): void {
  const { account, listing } = record
  const { margin } = account
  if (margin === undefined || listing === undefined) return
  const before = record.exposure ?? NO_AMOUNT
  record.exposure = isNothing(amount) ? undefined : amount
  const { symbol } = listing.instrument
  const exposure = margin.exposure(symbol)
  const { side } = record.order.terms
  margin.setExposure(symbol, { ...exposure, [side]: plus(minus(exposure[side], before), amount) })
  refitStock(account, listing, ledger)
}

/**
 * Open sales hold what the account is long, as far as they reach, and borrow the rest; what is short is borrowed
 * too. To be called after anything that changed the position of a margin account.
 */
export function refitStock(account: Account, listing: Listing, ledger: Ledger): void {
  const { margin } = account
  if (margin === undefined || !isLentOn(listing.instrument, account.currency)) return
  const { symbol } = listing.instrument
  const exposure = margin.exposure(symbol)
  const total = lotsOf(account, symbol)
  const heldLots = Math.min(exposure.sell.lots, Math.max(0, total))
  const heldBefore = account.positions.get(symbol)?.heldLots ?? 0
  if (heldLots !== heldBefore) ledger.holdStock(symbol, account, heldLots - heldBefore)
  const borrowedLots = Math.max(0, exposure.sell.lots - total)
  if (borrowedLots === exposure.borrowedLots) return
  listing.lentLots += borrowedLots - exposure.borrowedLots
  margin.setExposure(symbol, { ...exposure, borrowedLots })
}
