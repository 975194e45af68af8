import type { CancelOrder } from '../commands.ts'
import { cancelOrder as cancel } from '../execution/conclude-order.ts'
import { awaitCancel, takesTime } from '../execution/requests.ts'
import { isOpen, isPending } from '../orders/lifecycle.ts'
import type { ExchangeState } from '../state.ts'

const BY_USER = 'canceled-by-user'

/** Cancels are taken at any time, also while the symbol is halted or the market closed. */
export function cancelOrder(state: ExchangeState, command: CancelOrder): void {
  const { reason = BY_USER } = command
  const record = state.orders.get(command.orderNumber)
  if (record === undefined || record.account.accountId !== command.accountId) {
    state.reject('unknown-order', `Account ${command.accountId} has no order ${command.orderNumber}.`)
    return
  }
  const { order } = record
  if (!isOpen(order.status)) {
    state.reject('order-not-open', `Order ${order.orderNumber} is already ${order.status}.`, order)
    return
  }
  if (reason !== BY_USER) cancel(state, record, reason)
  else if (isPending(order.status)) {
    state.reject('request-pending', `Order ${order.orderNumber} is ${order.status}.`, order)
  } else if (takesTime(state, record)) awaitCancel(state, record)
  else cancel(state, record, reason)
}
