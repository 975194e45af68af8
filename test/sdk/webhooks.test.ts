import { createMockBroker } from '@openbourse/mock-server'
import {
  type Client,
  createClient,
  isNotFoundError,
  isValidationError,
  type WebhookDelivery,
} from '@openbourse/sdk'
import { isWebhookVerificationError, type VerifiedWebhook, verifyWebhook } from '@openbourse/sdk/webhooks'
import { expect, test } from 'vitest'

const order = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  quantity: '1',
  limitPrice: '1.00',
} as const

function setUp(answer: (request: Request) => Promise<number>) {
  const broker = createMockBroker({
    clock: 'paused',
    symbols: ['AAPL'],
    webhookFetch: async (input, init) =>
      new Response(null, { status: await answer(new Request(input, init)) }),
  })
  const { baseUrl, credentials, fetch, WebSocket } = broker
  const client = createClient({ environment: 'mock', baseUrl, credentials, fetch, WebSocket })
  return { broker, client }
}

/** The deliveries, newest first, once the oldest has had so many attempts. */
async function attempted(client: Client, webhookId: string, attempts: number): Promise<WebhookDelivery[]> {
  for (;;) {
    const { data } = await client.webhooks.deliveries(webhookId)
    if ((data.at(-1)?.attempts.length ?? 0) >= attempts) return data
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

test('a receiver verifies what the mock posts, knows repetitions by their id, and fills what it missed', async () => {
  const handled = new Map<string, VerifiedWebhook['event']>()
  let secret = ''
  let outage = false
  const { broker, client } = setUp(async (request) => {
    const { id, event } = await verifyWebhook({
      body: await request.text(),
      headers: request.headers,
      secret,
    })
    if (outage) return 503
    const isNew = !handled.has(id)
    handled.set(id, event)
    // The first answer is lost on the way: the event comes again.
    return isNew && handled.size === 1 ? 500 : 200
  })
  const webhook = await client.webhooks.create({
    url: 'https://receiver.test/',
    eventTypes: ['orderAccepted'],
  })
  secret = webhook.secret
  await client.orders.submit(order)
  await attempted(client, webhook.webhookId, 1)
  await broker.clock.advance(5_500)
  await attempted(client, webhook.webhookId, 2)
  outage = true
  await client.orders.submit(order)
  outage = false
  await client.orders.submit(order)
  const events = [...handled.values()]
  const seqs = events.map(({ data }) => ('seq' in data ? data.seq : undefined))
  expect(seqs[0]).toBe(1)
  expect(events.every(({ type }) => type === 'orderAccepted')).toBe(true)
  const { data } = await client.webhooks.deliveries(webhook.webhookId)
  expect(data.at(-1)?.attempts.map(({ statusCode }) => statusCode)).toEqual([500, 200])
  expect(data.at(-1)?.status).toBe('succeeded')
  const [first] = events
  if (first === undefined || !('epoch' in first.data)) throw new Error('no event')
  const { channel, epoch } = first.data
  const { data: all } = await client.events.list({ channel: [channel], epoch, from: 1 })
  expect(all).toHaveLength(3)
  expect(all[0]).toEqual(first.data)
  await client.close()
  await broker.close()
})

test('the client makes, changes, tries out and deletes webhooks', async () => {
  const refusals: unknown[] = []
  const { broker, client } = setUp(async (request) => {
    const body = await request.text()
    await verifyWebhook({ body, headers: request.headers, secret: `whsec_${btoa('wrong')}` }).catch(
      (error: unknown) => refusals.push(error),
    )
    return 400
  })
  const made = await client.webhooks.create({ url: 'https://receiver.test/', description: 'One' })
  const { secret, ...webhook } = made
  expect(secret).toMatch(/^whsec_/)
  expect(await client.webhooks.get(made.webhookId)).toEqual(webhook)
  expect((await client.webhooks.list()).data).toEqual([webhook])
  const changed = await client.webhooks.update(made.webhookId, { status: 'disabled' })
  expect(changed.status).toBe('disabled')
  const trial = await client.webhooks.test(made.webhookId)
  expect([trial.status, trial.eventType]).toEqual(['pending', 'test'])
  await attempted(client, made.webhookId, 1)
  for await (const delivery of client.webhooks.deliveries(made.webhookId)) {
    expect(delivery).toMatchObject({
      deliveryId: trial.deliveryId,
      status: 'failed',
      attempts: [{ statusCode: 400 }],
    })
  }
  expect(refusals.map((error) => isWebhookVerificationError(error) && error.code)).toEqual([
    'webhook-signature-wrong',
  ])
  expect(await client.webhooks.delete(made.webhookId)).toEqual(changed)
  await expect(client.webhooks.get(made.webhookId)).rejects.toSatisfy(isNotFoundError)
  await expect(client.webhooks.create({ url: 'https://a:b@receiver.test/' })).rejects.toSatisfy(
    (error) => isValidationError(error) && error.code === 'webhook-url-refused',
  )
  await client.close()
  await broker.close()
})
