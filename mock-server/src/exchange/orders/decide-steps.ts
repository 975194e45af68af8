import type { Account } from '../accounts/account.ts'
import type { Listing } from '../instruments/listing.ts'
import { decideMatches } from '../matching/match.ts'
import { decideGuarded, type EntryStep, hasOwn, type Prevention } from '../matching/self-trade.ts'
import { anyPrice, opposite } from '../matching/side.ts'
import type { Lots } from '../values/types.ts'
import { limitOf, type OrderTerms, type SelfTradePrevention } from './order.ts'

/** Whom an order of these terms and this quantity would meet. */
export function decideSteps(
  { book }: Listing,
  { ownerNumber }: Account,
  terms: OrderTerms,
  lots: Lots,
): readonly EntryStep[] {
  const makers = book.side(opposite(terms.side))
  const limit = limitOf(terms) ?? anyPrice(terms.side)
  const matches = decideMatches(makers, limit, lots)
  const prevention = preventionOf(terms)
  if (prevention === undefined || ownerNumber === 0 || !hasOwn(makers.pool.orders, matches, ownerNumber))
    return matches
  return decideGuarded(makers, limit, lots, ownerNumber, prevention)
}

export function preventionOf({ selfTradePrevention = 'cancelIncoming' }: OrderTerms): Prevention | undefined {
  return PREVENTIONS[selfTradePrevention]
}

/** A transfer moves what was prevented between accounts of a group; there are no groups, so nothing moves. */
const PREVENTIONS: Readonly<Record<SelfTradePrevention, Prevention | undefined>> = {
  allow: undefined,
  cancelIncoming: 'cancelIncoming',
  cancelResting: 'cancelResting',
  cancelBoth: 'cancelBoth',
  decrement: 'decrement',
  transfer: 'decrement',
}
