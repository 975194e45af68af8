/** Streams quotes: the first is the present one, a reconnect goes unnoticed, `break` unsubscribes. */
import { createMockBroker } from '@openbourse/mock-server'
import { createClient } from '@openbourse/sdk'

await using broker = createMockBroker({ seed: 7 })
await using client = createClient({
  environment: 'mock',
  baseUrl: broker.baseUrl,
  credentials: broker.credentials,
  fetch: broker.fetch,
  WebSocket: broker.WebSocket,
})

let seen = 0
for await (const quote of client.stream.quotes(['AAPL', 'BTC-USD'])) {
  console.log(
    `${quote.symbol} ${quote.bidQuantity} @ ${quote.bidPrice} | ${quote.askPrice} @ ${quote.askQuantity}`,
  )
  seen += 1
  if (seen === 10) break
}
