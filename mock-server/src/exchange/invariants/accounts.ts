import type { Account } from '../accounts/account.ts'
import { lotsOf } from '../accounts/margin/assessment.ts'
import { isLentOn } from '../accounts/margin/credit.ts'
import { type Exposure, type MarginAccount, NO_EXPOSURE, plus } from '../accounts/margin/margin-account.ts'
import type { ExchangeState } from '../state.ts'
import { hold } from './hold.ts'
import { orderIsSound, reservationIsExact, stopIsAhead } from './orders.ts'

/** Nothing is overdrawn, and exactly what open orders need is held. */
export function accountIsSound(state: ExchangeState, account: Account): void {
  const { accountId } = account
  const heldCash = new Map<string, bigint>()
  const heldLots = new Map<string, number>()
  for (const record of state.orders.archive(account).open.oldestFirst()) {
    orderIsSound(record)
    reservationIsExact(record)
    stopIsAhead(record)
    const { instrument } = record.listing ?? {}
    if (instrument === undefined) continue
    const { quoteAsset, symbol } = instrument
    heldCash.set(quoteAsset, (heldCash.get(quoteAsset) ?? 0n) + record.reservedCash)
    heldLots.set(symbol, (heldLots.get(symbol) ?? 0) + record.reservedLots)
  }
  if (account.margin !== undefined) {
    creditIsSound(state, account, account.margin, heldLots)
    callsAreSound(state, account, account.margin)
  }
  for (const [asset, { available, held }] of account.balances) {
    const mayOwe = account.margin !== undefined && asset === account.currency
    hold(
      mayOwe || available >= (account.owed.get(asset) ?? 0n),
      'available is never negative but for what a reversal took',
      () => `${accountId} has ${available} ${asset}`,
    )
    const expected = heldCash.get(asset) ?? 0n
    hold(
      held === expected,
      'held equals reservations',
      () => `${accountId} holds ${held} ${asset}, orders ${expected}`,
    )
  }
  for (const [symbol, { availableLots, heldLots: held }] of account.positions) {
    const mayOwe = account.margin !== undefined && held === 0
    hold(
      mayOwe || availableLots >= Number(account.owed.get(symbol) ?? 0n),
      'available is never negative but for what a reversal took',
      () => `${accountId} has ${availableLots} ${symbol}`,
    )
    const expected = heldLots.get(symbol) ?? 0
    hold(
      held === expected,
      'held equals reservations',
      () => `${accountId} holds ${held} ${symbol}, orders ${expected}`,
    )
  }
  for (const record of state.orders.archive(account).newestFirst()) orderIsSound(record)
}

/** A call is for something, and is known to be there. */
function callsAreSound({ calledAccounts }: ExchangeState, account: Account, margin: MarginAccount): void {
  const { call, initialCall } = margin
  const isKnown = calledAccounts.has(account) === (call !== undefined || initialCall !== undefined)
  const isFor =
    initialCall === undefined || (initialCall.amount > 0n && initialCall.dueAt > initialCall.calledAt)
  hold(isKnown && isFor, 'calls are sound', () => `${account.accountId} is called for ${initialCall?.amount}`)
}

/** Open orders on credit add up to what the account counts; sales hold what it is long and borrow the rest. */
function creditIsSound(
  state: ExchangeState,
  account: Account,
  margin: MarginAccount,
  heldLots: Map<string, number>,
): void {
  const sums = new Map<string, Exposure>()
  for (const { exposure: amount, listing, order } of state.orders.archive(account).open.oldestFirst()) {
    if (amount === undefined || listing === undefined) continue
    const { symbol } = listing.instrument
    const sum = sums.get(symbol) ?? NO_EXPOSURE
    sums.set(symbol, { ...sum, [order.terms.side]: plus(sum[order.terms.side], amount) })
  }
  for (const symbol of new Set([...sums.keys(), ...margin.exposures.keys(), ...account.positions.keys()])) {
    const { instrument } = state.listings.get(symbol) ?? {}
    if (instrument === undefined || !isLentOn(instrument, account.currency)) continue
    const { buy, sell, borrowedLots } = margin.exposure(symbol)
    const sum = sums.get(symbol) ?? NO_EXPOSURE
    const total = lotsOf(account, symbol)
    const numbers = () =>
      `${account.accountId} ${symbol}: ${borrowedLots} borrowed, has ${total}, sells ${sell.lots}`
    const isSum = [buy.lots - sum.buy.lots, sell.lots - sum.sell.lots].every((lots) => lots === 0)
    hold(
      isSum && buy.value === sum.buy.value && sell.value === sum.sell.value,
      'credit is counted exactly',
      numbers,
    )
    hold(borrowedLots === Math.max(0, sell.lots - total), 'what is short is borrowed', numbers)
    if (total > 0) heldLots.set(symbol, Math.min(total, sell.lots))
  }
}
