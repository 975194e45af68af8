import type { CancelAllOrders } from '../commands.ts'
import { cancelOrder } from '../execution/conclude-order.ts'
import type { ExchangeState } from '../state.ts'

/** In the order of entry; orders accepted after `asOfSeq` stay. */
export function cancelAllOrders(state: ExchangeState, command: CancelAllOrders): void {
  const account = state.accounts.get(command.accountId)
  if (account === undefined) {
    state.reject('unknown-account', `No account has the id ${command.accountId}.`)
    return
  }
  for (const record of state.orders.archive(account).open.oldestFirst()) {
    if (command.symbol !== undefined && record.order.terms.symbol !== command.symbol) continue
    if (command.asOfSeq !== undefined && record.acceptedSeq > command.asOfSeq) continue
    cancelOrder(state, record, command.reason ?? 'canceled-by-user')
  }
}
