import { cancelOpenOrders } from '../execution/conclude-order.ts'
import { type DueSource, NEVER } from './due-source.ts'

/** Accounts that did not speak up in time, in the order in which they first set their switch. */
export const switches: DueSource = {
  next(state) {
    let due = NEVER
    if (state.switches.size === 0) return due
    for (const { cancelAllAt } of state.switches) due = Math.min(due, cancelAllAt ?? NEVER)
    return due
  },
  run(state) {
    for (const account of [...state.switches]) {
      if (account.cancelAllAt === undefined || account.cancelAllAt > state.time) continue
      account.cancelAllAt = undefined
      state.switches.delete(account)
      cancelOpenOrders(state, account, 'cancel-all-after')
    }
  },
}
