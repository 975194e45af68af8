import { Account } from '../accounts/account.ts'
import type { OpenAccount } from '../commands.ts'
import type { ExchangeState } from '../state.ts'

export function openAccount(state: ExchangeState, command: OpenAccount): void {
  const { accountId, kind, name, currency } = command
  if (state.accounts.has(accountId)) {
    state.reject('invalid-request', `Account ${accountId} exists already.`)
    return
  }
  const account = new Account(accountId, kind, name, currency, state.time)
  state.accounts.set(accountId, account)
  state.accountChanged(account)
}
