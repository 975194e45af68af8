/** Most of this is checked by the compiler; at run time it only has to load. */
import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { openapi } from './documents.ts'
import {
  type Channel,
  type ClientMessage,
  type DataMessage,
  type ErrorCode,
  edgeStatuses,
  errorCodes,
  type FeedEvent,
  type OperationHandlers,
  type OperationId,
  type OperationInput,
  type OperationReply,
  type Order,
  type OrderRequest,
  type Problem,
  type ProblemCode,
  routes,
  type ServerMessage,
  specVersion,
} from './index.ts'
import type * as schemas from './schemas.ts'

test('what a validator accepts is exactly the generated type', () => {
  expectTypeOf<z.infer<typeof schemas.Order>>().toEqualTypeOf<Order>()
  expectTypeOf<z.infer<typeof schemas.OrderRequest>>().toEqualTypeOf<OrderRequest>()
  expectTypeOf<z.infer<typeof schemas.Problem>>().toEqualTypeOf<Problem>()
  expectTypeOf<z.infer<typeof schemas.ClientMessage>>().toEqualTypeOf<ClientMessage>()
  expectTypeOf<z.infer<typeof schemas.ServerMessage>>().toEqualTypeOf<ServerMessage>()
  expectTypeOf<FeedEvent>().toEqualTypeOf<DataMessage>()
})

test('enums are closed in requests and open in answers', () => {
  expectTypeOf<OrderRequest['side']>().toEqualTypeOf<'buy' | 'sell'>()
  const side: Order['side'] = 'somethingNew'
  // @ts-expect-error a request has only the listed values
  const wrong: OrderRequest['side'] = 'somethingNew'
  expect([side, wrong]).toHaveLength(2)
})

test('a request has no unknown field and no missing one', () => {
  const order: OrderRequest = {
    clientOrderId: 'a',
    symbol: 'AAPL',
    side: 'buy',
    type: 'limit',
    timeInForce: 'day',
    quantity: '1',
    limitPrice: '2',
  }
  // @ts-expect-error a mistyped field
  const mistyped: OrderRequest = { ...order, limitprice: '2' }
  // @ts-expect-error decimals are strings
  const number: OrderRequest = { ...order, quantity: 1 }
  // @ts-expect-error no symbol
  const missing: OrderRequest = { clientOrderId: 'a', side: 'buy', type: 'limit', timeInForce: 'day' }
  expect([mistyped, number, missing]).toHaveLength(3)
})

test('the input of an operation is typed by its parameters and body', () => {
  expectTypeOf<OperationInput<'submitOrder'>['body']>().toEqualTypeOf<OrderRequest>()
  expectTypeOf<OperationInput<'getOrder'>['body']>().toEqualTypeOf<undefined>()
  expectTypeOf<OperationInput<'getOrder'>['path']['orderId']>().toEqualTypeOf<string>()
  expectTypeOf<OperationInput<'getOrderBook'>['query']['depth']>().toEqualTypeOf<number | undefined>()
  expectTypeOf<OperationInput<'getLatestQuotes'>['query']['symbols']>().toEqualTypeOf<string[]>()
  expectTypeOf<OperationInput<'cancelOrder'>['header']['X-Request-Deadline']>().toEqualTypeOf<
    string | undefined
  >()
  expectTypeOf<keyof OperationInput<'getStatus'>['query']>().toEqualTypeOf<never>()
})

test('an undeclared status or a wrong body does not compile', () => {
  const order = {} as Order
  const placed: OperationReply<'submitOrder'> = { status: 201, body: order }
  // @ts-expect-error submitOrder does not answer 204
  const undeclared: OperationReply<'submitOrder'> = { status: 204, body: order }
  // @ts-expect-error 422 answers a problem
  const wrong: OperationReply<'submitOrder'> = { status: 422, body: order }
  // @ts-expect-error getOrder does not answer 409
  const conflict: OperationReply<'getOrder'> = { status: 409, body: {} as Problem }
  expect([placed, undeclared, wrong, conflict]).toHaveLength(4)
})

test('a server without one of the operations does not compile', () => {
  const all = {} as OperationHandlers<null>
  const { getTime, ...rest } = all
  // @ts-expect-error getTime is missing
  const incomplete: OperationHandlers<null> = rest
  // @ts-expect-error a handler with another operation's reply
  const swapped: OperationHandlers<null> = { ...all, getTime: all.getOrder }
  expect([getTime, incomplete, swapped]).toHaveLength(3)
})

test('tables are exact', () => {
  expectTypeOf<keyof typeof routes>().toEqualTypeOf<OperationId>()
  expectTypeOf<ErrorCode>().toExtend<ProblemCode>()
  expectTypeOf<Extract<Channel, { readonly accountId: string }>>().toEqualTypeOf<{
    readonly name: 'orders' | 'account'
    readonly accountId: string
  }>()
  // @ts-expect-error quotes have a symbol
  const channel: Channel = { name: 'quotes', accountId: 'acc_demo' }
  expect(channel.name).toBe('quotes')
  expect(specVersion).toBe(openapi.info.version)
})

test('every private operation names or takes an account, and only state changes take a deadline', () => {
  for (const [id, route] of Object.entries(routes)) {
    expect('X-Request-Deadline' in route.parameters.header, id).toBe(route.changesState)
    expect(
      'accountId' in route.parameters.query || 'accountId' in route.parameters.path || id === 'listAccounts',
      id,
    ).toBe(route.security === 'private')
  }
  const open = Object.keys(routes).filter((id) => routes[id as OperationId].security === 'none')
  expect(open).toEqual([
    'getStatus',
    'getTime',
    'getLimits',
    'createAccessToken',
    'getOpenApiDocument',
    'getAsyncApiDocument',
  ])
})

test('every status of the HTTP edge has a code, and every code is used somewhere', () => {
  const edge = Object.values(errorCodes)
    .filter((row) => row.scope === 'edge')
    .map((row) => row.status)
  // The first is the answer to OPTIONS.
  expect([204, ...new Set(edge)]).toEqual([...edgeStatuses])
  const used = new Set<string>(Object.values(routes).flatMap((route) => route.errors))
  const unused = Object.entries(errorCodes).filter(
    ([code, row]) => ['request', 'order'].includes(row.scope) && !used.has(code),
  )
  expect(unused.map(([code]) => code)).toEqual([])
})
