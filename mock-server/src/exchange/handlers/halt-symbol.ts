import type { HaltSymbol, ResumeSymbol } from '../commands.ts'
import { setDeferredLevels } from '../house/set-levels.ts'
import type { ExchangeState } from '../state.ts'
import { listingOf } from './listing-of.ts'

/** While halted nothing trades: new orders are refused, resting ones wait and may be canceled. */
export function haltSymbol(state: ExchangeState, command: HaltSymbol): void {
  const listing = listingOf(state, command.symbol)
  if (listing !== undefined) state.setStatus(listing, { halted: true, haltReason: command.reason })
}

export function resumeSymbol(state: ExchangeState, command: ResumeSymbol): void {
  const listing = listingOf(state, command.symbol)
  if (listing === undefined) return
  state.setStatus(listing, { halted: false, haltReason: null })
  setDeferredLevels(state, listing)
}
