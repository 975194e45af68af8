import type { Account, Balance } from './accounts/account.ts'
import { basisOf, priceOn } from './accounts/margin/valuation.ts'
import { type Position, totalLots } from './accounts/position.ts'
import { unsettledCash, unsettledLots } from './accounts/settlement/settlement.ts'
import type { BalanceView, PositionHeld, PositionView } from './exchange.ts'
import type { ExchangeState } from './state.ts'

/** What the account has of one asset now. */
export function balanceNow(account: Account, asset: string, balance: Readonly<Balance>): BalanceView {
  const { settlement } = account
  const { available, held } = balance
  const unsettled = settlement === undefined ? 0n : unsettledCash(settlement, asset, available + held)
  return { asset, available, held, unsettled }
}

/** What it has of one symbol now. */
export function positionNow(account: Account, symbol: string, position: Readonly<Position>): PositionHeld {
  const { settlement, lots } = account
  const { availableLots, heldLots } = position
  const total = totalLots(position)
  const { cost, realizedProfit } = lots?.get(symbol)?.now ?? position
  const unsettled = settlement === undefined ? 0 : unsettledLots(settlement, symbol, total)
  const basis = basisOf(account, total)
  return { symbol, availableLots, heldLots, cost, realizedProfit, unsettledLots: unsettled, basis }
}

/** All that it has or had, valued now, in the order in which it got them. */
export function positionsNow(state: ExchangeState, account: Account): readonly PositionView[] {
  return Array.from(account.positions, ([symbol, position]) => {
    const held = positionNow(account, symbol, position)
    const listing = state.listings.get(symbol)
    return { ...held, valueTicks: (listing && priceOn(held.basis, listing)) ?? null }
  })
}
