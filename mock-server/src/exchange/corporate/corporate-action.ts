import type { Account } from '../accounts/account.ts'
import { startOfLedgerDay } from '../accounts/settlement/settlement-date.ts'
import type { Lots, Minor, Time } from '../values/types.ts'
import type { CorporateDates, CorporateTerms } from './corporate-terms.ts'

/** What an account is paid on the pay date; below zero it owes. */
export interface Entitlement {
  readonly account: Account
  readonly lots: Lots
  readonly amount: Minor
}

export interface CorporateAction extends CorporateDates {
  readonly actionNumber: number
  readonly symbol: string
  readonly terms: CorporateTerms
  readonly declaredAt: Time
  stage: 'declared' | 'effective' | 'done'
  /** From the ex-date to the pay date. */
  entitlements: readonly Entitlement[]
}

/** Those of the symbol that took effect after it was traded at a time. */
export function tookEffectSince(
  actions: readonly CorporateAction[],
  symbol: string,
  tradedAt: Time,
): readonly CorporateAction[] {
  return actions.filter(
    (action) =>
      action.symbol === symbol && action.stage !== 'declared' && tradedAt < startOfLedgerDay(action.exDay),
  )
}
