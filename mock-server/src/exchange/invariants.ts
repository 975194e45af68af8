import type { Account } from './accounts/account.ts'
import type { Listing } from './instruments/listing.ts'
import { accountIsSound } from './invariants/accounts.ts'
import { bookIsSound } from './invariants/book.ts'
import { hold } from './invariants/hold.ts'
import type { ExchangeState } from './state.ts'

/**
 * What must hold between any two commands, whatever was executed. Looks at everything: for tests and for
 * whoever wants to know after every command.
 *
 * @throws Error that names the broken invariant and its numbers.
 */
export function checkInvariants({ state }: { readonly state: ExchangeState }): void {
  const accounts = [...state.ledger.systemAccounts, ...state.accounts.values()]
  moneyIsConserved(accounts)
  stockIsConserved(accounts)
  for (const account of state.accounts.values()) accountIsSound(state, account)
  for (const listing of state.listings.values()) loansAreCounted(state, listing)
  for (const listing of state.listings.values()) bookIsSound(state, listing)
}

function moneyIsConserved(accounts: readonly Account[]): void {
  const totals = new Map<string, bigint>()
  for (const { balances } of accounts) {
    for (const [asset, { available, held }] of balances) {
      totals.set(asset, (totals.get(asset) ?? 0n) + available + held)
    }
  }
  for (const [asset, total] of totals) {
    hold(
      total === 0n,
      'money is conserved',
      () => `all accounts together have ${total} minor units of ${asset}, not 0`,
    )
  }
}

function stockIsConserved(accounts: readonly Account[]): void {
  const totals = new Map<string, number>()
  for (const { positions } of accounts) {
    for (const [symbol, { availableLots, heldLots }] of positions) {
      totals.set(symbol, (totals.get(symbol) ?? 0) + availableLots + heldLots)
    }
  }
  for (const [symbol, total] of totals) {
    hold(
      total === 0,
      'positions sum to zero',
      () => `all accounts together have ${total} lots of ${symbol}, not 0`,
    )
  }
}

function loansAreCounted(state: ExchangeState, { instrument: { symbol }, lentLots }: Listing): void {
  let borrowed = 0
  for (const { margin } of state.accounts.values()) borrowed += margin?.exposure(symbol).borrowedLots ?? 0
  hold(
    borrowed === lentLots,
    'what is lent is borrowed',
    () => `${symbol}: ${lentLots} lent, ${borrowed} borrowed`,
  )
}
