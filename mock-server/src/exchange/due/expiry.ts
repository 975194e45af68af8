import { expireOrder } from '../execution/conclude-order.ts'
import { type DueSource, NEVER } from './due-source.ts'

/** Orders whose time in force ends, in the order of entry. */
export const expiry: DueSource = {
  next: (state) => state.expiries.next ?? NEVER,
  run(state) {
    for (const orderNumber of state.expiries.dueAt(state.time)) {
      const record = state.orders.get(orderNumber)
      if (record === undefined) continue
      expireOrder(state, record, record.order.terms.timeInForce === 'gtd' ? 'expired-gtd' : 'expired-day')
    }
  },
}
