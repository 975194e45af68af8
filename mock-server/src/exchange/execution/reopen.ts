import type { SymbolStatus } from '../events.ts'
import { setDeferredLevels } from '../house/set-levels.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'
import { dropAuction, prepareAuction } from './prepared-auction.ts'
import { cancelUnfilled, release } from './release.ts'
import { takeUp } from './set-aside.ts'
import { uncross } from './uncross.ts'

/** Nothing trades; where orders were collected, that ends too. */
export function halt(state: ExchangeState, listing: Listing, reason: string): void {
  dropAuction(state, listing)
  state.setStatus(listing, {
    phase: phaseOf(state, listing),
    halted: true,
    haltReason: reason,
    auction: undefined,
  })
}

/** Nothing trades, and orders are collected until an auction at `at` lets trading go on. */
export function pause(state: ExchangeState, listing: Listing, reason: string, at: Time): void {
  state.setStatus(listing, { phase: 'auction', halted: true, haltReason: reason, ...dropBands(listing) })
  prepareAuction(state, listing, 'reopening', at)
}

/** Trading goes on: in a regular session by an auction of whoever waits. */
export function reopen(state: ExchangeState, listing: Listing): void {
  dropAuction(state, listing)
  endHalt(state, listing, { phase: phaseOf(state, listing), auction: undefined })
  if (listing.isRegular) {
    uncross(state, listing, 'reopening')
    cancelUnfilled(state, listing, 'opg')
  }
  release(state, listing)
  setDeferredLevels(state, listing)
}

/** Whatever ends it: who was suspended works again. */
export function endHalt(state: ExchangeState, listing: Listing, change: Partial<SymbolStatus> = {}): void {
  state.setStatus(listing, { ...change, halted: false, haltReason: null })
  takeUp(state, listing, 'suspend')
}

/** While it does not trade, and until it has a price again, a stock has no bands. */
export function dropBands(listing: Listing) {
  const { volatility } = listing
  if (volatility !== undefined) {
    listing.volatility = { ...volatility, referenceTicks: undefined, sums: [], limitSince: undefined }
  }
  return { bands: undefined, limitState: undefined }
}

function phaseOf({ time }: ExchangeState, { calendar }: Listing) {
  return calendar?.phaseAt(time) ?? 'open'
}
