import type { Account } from '../accounts/account.ts'
import type { LotMove } from '../accounts/lots/lot-queue.ts'
import { TaxLots } from '../accounts/lots/tax-lots.ts'
import { ledgerDay } from '../accounts/settlement/settlement-date.ts'
import type { Fill } from '../events.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots, Minor } from '../values/types.ts'

/** The lots of accounts that count by them. */

/** A fill; one that corrects another takes its place. */
export function moveFilledLots(state: ExchangeState, account: Account, fill: Fill): void {
  if (account.lots === undefined) return
  const lots = lotsOf(account.lots, fill.symbol)
  const corrected = fill.corrects === undefined ? undefined : fillOf(state, account, fill.corrects)
  if (corrected === undefined) lots.move(moveOf(fill))
  else lots.takeBack(moveOf(corrected), moveOf(fill))
}

/** Stock that came (positive) or went without a trade, for `value` where it was paid for. */
export function moveOtherLots(
  state: ExchangeState,
  account: Account,
  symbol: string,
  lots: Lots,
  value?: Minor,
): void {
  if (account.lots === undefined) return
  const move = { fillNumber: 0, day: ledgerDay(state.time), lots, value }
  lotsOf(account.lots, symbol).move(move)
}

/** The fill never was: see {@link TaxLots.takeBack}. */
export function takeBackLots(account: Account, fill: Fill): void {
  account.lots?.get(fill.symbol)?.takeBack(moveOf(fill))
}

function moveOf({ fillNumber, side, quantityLots, value, time }: Fill): LotMove {
  return { fillNumber, day: ledgerDay(time), lots: side === 'buy' ? quantityLots : -quantityLots, value }
}

function fillOf(state: ExchangeState, account: Account, fillNumber: number): Fill | undefined {
  for (const fill of state.orders.archive(account).fills.newestFirst()) {
    if (fill.fillNumber === fillNumber) return fill
  }
  return undefined
}

function lotsOf(lots: Map<string, TaxLots>, symbol: string): TaxLots {
  let known = lots.get(symbol)
  if (known === undefined) {
    known = new TaxLots()
    lots.set(symbol, known)
  }
  return known
}
