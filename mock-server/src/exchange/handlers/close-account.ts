import type { CloseAccount } from '../commands.ts'
import { cancelOpenOrders } from '../execution/conclude-order.ts'
import type { ExchangeState } from '../state.ts'

/** What the account owns stays in it and may still be withdrawn. */
export function closeAccount(state: ExchangeState, command: CloseAccount): void {
  const account = state.accounts.get(command.accountId)
  if (account === undefined) {
    state.reject('unknown-account', `No account has the id ${command.accountId}.`)
    return
  }
  if (account.closed) {
    state.reject('account-closed', `Account ${command.accountId} is closed already.`)
    return
  }
  cancelOpenOrders(state, account, 'account-closed')
  account.closed = true
  account.cancelAllAt = undefined
  state.switches.delete(account)
  state.accountChanged(account)
}
