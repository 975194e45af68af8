import type { SetCancelAllAfter } from '../commands.ts'
import type { ExchangeState } from '../state.ts'

/** Set again, the switch starts anew; a closed account has nothing to cancel. */
export function setCancelAllAfter(state: ExchangeState, command: SetCancelAllAfter): void {
  const account = state.accounts.get(command.accountId)
  if (account === undefined) {
    state.reject('unknown-account', `No account has the id ${command.accountId}.`)
    return
  }
  if (!Number.isSafeInteger(command.timeout) || command.timeout < 0) {
    state.reject('invalid-request', 'A time-out is a whole number of microseconds, or zero.')
    return
  }
  const wanted = command.timeout > 0 && !account.closed
  account.cancelAllAt = wanted ? state.time + command.timeout : undefined
  if (wanted) state.switches.add(account)
  else state.switches.delete(account)
}
