/** Receives webhooks: trusts nothing that is not signed, answers at once, handles each event once. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { startMockServer } from '@openbourse/mock-server/node'
import { createClient } from '@openbourse/sdk'
import { isWebhookVerificationError, verifyWebhook } from '@openbourse/sdk/webhooks'

let secret = ''
/** Ids of what was handled; a program that may restart keeps them with what it did. */
const handled = new Set<string>()

const receiver = createServer(async (request, response) => {
  try {
    const { id, event } = await verifyWebhook({ body: await text(request), headers: request.headers, secret })
    response.writeHead(204).end()
    if (handled.has(id)) return
    handled.add(id)
    console.log(event.type, 'seq' in event.data ? `${event.data.channel} ${event.data.seq}` : '')
    if (event.type === 'account') receiver.close()
  } catch (error) {
    response.writeHead(isWebhookVerificationError(error) ? 400 : 500).end()
  }
})
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`

await using server = await startMockServer({ port: 0, seed: 7 })
const { broker } = server
await using client = createClient({
  environment: 'mock',
  baseUrl: server.url,
  credentials: broker.credentials,
})
;({ secret } = await client.webhooks.create({ url }))
await fetch(url, { method: 'POST', body: '{"type":"orderFilled"}' }).then(({ status }) => console.log(status))

const order = { symbol: 'AAPL', side: 'buy', type: 'limit', timeInForce: 'gtc' } as const
await client.orders.submit({ ...order, quantity: '10', limitPrice: '1.00' })
await new Promise((resolve) => receiver.once('close', resolve))
