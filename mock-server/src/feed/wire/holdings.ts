import type { AccountState, Balance, Position } from '@openbourse/spec'
import type { MarginView } from '../../exchange/accounts/margin/margin-view.ts'
import type { BalanceView, ExchangeView, PositionView } from '../../exchange/exchange.ts'
import { formatMoney } from '../../exchange/values/wire.ts'
import { toWireMargin } from './margin.ts'
import { lotsOf, toWirePosition } from './position.ts'

/** What an account has at one instant. */
export interface Holdings {
  readonly accountId: string
  readonly ordersSeq: number
  readonly balances: readonly BalanceView[]
  readonly positions: readonly PositionView[]
  readonly margin: MarginView | undefined
}

export function toWireHoldings(view: ExchangeView, holdings: Holdings): AccountState {
  const { accountId, ordersSeq, margin } = holdings
  return {
    accountId,
    ordersSeq,
    balances: toWireBalances(holdings.balances),
    positions: toWirePositions(view, holdings.positions),
    ...(margin === undefined ? {} : { margin: toWireMargin(margin) }),
  }
}

/** By asset. */
export function toWireBalances(balances: Iterable<BalanceView>): Balance[] {
  return [...balances]
    .sort((left, right) => (left.asset < right.asset ? -1 : 1))
    .map(({ asset, available, held, unsettled }) => ({
      asset,
      total: formatMoney(available + held),
      available: formatMoney(available),
      held: formatMoney(held),
      settled: formatMoney(available + held - unsettled),
      unsettled: formatMoney(unsettled),
    }))
}

/** What is not zero, by symbol. */
export function toWirePositions(view: ExchangeView, positions: readonly PositionView[]): Position[] {
  const wire: Position[] = []
  for (const position of positions) {
    const instrument = view.instrument(position.symbol)
    if (instrument !== undefined && lotsOf(position) !== 0) wire.push(toWirePosition(position, instrument))
  }
  return wire.sort((left, right) => (left.symbol < right.symbol ? -1 : 1))
}
