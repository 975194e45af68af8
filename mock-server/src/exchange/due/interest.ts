import type { Account } from '../accounts/account.ts'
import { accrue, interestOn, NOTHING_ACCRUED } from '../accounts/interest/interest.ts'
import { markOf } from '../accounts/margin/valuation.ts'
import { totalLots } from '../accounts/position.ts'
import { settledBalance } from '../accounts/settlement/settlement.ts'
import { businessDayAfter, ledgerDay, startOfLedgerDay } from '../accounts/settlement/settlement-date.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import { UNIT } from '../values/decimal.ts'
import { formatDate } from '../values/time.ts'
import type { Minor } from '../values/types.ts'
import { scaleOf, tradeValue } from '../values/wire.ts'
import { type DueSource, NEVER } from './due-source.ts'

/**
 * Interest of each business day of New York, by the settled balance in the night after it: a Friday counts for three
 * days, the day before a holiday for two. It is booked in the night after the last business day of a month. Without
 * rates nothing is ever due.
 */
export const interest: DueSource = {
  next: (state) => (state.interestDay === undefined ? NEVER : startOfLedgerDay(state.interestDay + 1)),
  run(state) {
    const day = state.interestDay
    if (day === undefined) return
    const next = businessDayAfter('usEquity', day, 1)
    const isLastOfMonth = formatDate(day).slice(0, 7) !== formatDate(next).slice(0, 7)
    for (const account of state.accounts.values()) {
      if (account.rates === undefined) continue
      const { balance, shortValue } = bearing(state, account)
      account.accrued = accrue(account.accrued ?? NOTHING_ACCRUED, balance, shortValue, next - day)
      if (isLastOfMonth) post(state, account)
    }
    state.interestDay = next
  },
}

/** The first day that counts for an account that is opened now. */
export function firstInterestDay(state: ExchangeState): number {
  return state.interestDay ?? businessDayAfter('usEquity', ledgerDay(state.time), 0)
}

/** What money interest is due on, and what borrowed stock is worth. The proceeds of short sales secure them, and bear none. */
function bearing(state: ExchangeState, account: Account): { balance: Minor; shortValue: Minor } {
  const { currency, settlement } = account
  const { available = 0n, held = 0n } = account.balances.get(currency) ?? {}
  let balance =
    settlement === undefined ? available + held : settledBalance(settlement, currency, available + held)
  let shortValue = 0n
  for (const [symbol, position] of account.positions) {
    const lots = totalLots(position)
    const listing = lots < 0 ? state.listings.get(symbol) : undefined
    const price = listing === undefined ? undefined : markOf(listing)
    if (listing === undefined || price === undefined) continue
    balance -= tradeValue(listing.instrument, price, -lots)
    shortValue += tradeValue(listing.instrument, price, inHundreds(listing, -lots))
  }
  // Who owes by accident, after a bust, was lent nothing.
  return { balance: balance < 0n && account.margin === undefined ? 0n : balance, shortValue }
}

/** Stock is lent by the hundred shares. */
function inHundreds({ instrument }: Listing, lots: number): number {
  const hundred = Number((100n * UNIT) / scaleOf(instrument).lot.units)
  return Math.ceil(lots / hundred) * hundred
}

function post(state: ExchangeState, account: Account): void {
  const { owed, earned, borrowed } = account.accrued ?? NOTHING_ACCRUED
  const { debit, credit, borrow } = account.rates ?? {}
  account.accrued = NOTHING_ACCRUED
  book(state, account, 'interest', interestOn(earned, credit) - interestOn(owed, debit))
  book(state, account, 'borrowFee', -interestOn(borrowed, borrow))
}

/** The broker, who takes the fees too, earns and pays it. */
function book(state: ExchangeState, account: Account, type: 'interest' | 'borrowFee', amount: Minor): void {
  if (amount === 0n) return
  state.ledger.moveCash(account.currency, state.ledger.feePool, account, amount)
  state.booked(account, { type, cash: { asset: account.currency, amount } })
  state.accountChanged(account)
}
