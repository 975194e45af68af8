import { expect, test } from 'vitest'
import type { Command } from '../../src/exchange/commands.ts'
import { createExchange } from '../../src/exchange/create-exchange.ts'
import { cancelOf } from '../../src/market/cancels-of.ts'
import { type MarketSource, play } from '../../src/market/market-source.ts'
import { anInstrument } from '../feed/scripted-market.ts'

test('a source is told the number of every order that was taken, in order, and of no other', () => {
  const { exchange, order } = aMarket()
  const said: Command[] = [
    order('one', 'buy', 99),
    order('two', 'sell', 0),
    { type: 'CancelOrder', accountId: 'maker', orderNumber: 1 },
    order('three', 'sell', 101),
  ]
  const told: unknown[] = []
  const source: MarketSource = {
    nextDue: () => undefined,
    next: () => said,
    told: (command, orderNumber) =>
      told.push([command.type === 'SubmitOrder' ? command.terms.clientOrderId : '-', orderNumber]),
  }
  play(source, exchange.view, exchange.execute)
  expect(told).toEqual([
    ['one', 1],
    ['two', undefined],
    ['-', undefined],
    ['three', 3],
  ])
  const { view } = exchange
  expect([1, 2, 3, 'three'].map((own) => cancelOf(view, 'maker', own)?.orderNumber)).toEqual([
    undefined,
    undefined,
    3,
    undefined,
  ])
})

test('orders of liquidity may share a client order id, and none is found by it', () => {
  const { exchange, order } = aMarket()
  const bids = [order('same', 'buy', 99), order('same', 'buy', 98)]
  expect(bids.flatMap((bid) => exchange.execute(bid).map(({ type }) => type))).toEqual([
    'OrderAccepted',
    'LevelChanged',
    'OrderAccepted',
    'LevelChanged',
  ])
  expect(exchange.view.orderByClientId('maker', 'same')).toBeUndefined()
  expect([...exchange.view.openOrders('maker')].map(({ orderNumber }) => orderNumber)).toEqual([1, 2])
})

function aMarket() {
  const exchange = createExchange()
  exchange.execute({ type: 'ListInstrument', instrument: anInstrument('AAPL') })
  exchange.execute({
    type: 'OpenAccount',
    accountId: 'maker',
    kind: 'liquidity',
    name: 'Maker',
    currency: 'USD',
  })
  const order = (clientOrderId: string, side: 'buy' | 'sell', limitPriceTicks: number): Command => ({
    type: 'SubmitOrder',
    accountId: 'maker',
    terms: {
      clientOrderId,
      symbol: 'AAPL',
      side,
      type: 'limit',
      timeInForce: 'gtc',
      quantityLots: 10,
      limitPriceTicks,
    },
  })
  return { exchange, order }
}
