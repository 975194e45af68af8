import { expect, test } from 'vitest'
import { checkRules } from './rules.ts'

const market = {
  clientOrderId: 'a',
  symbol: 'AAPL',
  side: 'buy',
  type: 'market',
  timeInForce: 'day',
  quantity: '1',
}

const pointers = (change: object) =>
  checkRules('OrderRequest', { ...market, ...change }).map((item) => `${item.pointer} ${item.code}`)

test.each<[string, object]>([
  ['a market order', {}],
  ['an order by notional', { quantity: undefined, notional: '100' }],
  ['a limit order', { type: 'limit', limitPrice: '1' }],
  ['a stop-limit order', { type: 'stopLimit', limitPrice: '1', stopPrice: '1', triggerBy: 'mid' }],
  ['a trailing stop', { type: 'trailingStop', trailPercent: '1', activationPrice: '5' }],
  ['a dated order', { timeInForce: 'gtd', expiresAt: '2026-11-22T14:30:00Z' }],
  ['a bracket', { orderClass: 'bracket', takeProfit: {}, stopLoss: {}, bracketMode: 'full' }],
  ['one leg', { orderClass: 'oto', stopLoss: {} }],
])('%s keeps the rules', (_, change) => {
  expect(pointers(change)).toEqual([])
})

test.each<[string, object, string[]]>([
  ['neither quantity nor notional', { quantity: undefined }, ['/quantity missing-field']],
  ['both quantity and notional', { notional: '5' }, ['/notional field-not-applicable']],
  ['a limit order without its price', { type: 'limit' }, ['/limitPrice missing-field']],
  ['a market order with a price', { limitPrice: '1' }, ['/limitPrice field-not-applicable']],
  ['a stop without its price', { type: 'stop' }, ['/stopPrice missing-field']],
  ['a trailing stop without a distance', { type: 'trailingStop' }, ['/trailAmount missing-field']],
  [
    'a trailing stop with two',
    { type: 'trailingStop', trailAmount: '1', trailPercent: '1' },
    ['/trailPercent field-not-applicable'],
  ],
  ['gtd without an end', { timeInForce: 'gtd' }, ['/expiresAt missing-field']],
  ['an end without gtd', { expiresAt: '2026-11-22T14:30:00Z' }, ['/expiresAt field-not-applicable']],
  ['a bracket with one leg', { orderClass: 'bracket', stopLoss: {} }, ['/takeProfit missing-field']],
  ['oto without a leg', { orderClass: 'oto' }, ['/takeProfit missing-field']],
  ['legs of a simple order', { takeProfit: {} }, ['/takeProfit field-not-applicable']],
])('%s breaks a rule', (_, change, expected) => {
  expect(pointers(change)).toEqual(expected)
})

test('an item says what would be right', () => {
  expect(checkRules('OrderRequest', { ...market, type: 'limit' })).toEqual([
    {
      pointer: '/limitPrice',
      code: 'missing-field',
      detail: 'limitPrice is required when type is limit or stopLimit',
    },
  ])
})

test('epoch and fromSeq go together', () => {
  expect(
    checkRules('ChannelRequest', { channel: 'quotes.AAPL', epoch: 'e' }).map((item) => item.pointer),
  ).toEqual(['/fromSeq'])
  expect(checkRules('ChannelRequest', { channel: 'quotes.AAPL' })).toEqual([])
  expect(checkRules('ChannelRequest', { channel: 'quotes.AAPL', epoch: 'e', fromSeq: 0 })).toEqual([])
})
