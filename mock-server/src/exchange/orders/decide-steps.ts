import type { Account } from '../accounts/account.ts'
import type { Listing } from '../instruments/listing.ts'
import { decideMatches } from '../matching/match.ts'
import { decideGuarded, type EntryStep, hasOwn, type Prevention } from '../matching/self-trade.ts'
import { anyPrice, opposite } from '../matching/side.ts'
import { withinBands } from '../sessions/price-bands.ts'
import type { Lots } from '../values/types.ts'
import { limitOf, type OrderTerms, type SelfTradePrevention } from './order.ts'

/** Whom an order of these terms and this quantity would meet. */
export function decideSteps(
  { book, transferring, status }: Listing,
  { ownerNumber, accountId }: Account,
  terms: OrderTerms,
  lots: Lots,
): readonly EntryStep[] {
  const makers = book.side(opposite(terms.side))
  const limit = withinBands(terms.side, limitOf(terms) ?? anyPrice(terms.side), status.bands)
  const matches = decideMatches(makers, limit, lots)
  const prevention = preventionOf(terms)
  if (prevention === undefined || ownerNumber === 0 || !hasOwn(makers.pool.orders, matches, ownerNumber))
    return matches
  const steps = decideGuarded(makers, limit, lots, ownerNumber, prevention)
  if (terms.selfTradePrevention !== 'transfer') return steps
  return steps.map((step) => {
    const other = step.prevention === undefined ? undefined : transferring.get(step.makerNumber)
    return other === undefined || other === accountId ? step : { ...step, prevention: 'transfer' }
  })
}

export function preventionOf({ selfTradePrevention = 'cancelIncoming' }: OrderTerms): Prevention | undefined {
  return PREVENTIONS[selfTradePrevention]
}

/** A transfer is what two orders of different accounts of a group make of a decrement, where both want it. */
const PREVENTIONS: Readonly<Record<SelfTradePrevention, Prevention | undefined>> = {
  allow: undefined,
  cancelIncoming: 'cancelIncoming',
  cancelResting: 'cancelResting',
  cancelBoth: 'cancelBoth',
  decrement: 'decrement',
  transfer: 'decrement',
}
