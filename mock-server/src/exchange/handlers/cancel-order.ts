import type { CancelOrder } from '../commands.ts'
import { cancelOrder as cancel } from '../execution/conclude-order.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { ExchangeState } from '../state.ts'

/** Cancels are taken at any time, also while the symbol is halted or the market closed. */
export function cancelOrder(state: ExchangeState, command: CancelOrder): void {
  const record = state.orders.get(command.orderNumber)
  if (record === undefined || record.account.accountId !== command.accountId) {
    state.reject('unknown-order', `Account ${command.accountId} has no order ${command.orderNumber}.`)
    return
  }
  if (!isOpen(record.order.status)) {
    const { order } = record
    state.reject('order-not-open', `Order ${order.orderNumber} is already ${order.status}.`, order)
    return
  }
  cancel(state, record, command.reason ?? 'canceled-by-user')
}
