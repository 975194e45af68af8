import { setDeferredLevels } from '../house/set-levels.ts'
import type { ExchangeState } from '../state.ts'
import type { DueSource } from './due-source.ts'

/** The market opens and closes as its calendar says. */
export const phases: DueSource = {
  next: (state) => state.phaseChangeAt,
  run: changePhase,
}

export function changePhase(state: ExchangeState): void {
  const { calendar } = state
  if (calendar === undefined) return
  const phase = calendar.phaseAt(state.time)
  for (const listing of state.listings.values()) {
    if (listing.calendar === undefined) continue
    state.setStatus(listing, { phase })
    setDeferredLevels(state, listing)
  }
  state.phaseChangeAt = calendar.nextChange(state.time)
}
