import type { Account } from '../accounts/account.ts'
import { assess } from '../accounts/margin/assessment.ts'
import { beginDay, nextDayStart } from '../accounts/margin/day-trading.ts'
import { callAfterDay } from '../accounts/margin/initial-call.ts'
import type { MarginAccount } from '../accounts/margin/margin-account.ts'
import type { ExchangeState } from '../state.ts'
import type { Minor } from '../values/types.ts'
import { type DueSource, NEVER } from './due-source.ts'
import { noteCalled } from './margin-calls.ts'

/** The day of margin accounts ends with what its trades leave lacking, and begins with what they have then. */
export const dayStarts: DueSource = {
  next: (state) => state.marginDayAt ?? NEVER,
  run(state) {
    for (const account of state.marginAccounts) {
      const { margin } = account
      if (margin === undefined) continue
      const { equity, positions } = assess(state, account)
      endDay(state, account, margin, positions.initial - equity)
      beginDay(margin.dayTrading, equity, positions.maintenance, state.time)
    }
    state.marginDayAt = nextDayStart(state.time)
  },
}

function endDay(state: ExchangeState, account: Account, margin: MarginAccount, lacking: Minor): void {
  const before = margin.initialCall
  margin.initialCall = callAfterDay(margin, lacking, state.time)
  margin.dayCharge = 0n
  margin.dayExcess = -lacking
  if (before?.amount === margin.initialCall?.amount) return
  noteCalled(state, account, margin)
  state.accountChanged(account)
}
