import { startOfLedgerDay } from '../accounts/settlement/settlement-date.ts'
import type { CorporateAction } from '../corporate/corporate-action.ts'
import { payOut } from '../corporate/dividends.ts'
import { takeEffect } from '../corporate/take-effect.ts'
import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'
import { type DueSource, NEVER } from './due-source.ts'

/** Splits and dividends take effect in the night before their ex-date, and are paid in that before their pay date. */
export const corporateActions: DueSource = {
  next(state) {
    let due = NEVER
    for (const action of pendingOf(state)) due = Math.min(due, dueOf(action))
    return due
  },
  run(state) {
    for (const action of pendingOf(state)) {
      const listing = state.listings.get(action.symbol)
      if (listing === undefined) continue
      if (action.stage === 'declared' && dueOf(action) <= state.time) takeEffect(state, listing, action)
      if (action.stage === 'effective' && dueOf(action) <= state.time) payOut(state, listing, action)
      if (action.stage === 'done') state.pendingActions.delete(action.actionNumber)
    }
  },
}

/** They are numbered from 1 on, and none is ever dropped. */
function pendingOf({ pendingActions, corporateActions: all }: ExchangeState): readonly CorporateAction[] {
  return pendingActions.size === 0 ? NONE : [...pendingActions].flatMap((number) => all[number - 1] ?? [])
}

const NONE: readonly CorporateAction[] = []

function dueOf({ stage, exDay, payDay }: CorporateAction): Time {
  return startOfLedgerDay(stage === 'declared' ? exDay : payDay)
}
