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
  // The market's own accounts stand for many people each.
  if (kind === 'customer') account.ownerNumber = state.accounts.size + 1
  state.accounts.set(accountId, account)
  state.accountChanged(account)
}
