import type { AccountState, Balance, Position } from '@openbourse/spec'
import type { MarginView } from '../../exchange/accounts/margin/margin-view.ts'
import type { AccountView, BalanceView, ExchangeView, PositionView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatMoney } from '../../exchange/values/wire.ts'
import { toWireMargin } from './margin.ts'
import { lotsOf, toWirePosition } from './position.ts'

/** What an account has at one instant, and what its positions could be closed at then. */
export interface Holdings {
  readonly accountId: string
  readonly ordersSeq: number
  readonly balances: readonly BalanceView[]
  readonly positions: readonly HeldPosition[]
  readonly margin: MarginView | undefined
}

interface HeldPosition {
  readonly position: PositionView
  readonly instrument: Instrument
}

/** A copy: what the account has later does not change it. */
export function holdingsOf(view: ExchangeView, account: AccountView): Holdings {
  const { accountId, ordersSeq } = account
  const positions: HeldPosition[] = []
  for (const position of account.positions) {
    const instrument = view.instrument(position.symbol)
    if (instrument === undefined || lotsOf(position) === 0) continue
    positions.push({ position, instrument })
  }
  return { accountId, ordersSeq, balances: [...account.balances], positions, margin: account.margin }
}

export function toWireHoldings(holdings: Holdings): AccountState {
  const { accountId, ordersSeq, margin } = holdings
  return {
    accountId,
    ordersSeq,
    balances: toWireBalances(holdings.balances),
    positions: toWirePositions(holdings),
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
export function toWirePositions({ positions }: Pick<Holdings, 'positions'>): Position[] {
  return positions
    .map(({ position, instrument }) => toWirePosition(position, instrument))
    .sort((left, right) => (left.symbol < right.symbol ? -1 : 1))
}
