/** Reads events over plain HTTP, stops, and goes on later exactly where it stopped. */
import { createMockBroker } from '@openbourse/mock-server'
import { createClient } from '@openbourse/sdk'
import { streamEvents } from '@openbourse/sdk/events'

await using broker = createMockBroker({ seed: 7 })
await using client = createClient({
  environment: 'mock',
  baseUrl: broker.baseUrl,
  credentials: broker.credentials,
  fetch: broker.fetch,
})

async function readUntilFilled(lastEventId: string | undefined): Promise<string | undefined> {
  const events = streamEvents(client, { channels: ['orders'], lastEventId })
  for await (const message of events) {
    console.log(message.seq, message.type)
    if (message.type === 'orderFilled') break
  }
  return events.lastEventId
}

const buy = (quantity: string) =>
  client.orders.submit({ symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'day', quantity })

await buy('1')
const { epoch } = await client.status()
const lastEventId = await readUntilFilled(`${epoch}:0`) // from the first event of all
await buy('2') // while nobody reads
await readUntilFilled(lastEventId)
