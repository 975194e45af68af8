import type { Account, Balance, Position } from '@openbourse/spec'
import type { AccountView, BalanceView, ExchangeView } from '../../exchange/exchange.ts'
import { formatTime } from '../../exchange/values/time.ts'
import type { Minor } from '../../exchange/values/types.ts'
import { formatMoney, tradeValue } from '../../exchange/values/wire.ts'
import { lotsOf, toWirePosition, valuationPrice } from './position.ts'

/**
 * An account as the wire shows it. Not simulated: conversion between currencies; only what is quoted in the
 * account's currency counts in its equity.
 */
export function toWireAccount(view: ExchangeView, account: AccountView): Account {
  const own = balanceOf(account, account.currency)
  const cash = own.available + own.held
  return {
    accountId: account.accountId,
    name: account.name,
    currency: account.currency,
    status: account.closed ? 'closed' : 'active',
    type: 'cash',
    equity: formatMoney(cash + positionsValue(view, account)),
    cash: formatMoney(cash),
    buyingPower: formatMoney(own.available),
    createdAt: formatTime(account.createdAt),
  }
}

/** By asset. */
export function toWireBalances(account: AccountView): Balance[] {
  return [...account.balances]
    .sort((left, right) => (left.asset < right.asset ? -1 : 1))
    .map(({ asset, available, held }) => ({
      asset,
      total: formatMoney(available + held),
      available: formatMoney(available),
      held: formatMoney(held),
    }))
}

/** What is not zero, by symbol. */
export function toWirePositions(view: ExchangeView, account: AccountView): Position[] {
  const positions: Position[] = []
  for (const position of account.positions) {
    const instrument = view.instrument(position.symbol)
    if (instrument === undefined || lotsOf(position) === 0) continue
    positions.push(toWirePosition(position, instrument, view.best(position.symbol)))
  }
  return positions.sort((left, right) => (left.symbol < right.symbol ? -1 : 1))
}

/** In the account's currency; a position without a market counts what it cost. */
function positionsValue(view: ExchangeView, account: AccountView): Minor {
  let total = 0n
  for (const position of account.positions) {
    const instrument = view.instrument(position.symbol)
    if (instrument === undefined || instrument.quoteAsset !== account.currency) continue
    const lots = lotsOf(position)
    const price = valuationPrice(view.best(position.symbol), lots)
    total += price === null ? position.cost : tradeValue(instrument, price, lots)
  }
  return total
}

function balanceOf(account: AccountView, asset: string): BalanceView {
  for (const balance of account.balances) if (balance.asset === asset) return balance
  return { asset, available: 0n, held: 0n }
}
