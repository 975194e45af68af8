/**
 * A user's program over the client that @hey-api/openapi-ts makes of our document: type-checked and run beside it,
 * with no type assertion and no help of our own packages.
 */
import {
  cancelOrder,
  getLatestQuotes,
  getOrder,
  getOrderByClientId,
  listFills,
  listInstruments,
  submitOrder,
} from './client'
import { createClient } from './client/client'
import type { Fill, OrderRequest } from './client/types.gen'

export interface Seen {
  readonly symbols: readonly string[]
  readonly quotedSymbol: string
  readonly statuses: readonly string[]
  readonly sameOrder: boolean
  readonly pages: number
  readonly fillIds: readonly string[]
  readonly refusal: { readonly status: number; readonly code: string; readonly pointers: readonly string[] }
}

export async function trade(baseUrl: string, apiKey: string): Promise<Seen> {
  const client = createClient({ baseUrl, auth: ({ scheme }) => (scheme === 'bearer' ? apiKey : undefined) })
  const { data: instruments } = await listInstruments({ client, throwOnError: true })
  const { data: quotes } = await getLatestQuotes({ client, query: { symbols: ['AAPL'] }, throwOnError: true })
  const [quote] = quotes.data
  if (quote === undefined) throw new Error('no quote')

  const resting = { ...limitOrder('rests'), timeInForce: 'day', limitPrice: '1.00' } as const
  const { data: placed } = await submitOrder({ client, body: resting, throwOnError: true })
  const byId = await getOrder({ client, path: { orderId: placed.orderId }, throwOnError: true })
  const path = { clientOrderId: placed.clientOrderId }
  const byName = await getOrderByClientId({ client, path, throwOnError: true })
  const canceled = await cancelOrder({ client, path: { orderId: placed.orderId }, throwOnError: true })

  for (let index = 0; index < 5; index += 1) {
    const body: OrderRequest = { ...limitOrder(`fills-${index}`), limitPrice: quote.askPrice ?? '1000.00' }
    await submitOrder({ client, body, throwOnError: true })
  }
  const fills: Fill[] = []
  let pages = 0
  let cursor: string | null = null
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: 2 } : { limit: 2, cursor }
    const { data: page } = await listFills({ client, query, throwOnError: true })
    fills.push(...page.data)
    cursor = page.nextCursor
    pages += 1
  } while (cursor !== null)

  return {
    symbols: instruments.data.map(({ symbol }) => symbol),
    quotedSymbol: quote.symbol,
    statuses: [placed.status, byId.data.status, canceled.data.status],
    sameOrder: byId.data.orderId === byName.data.orderId,
    pages,
    fillIds: fills.map(({ fillId }) => fillId),
    refusal: await refused(),
  }

  /** The body of a 422 has its type without being asked for. */
  async function refused(): Promise<Seen['refusal']> {
    const { error, response } = await submitOrder({ client, body: limitOrder('refused') })
    if (error === undefined) throw new Error('a limit order without a price was taken')
    const pointers = (error.errors ?? []).map(({ pointer }) => pointer)
    return { status: response?.status ?? 0, code: error.code, pointers }
  }
}

function limitOrder(clientOrderId: string): OrderRequest {
  const timeInForce = 'ioc'
  return { clientOrderId, symbol: 'AAPL', side: 'buy', type: 'limit', timeInForce, quantity: '1' }
}
