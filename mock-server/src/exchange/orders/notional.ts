import type { Account } from '../accounts/account.ts'
import type { Listing } from '../instruments/listing.ts'
import type { Match } from '../matching/match.ts'
import { endsIncoming } from '../matching/self-trade.ts'
import { opposite } from '../matching/side.ts'
import type { Lots, Minor } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import { decideSteps } from './decide-steps.ts'
import type { OrderTerms } from './order.ts'

/**
 * The order by notional in lots: what the book gives now for at most that value, in whole lots. Where the book
 * ends before the value is reached, the smallest order more, which then finds nobody: so it ends as a market
 * order without liquidity does.
 */
export function countNotional(
  terms: OrderTerms,
  notional: Minor,
  listing: Listing,
  account: Account,
): OrderTerms {
  const { book, instrument } = listing
  const makers = book.side(opposite(terms.side))
  const { bestTicks } = makers
  if (bestTicks === undefined) return { ...terms, quantityLots: instrument.minimumQuantityLots }
  const most = instrument.maximumQuantityLots + 1
  let wanted = Math.min(most, lotsFor(notional, tradeValue(instrument, bestTicks, 1)) + 1)
  for (;;) {
    const steps = decideSteps(listing, account, terms, wanted)
    // What is prevented counts as what it would have cost: both orders lose it.
    const { lots, isSpent } = spend(steps, notional, listing)
    if (isSpent) return { ...terms, quantityLots: lots }
    if (lots < wanted || steps.some(endsIncoming))
      return { ...terms, quantityLots: lots + instrument.minimumQuantityLots }
    if (wanted === most) return { ...terms, quantityLots: most }
    // A sale gets less a lot the deeper it goes, so it may need more lots than the best price says.
    wanted = Math.min(most, wanted * 2)
  }
}

/** What so many lots cost now, counted as an amount counts them: what the order would not meet costs it nothing. */
export function costOf({ listing, account, terms }: Counted, lots: Lots): Minor {
  return decideSteps(listing, account, terms, lots).reduce(
    (sum, { priceTicks, quantityLots }) => sum + tradeValue(listing.instrument, priceTicks, quantityLots),
    0n,
  )
}

interface Counted {
  readonly terms: OrderTerms
  readonly listing: Listing
  readonly account: Account
}

/** How many lots of the matches the amount pays for, and whether the next lot would be too much. */
function spend(matches: readonly Match[], notional: Minor, { instrument }: Listing) {
  let left = notional
  let lots = 0
  for (const { priceTicks, quantityLots } of matches) {
    const unit = tradeValue(instrument, priceTicks, 1)
    const taken = Math.min(quantityLots, lotsFor(left, unit))
    lots += taken
    left -= tradeValue(instrument, priceTicks, taken)
    if (taken < quantityLots) return { lots, isSpent: true }
  }
  return { lots, isSpent: left === 0n }
}

function lotsFor(value: Minor, unit: Minor): Lots {
  const lots = value / unit
  return lots > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(lots)
}
