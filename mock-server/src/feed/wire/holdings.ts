import type { AccountState, Balance, Position } from '@openbourse/spec'
import type {
  AccountView,
  BalanceView,
  BestPrices,
  ExchangeView,
  PositionView,
} from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatMoney } from '../../exchange/values/wire.ts'
import { lotsOf, toWirePosition } from './position.ts'

/** What an account has at one instant, and what its positions could be closed at then. */
export interface Holdings {
  readonly accountId: string
  readonly ordersSeq: number
  readonly balances: readonly BalanceView[]
  readonly positions: readonly HeldPosition[]
}

interface HeldPosition {
  readonly position: PositionView
  readonly instrument: Instrument
  readonly best: BestPrices | undefined
}

/** A copy: what the account has later does not change it. */
export function holdingsOf(view: ExchangeView, account: AccountView): Holdings {
  const { accountId, ordersSeq } = account
  const positions: HeldPosition[] = []
  for (const position of account.positions) {
    const instrument = view.instrument(position.symbol)
    if (instrument === undefined || lotsOf(position) === 0) continue
    positions.push({ position, instrument, best: view.best(position.symbol) })
  }
  return { accountId, ordersSeq, balances: [...account.balances], positions }
}

export function toWireHoldings(holdings: Holdings): AccountState {
  const { accountId, ordersSeq } = holdings
  return {
    accountId,
    ordersSeq,
    balances: toWireBalances(holdings.balances),
    positions: toWirePositions(holdings),
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
export function toWirePositions({ positions }: Holdings): Position[] {
  return positions
    .map(({ position, instrument, best }) => toWirePosition(position, instrument, best))
    .sort((left, right) => (left.symbol < right.symbol ? -1 : 1))
}
