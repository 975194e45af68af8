/** Replays recorded trades and quotes over a port at full speed: `node replay-day.ts FILE ...` */
import { startMockServer } from '@openbourse/mock-server/node'
import { createClient } from '@openbourse/sdk'

await using server = await startMockServer({
  port: 0,
  replay: { paths: process.argv.slice(2), speed: 'max' },
})
await using client = createClient({
  environment: 'mock',
  baseUrl: server.url,
  credentials: server.broker.credentials,
})

// World time is recorded time. A replay at full speed begins with the first subscription.
const [instrument] = (await client.instruments.list()).data
if (!instrument) throw new Error('The recording has no instrument')
const { symbol } = instrument

let quotes = 0
for await (const quote of client.stream.quotes([symbol])) {
  quotes += 1
  console.log(`${quote.time} ${symbol} ${quote.bidPrice} | ${quote.askPrice}`)
  if (quotes === 5) break
}
