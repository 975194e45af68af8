import { deliver } from '../accounts/settlement/settlement.ts'
import { ledgerDay, startOfLedgerDay } from '../accounts/settlement/settlement-date.ts'
import { type DueSource, NEVER } from './due-source.ts'

/** Trades settle in the night before their settlement date. */
export const settlement: DueSource = {
  next(state) {
    let due = NEVER
    if (state.settling.size === 0) return due
    for (const day of state.settling.keys()) due = Math.min(due, startOfLedgerDay(day))
    return due
  },
  run(state) {
    const today = ledgerDay(state.time)
    for (const [day, accounts] of state.settling) {
      if (day > today) continue
      state.settling.delete(day)
      for (const account of accounts) {
        if (account.settlement === undefined || !deliver(account.settlement, day)) continue
        account.touchAll()
        state.accountChanged(account)
      }
    }
  },
}
