import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import type { Ticks } from '../values/types.ts'

/** A price of a regular session: stops and the rule of short sales look at it, and it moves the limits on volatility. */
export function noteTrade(
  state: ExchangeState,
  listing: Listing,
  priceTicks: Ticks,
  isBetweenTicks = false,
): void {
  if (!listing.isRegular) return
  listing.stops.notePrint(priceTicks, isBetweenTicks, state.lastTradeNumber)
  listing.shortSales.note(priceTicks, state.time)
  const { volatility } = listing
  if (volatility === undefined) return
  state.indexMoved = true
  const [last = [volatility.reviewAt, 0, 0] as const, ...before] = volatility.sums.toReversed()
  const isNew = last[0] !== volatility.reviewAt
  const sums = isNew
    ? [...volatility.sums, [volatility.reviewAt, priceTicks, 1] as const]
    : [...before.toReversed(), [last[0], last[1] + priceTicks, last[2] + 1] as const]
  // The first price of a session, or after a pause, is the first reference.
  listing.volatility = { ...volatility, sums, referenceTicks: volatility.referenceTicks ?? priceTicks }
}
