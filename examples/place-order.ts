/** Places an order and sees its fill: the whole exchange runs inside this process. */
import { createMockBroker } from '@openbourse/mock-server'
import { createClient } from '@openbourse/sdk'

await using broker = createMockBroker({ seed: 1 })
await using client = createClient({
  environment: 'mock',
  baseUrl: broker.baseUrl,
  credentials: broker.credentials,
  fetch: broker.fetch,
  WebSocket: broker.WebSocket,
})

// A marketable limit order: it pays what the book asks, never more than its limit.
const [quote] = (await client.quotes.latest(['AAPL'])).data
const order = await client.orders.submit({
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  timeInForce: 'day',
  quantity: '100',
  limitPrice: quote?.askPrice ?? '0.00',
})
console.log(`${order.orderId} is ${order.status}, ${order.remainingQuantity} to go`)

for await (const fill of client.fills.list({ orderId: order.orderId })) {
  console.log(`filled ${fill.quantity} at ${fill.price} as ${fill.liquidity}: ${fill.why}`)
}

const [position] = (await client.positions.list()).data
console.log(`position ${position?.quantity} ${position?.symbol}, cost ${position?.costBasis}`)
