import type { Account } from '../accounts/account.ts'
import type { SetHouseLevels } from '../commands.ts'
import { houseOf, setLevels } from '../house/set-levels.ts'
import type { ExchangeState } from '../state.ts'
import { listingOf } from './listing-of.ts'

export function setHouseLevels(state: ExchangeState, command: SetHouseLevels): void {
  const account = houseAccount(state, command.accountId)
  if (account === undefined) return
  const listing = listingOf(state, command.symbol)
  if (listing === undefined) return
  const wrong = command.levels.find(
    ({ priceTicks, quantityLots }) =>
      !Number.isSafeInteger(priceTicks) ||
      !Number.isSafeInteger(quantityLots) ||
      priceTicks < 1 ||
      quantityLots < 0,
  )
  if (wrong !== undefined) {
    const detail = `A level needs a positive whole price and a whole quantity: ${wrong.quantityLots} at ${wrong.priceTicks}.`
    state.reject('invalid-request', detail)
    return
  }
  setLevels(state, houseOf(state, listing, account), listing, command.levels)
  if (command.market !== undefined) state.setStatus(listing, { market: command.market })
}

/** The account that stands for recorded liquidity; a customer's must not. */
export function houseAccount(state: ExchangeState, accountId: string): Account | undefined {
  const account = state.accounts.get(accountId)
  if (account === undefined) state.reject('unknown-account', `No account has the id ${accountId}.`)
  else if (account.kind !== 'liquidity')
    state.reject('invalid-request', `${accountId} is no liquidity account.`)
  else return account
  return undefined
}
