import { expect, test } from 'vitest'
import fillSample from '../samples/Fill.json' with { type: 'json' }
import sample from '../samples/OrderRequest.json' with { type: 'json' }
import quoteSample from '../samples/QuoteMessage.json' with { type: 'json' }
import { ClientMessage, Fill, OrderRequest, ServerMessage, schemaByName, validate } from './schemas.ts'

test('a mistyped field is refused and the right one named', () => {
  const { limitPrice, ...rest } = sample
  expect(validate(OrderRequest, { ...rest, limitprice: limitPrice })).toEqual([
    { pointer: '/limitprice', code: 'unknown-field', detail: 'unknown field; did you mean limitPrice?' },
  ])
})

test('every wrong field has its item with what would be right', () => {
  const { symbol: _, ...rest } = sample
  expect(validate(OrderRequest, { ...rest, quantity: 10, side: 'long', limitPrice: '1e3' })).toEqual([
    {
      pointer: '/symbol',
      code: 'missing-field',
      detail: 'required: expected a symbol such as "AAPL", "BRK.B" or "BTC-USD"',
    },
    { pointer: '/side', code: 'invalid-value', detail: 'expected one of buy, sell' },
    {
      pointer: '/quantity',
      code: 'invalid-value',
      detail: 'expected a decimal number greater than zero as a string, such as "100.25"',
    },
    {
      pointer: '/limitPrice',
      code: 'invalid-value',
      detail: 'expected a decimal number greater than zero as a string, such as "100.25"',
    },
  ])
})

test('pointers reach into objects and arrays and are escaped', () => {
  const message = { type: 'subscribe', id: '1', channels: [{ channel: 'book.AAPL', 'a/b~c': 1 }] }
  const pointers = validate(ClientMessage, message, { pointer: '' }).map((item) => item.pointer)
  expect(pointers).toEqual(['/channels/0/a~1b~0c'])
  const bracket = { ...sample, orderClass: 'bracket', takeProfit: { clientOrderId: 'x', limitprice: '1' } }
  expect(validate(OrderRequest, bracket).map((item) => `${item.pointer} ${item.code}`)).toEqual([
    '/takeProfit/limitPrice missing-field',
    '/takeProfit/limitprice unknown-field',
  ])
})

test('an unknown message type names those that exist', () => {
  expect(validate(ClientMessage, { type: 'login', id: '1' })).toEqual([
    {
      pointer: '/type',
      code: 'invalid-value',
      detail: 'expected type to be one of authenticate, subscribe, unsubscribe, ping',
    },
  ])
})

test('what is not an object has an item at the root', () => {
  for (const value of [undefined, null, 1, 'x', []]) {
    expect(validate(OrderRequest, value)).toEqual([
      { pointer: '', code: 'invalid-value', detail: 'expected an object' },
    ])
  }
})

test('a client lets values pass that an open enum does not list yet, and nothing else', () => {
  const newer = { ...fillSample, liquidity: 'auction' }
  expect(validate(Fill, newer).map((item) => item.pointer)).toEqual(['/liquidity'])
  expect(validate(Fill, newer, { allowUnknownValues: true })).toEqual([])
  expect(
    validate(Fill, { ...newer, price: 1 }, { allowUnknownValues: true }).map((item) => item.pointer),
  ).toEqual(['/price'])
  const status = { ...quoteSample, channel: 'status.AAPL', type: 'status' }
  const data = { symbol: 'AAPL', phase: 'lunch', halted: false, haltReason: null, market: 'normal' }
  expect(validate(ServerMessage, { ...status, data }, { allowUnknownValues: true })).toEqual([])
  expect(validate(ServerMessage, { ...status, data })).not.toEqual([])
})

test('a validator returns the value as it was: no default filled in, no field dropped', () => {
  const newer = { ...fillSample, venue: 'X' }
  expect(Fill.parse(newer)).toEqual(newer)
  expect(OrderRequest.parse(sample)).toEqual(sample)
  expect(schemaByName('OrderRequest')).toBe(OrderRequest)
})
