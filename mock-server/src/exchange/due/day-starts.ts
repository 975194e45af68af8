import { assess } from '../accounts/margin/assessment.ts'
import { beginDay, nextDayStart } from '../accounts/margin/day-trading.ts'
import type { DueSource } from './due-source.ts'

/** The day of margin accounts begins with what they have then. */
export const dayStarts: DueSource = {
  next: (state) => state.marginDayAt,
  run(state) {
    for (const account of state.marginAccounts) {
      const { equity, positions } = assess(state, account)
      if (account.margin !== undefined)
        beginDay(account.margin.dayTrading, equity, positions.maintenance, state.time)
    }
    state.marginDayAt = nextDayStart(state.time)
  },
}
