import { WebhookEvent } from '@openbourse/spec/schemas'
import { Webhook as Verifier } from 'standardwebhooks'
import { expect, test } from 'vitest'
import type { Received } from '../webhooks/receivers.ts'
import { call, type Json, submit } from './client.ts'
import { openInbox } from './inbox.ts'
import type { Served } from './transports.ts'

/** Part of the REST suite: what every transport must answer about webhooks, and deliver. */
export function webhookTests(at: () => Served): void {
  const create = (body: object, key = 'mk_demo') => call(at(), 'POST /v1/webhooks', { key, body })
  const deliveries = async (webhookId: string): Promise<Json[]> =>
    (await call(at(), `GET /v1/webhooks/${webhookId}/deliveries`)).json.data

  /** The deliveries once each has had an attempt: a receiver hears of one before the server knows how it ended. */
  async function attempted(webhookId: string, attempts = 1): Promise<Json[]> {
    for (;;) {
      // Answers of a mock in this process alone would leave no turn to what is awaited here.
      await new Promise<void>((resolve) => setImmediate(resolve))
      const list = await deliveries(webhookId)
      if (list.every((delivery) => delivery.attempts.length >= attempts)) return list
    }
  }

  function signatureOf({ headers, body }: Received, secret: string): string {
    const time = new Date(Number(headers['webhook-timestamp']) * 1000)
    return new Verifier(secret).sign(String(headers['webhook-id']), time, body)
  }

  test('a webhook is made, read, listed, changed and deleted; its secret is told once', async () => {
    const body = { url: 'https://example.com/a', eventTypes: ['orderFilled'], description: 'Ledger' }
    const { status, json } = await call(at(), 'POST /v1/webhooks', { body })
    const { secret, ...webhook } = json
    expect([status, webhook]).toMatchObject([201, { ...body, status: 'enabled', accountId: 'acc_demo' }])
    expect(secret).toMatch(/^whsec_/)
    const { json: other } = await create({ url: 'https://example.com/b' })
    expect([other.eventTypes, other.description, other.secret === secret]).toEqual([[], '', false])
    const id = webhook.webhookId
    expect((await call(at(), `GET /v1/webhooks/${id}`)).json).toEqual(webhook)
    const first = await call(at(), 'GET /v1/webhooks?limit=1')
    expect(first.json.data).toMatchObject([{ webhookId: other.webhookId }])
    const cursor = encodeURIComponent(first.json.nextCursor)
    expect((await call(at(), `GET /v1/webhooks?limit=1&cursor=${cursor}`)).json).toEqual({
      data: [webhook],
      nextCursor: null,
    })
    const sent = { body: { status: 'disabled', description: '' } }
    const changed = await call(at(), `PATCH /v1/webhooks/${id}`, sent)
    expect(changed.json).toEqual({ ...webhook, ...sent.body })
    expect((await call(at(), `DELETE /v1/webhooks/${id}`)).json).toEqual(changed.json)
    const target = `/v1/webhooks/${id}`
    for (const request of [
      `GET ${target}`,
      `DELETE ${target}`,
      `POST ${target}/test`,
      `GET ${target}/deliveries`,
    ])
      expect((await call(at(), request)).json.code).toBe('unknown-webhook')
  })

  test('what happens to orders and the account is delivered, signed, in its order, as the streams carry it', async () => {
    await using inbox = await openInbox(at())
    const { json } = await create({ url: inbox.url })
    await submit(at(), { type: 'market', limitPrice: undefined })
    await inbox.until(3)
    const events = inbox.received.map(({ body }) => JSON.parse(body))
    expect(events.map(({ type, data }) => [type, data.channel, data.seq])).toEqual([
      ['orderAccepted', 'orders.acc_demo', 1],
      ['orderFilled', 'orders.acc_demo', 2],
      ['account', 'account.acc_demo', expect.any(Number)],
    ])
    for (const event of events) expect(WebhookEvent.parse(event)).toEqual(event)
    for (const request of inbox.received) {
      expect(request.headers['webhook-signature']).toBe(signatureOf(request, json.secret))
      expect(request).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } })
    }
    const { epoch } = events[0].data
    const listed = await call(at(), `GET /v1/events?channel=orders.acc_demo&epoch=${epoch}&from=1`)
    expect(events.slice(0, 2).map(({ data }) => data)).toEqual(listed.json.data)
    const list = await attempted(json.webhookId)
    expect(list.map(({ deliveryId }) => deliveryId).reverse()).toEqual(
      inbox.received.map(({ headers }) => headers['webhook-id']),
    )
    expect(list[2]).toMatchObject({
      eventType: 'orderAccepted',
      channel: 'orders.acc_demo',
      epoch,
      seq: 1,
      status: 'succeeded',
      reason: null,
      nextAttemptAt: null,
      attempts: [{ statusCode: 200, error: null }],
    })
  })

  test('a failed delivery comes again under its id when the clock is advanced, though the world stands still', async () => {
    await using inbox = await openInbox(at())
    inbox.status = 503
    const { json } = await create({ url: inbox.url, eventTypes: ['orderAccepted'] })
    await submit(at())
    await inbox.until(1)
    const [failed] = await attempted(json.webhookId)
    expect(failed).toMatchObject({ status: 'pending', attempts: [{ statusCode: 503 }] })
    expect(Date.parse(failed.nextAttemptAt) - Date.parse(failed.attempts[0].time)).toBeGreaterThanOrEqual(
      5_000,
    )
    inbox.status = 204
    await at().broker.clock.advance(5_500)
    await inbox.until(2)
    const [done] = await attempted(json.webhookId, 2)
    expect(done).toMatchObject({ deliveryId: failed.deliveryId, status: 'succeeded', nextAttemptAt: null })
    expect(new Set(inbox.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  test('a webhook is tried out without an event; pages of deliveries go on by their cursor', async () => {
    await using inbox = await openInbox(at())
    const { json } = await create({ url: inbox.url })
    const id = json.webhookId
    const trial = await call(at(), `POST /v1/webhooks/${id}/test`)
    expect(trial.status).toBe(202)
    expect(trial.json).toMatchObject({ eventType: 'test', channel: null, seq: null, status: 'pending' })
    await inbox.until(1)
    const event = JSON.parse(inbox.received[0]?.body ?? '')
    expect(WebhookEvent.parse(event)).toMatchObject({ type: 'test', data: { webhookId: json.webhookId } })
    await call(at(), `POST /v1/webhooks/${id}/test`)
    await inbox.until(2)
    const list = await attempted(json.webhookId)
    const first = await call(at(), `GET /v1/webhooks/${id}/deliveries?limit=1`)
    const cursor = encodeURIComponent(first.json.nextCursor)
    const second = await call(at(), `GET /v1/webhooks/${id}/deliveries?limit=1&cursor=${cursor}`)
    expect([...first.json.data, ...second.json.data]).toEqual(list)
  })

  test('a receiver that answers 410 gets nothing more', async () => {
    await using inbox = await openInbox(at())
    inbox.status = 410
    const { json } = await create({ url: inbox.url, eventTypes: ['orderAccepted'] })
    await submit(at())
    await inbox.until(1)
    const [over] = await attempted(json.webhookId)
    expect([over.status, over.reason]).toEqual(['failed', 'receiver-gone'])
    expect((await call(at(), `GET /v1/webhooks/${json.webhookId}`)).json.status).toBe('disabled')
    await submit(at())
    expect(await deliveries(json.webhookId)).toHaveLength(1)
  })

  test('wrong webhooks are refused with what is wrong', async () => {
    const refused = await create({ url: 'https://user:word@example.com/' })
    expect(refused.json).toMatchObject({
      status: 422,
      code: 'webhook-url-refused',
      errors: [{ pointer: '/url', code: 'webhook-url-refused' }],
    })
    const wrong = await create({ url: 'https://example.com/', eventTypes: ['orderFiled'], secret: 'whsec_x' })
    expect(wrong.json.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/eventTypes/0',
      '/secret',
    ])
    const { json } = await create({ url: 'https://example.com/' })
    const target = `PATCH /v1/webhooks/${json.webhookId}`
    expect((await call(at(), target, { body: {} })).json.code).toBe('invalid-request')
    const other = await call(at(), target, { body: { url: 'ftp://example.com/' } })
    expect(other.json.code).toBe('webhook-url-refused')
  })

  test('webhooks of another account look like none, and hear nothing of this one', async () => {
    await using inbox = await openInbox(at())
    const { json } = await create({ url: inbox.url }, 'mk_other')
    const target = `/v1/webhooks/${json.webhookId}`
    const requests = [`GET ${target}`, `DELETE ${target}`, `POST ${target}/test`, `GET ${target}/deliveries`]
    for (const request of requests) {
      const { status, json } = await call(at(), request)
      expect([status, json.code]).toEqual([404, 'unknown-webhook'])
    }
    await submit(at())
    const own = await call(at(), `GET ${target}/deliveries`, { key: 'mk_other' })
    expect([own.json.data, inbox.received]).toEqual([[], []])
  })
}
