import type { Fill, LatestQuote, Order, OrderPage } from '@openbourse/spec'
import { expectTypeOf, test } from 'vitest'
import { createRestClient } from './client.ts'
import type { ApiResponse } from './http/api-promise.ts'
import type { NewOrder } from './orders/intent.ts'

type Client = ReturnType<typeof createRestClient>
const base = { symbol: 'AAPL', side: 'buy', timeInForce: 'day' } as const

test('a right order compiles, a wrong one does not', () => {
  const right: NewOrder[] = [
    { ...base, type: 'market', quantity: '1' },
    { ...base, type: 'market', notional: '100.00', clientOrderId: 'my-1' },
    { ...base, type: 'limit', limitPrice: '1.50', quantity: '1', postOnly: true },
    { ...base, type: 'stop', stopPrice: '1.50', quantity: '1', triggerBy: 'mid' },
    { ...base, type: 'stopLimit', stopPrice: '1.50', limitPrice: '1.60', quantity: '1' },
    { ...base, type: 'trailingStop', trailPercent: '1', quantity: '1' },
    { ...base, type: 'trailingStop', trailAmount: '1', activationPrice: '9', quantity: '1' },
    { ...base, type: 'market', timeInForce: 'gtd', expiresAt: '2030-01-01T00:00:00Z', quantity: '1' },
  ]
  expectTypeOf(right).toExtend<NewOrder[]>()
  // @ts-expect-error a limit order has a price
  const priceless: NewOrder = { ...base, type: 'limit', quantity: '1' }
  // @ts-expect-error a market order has none
  const priced: NewOrder = { ...base, type: 'market', quantity: '1', limitPrice: '1.50' }
  // @ts-expect-error either a quantity or a notional
  const both: NewOrder = { ...base, type: 'market', quantity: '1', notional: '1' }
  // @ts-expect-error one of the two
  const neither: NewOrder = { ...base, type: 'market' }
  // @ts-expect-error decimals are texts
  const fraction: NewOrder = { ...base, type: 'market', quantity: 0.1 }
  // @ts-expect-error a mistyped field
  const mistyped: NewOrder = { ...base, type: 'limit', quantity: '1', limitPrice: '1', stopprice: '1' }
  // @ts-expect-error a mistyped side
  const sideways: NewOrder = { ...base, side: 'Buy', type: 'market', quantity: '1' }
  // @ts-expect-error a stop has its price
  const unstopped: NewOrder = { ...base, type: 'stop', quantity: '1' }
  // @ts-expect-error a limit order does not stop
  const stopped: NewOrder = { ...base, type: 'limit', limitPrice: '1', stopPrice: '1', quantity: '1' }
  // @ts-expect-error a trail is an amount or a percentage
  const trackless: NewOrder = { ...base, type: 'trailingStop', quantity: '1' }
  // @ts-expect-error good till a date needs the date
  const dateless: NewOrder = { ...base, timeInForce: 'gtd', type: 'market', quantity: '1' }
  // @ts-expect-error only a market order is an amount of money
  const limited: NewOrder = { ...base, type: 'limit', limitPrice: '1', notional: '1' }
  return [
    ...[priceless, priced, both, neither, fraction, mistyped, sideways],
    ...[unstopped, stopped, trackless, dateless, limited],
  ]
})

test('a change of an order names what changes, in texts', () => {
  return (client: Client) => [
    () => client.orders.replace('ord_1', { limitPrice: '1.50', timeInForce: 'gtc' }),
    // @ts-expect-error decimals are texts
    () => client.orders.replace('ord_1', { quantity: 5 }),
    // @ts-expect-error a side cannot change
    () => client.orders.replace('ord_1', { side: 'sell' }),
    // @ts-expect-error milliseconds are a number
    () => client.orders.cancelAllAfter('60s'),
  ]
})

test('options that cannot work do not compile', () => {
  const credentials = { apiKey: 'pk_1' }
  const attempts = [
    // @ts-expect-error the environment is required
    () => createRestClient({ credentials }),
    // @ts-expect-error paper needs an address
    () => createRestClient({ environment: 'paper', credentials }),
    // @ts-expect-error credentials are required
    () => createRestClient({ environment: 'mock' }),
    // @ts-expect-error a mistyped option
    () => createRestClient({ environment: 'mock', credentials, baseURL: '' }),
    () =>
      createRestClient({
        environment: 'mock',
        credentials,
        fetch: globalThis.fetch,
        WebSocket: globalThis.WebSocket,
      }),
  ]
  return attempts
})

test('results have the types of the contract', () => {
  type Orders = Client['orders']
  expectTypeOf<Awaited<ReturnType<Orders['submit']>>>().toEqualTypeOf<Order>()
  expectTypeOf<Awaited<ReturnType<Orders['list']>>>().toEqualTypeOf<OrderPage>()
  expectTypeOf<Awaited<ReturnType<ReturnType<Orders['get']>['withResponse']>>>().toEqualTypeOf<
    ApiResponse<Order>
  >()
  expectTypeOf<Awaited<ReturnType<Client['quotes']['latest']>>['data'][number]>().toEqualTypeOf<LatestQuote>()
  expectTypeOf<ReturnType<Client['fills']['list']>>().toExtend<AsyncIterable<Fill>>()
})

test('wrong calls do not compile', () => {
  return (client: Client) => [
    // @ts-expect-error trades belong to a symbol
    () => client.trades.list(),
    // @ts-expect-error symbols are a list
    () => client.quotes.latest('AAPL'),
    // @ts-expect-error no such filter
    () => client.orders.list({ state: 'open' }),
    // @ts-expect-error an instrument has no account
    () => client.instruments.get('AAPL', { accountId: 'acc_1' }),
    // @ts-expect-error not a status
    () => client.orders.list({ status: 'new' }),
  ]
})
