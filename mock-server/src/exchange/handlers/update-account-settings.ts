import type { UpdateAccountSettings } from '../commands.ts'
import type { ExchangeState } from '../state.ts'

/** A closed account keeps its settings changeable: they are its holder's. */
export function updateAccountSettings(state: ExchangeState, command: UpdateAccountSettings): void {
  const account = state.accounts.get(command.accountId)
  if (account === undefined) {
    state.reject('unknown-account', `No account has the id ${command.accountId}.`)
    return
  }
  if (account.name === command.name) return
  account.name = command.name
  state.accountChanged(account)
}
