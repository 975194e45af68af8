import { expect, test } from 'vitest'
import { createExchange } from '../../src/exchange/create-exchange.ts'
import type { BalanceView, PositionHeld } from '../../src/exchange/exchange.ts'
import { stockInstrument } from '../../src/market/demo-instruments.ts'

function openExchange() {
  const exchange = createExchange()
  for (const symbol of ['AAPL', 'MSFT'])
    exchange.execute({ type: 'ListInstrument', instrument: stockInstrument(symbol) })
  const deposit = (symbol: string, quantityLots: number) =>
    exchange.execute({ type: 'DepositPosition', accountId: 'acc_1', symbol, quantityLots })
  exchange.execute({
    type: 'OpenAccount',
    accountId: 'acc_1',
    kind: 'customer',
    name: 'One',
    currency: 'USD',
  })
  exchange.execute({ type: 'Deposit', accountId: 'acc_1', asset: 'USD', amount: 500n })
  for (const symbol of ['AAPL', 'MSFT']) deposit(symbol, 10)
  const account = exchange.view.follow('acc_1')
  const told = () => {
    const balances: BalanceView[] = []
    const positions: PositionHeld[] = []
    account?.tellChanges({
      balance: (now) => void balances.push(now),
      position: (now) => void positions.push(now),
    })
    return { balances, positions }
  }
  return { exchange, deposit, told }
}

test('a follower is told everything first, and then what is different', () => {
  const { deposit, told } = openExchange()
  const first = told()
  expect(first.balances).toMatchObject([{ asset: 'USD', available: 500n, held: 0n, unsettled: 0n }])
  expect(first.positions.map(({ symbol, availableLots }) => [symbol, availableLots])).toEqual([
    ['AAPL', 10],
    ['MSFT', 10],
  ])
  expect(told()).toEqual({ balances: [], positions: [] })
  deposit('MSFT', 5)
  deposit('MSFT', 1)
  expect(told().positions).toMatchObject([{ symbol: 'MSFT', availableLots: 16 }])
  expect(first.positions[1]?.availableLots).toBe(10)
})

test('nobody can follow what is no account of a customer', () => {
  const { exchange } = openExchange()
  exchange.execute({ type: 'OpenAccount', accountId: 'lp', kind: 'liquidity', name: 'LP', currency: 'USD' })
  expect(exchange.view.follow('lp')).toBeUndefined()
  expect(exchange.view.follow('acc_2')).toBeUndefined()
})

test('a second follower is refused: each would be told a part', () => {
  const { exchange } = openExchange()
  expect(() => exchange.view.follow('acc_1')).toThrow('acc_1 has a follower')
})
