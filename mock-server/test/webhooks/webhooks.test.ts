import { Webhook as Verifier } from 'standardwebhooks'
import { afterEach, expect, test, vi } from 'vitest'
import { KEPT_LIMIT, QUEUE_LIMIT } from '../../src/webhooks/lane.ts'
import type { SendOutcome } from '../../src/webhooks/send.ts'
import { Rig } from './rig.ts'

afterEach(() => void vi.useRealTimers())

const seqsOf = (rig: Rig): number[] => rig.requests.map(({ body }) => JSON.parse(body).data.seq)
const idsOf = (rig: Rig): (string | undefined)[] => rig.requests.map(({ headers }) => headers['webhook-id'])
const down = (): SendOutcome => ({ statusCode: 503 })

/** A receiver that answers when the test says so. */
function held(): { answer: Promise<SendOutcome>; release: (outcome: SendOutcome) => void } {
  let release = (_: SendOutcome): void => {}
  const answer = new Promise<SendOutcome>((resolve) => {
    release = resolve
  })
  return { answer, release }
}

test('an event is posted as the stream carries it, and an independent verifier takes it', async () => {
  const rig = new Rig()
  vi.useFakeTimers({ toFake: ['Date'], now: rig.machine.nowMs() })
  const webhook = rig.create()
  const message = await rig.publish()
  const [{ url, headers, body } = expect.fail()] = rig.requests
  expect(url).toBe(webhook.url)
  expect(headers['content-type']).toBe('application/json')
  expect(body).toBe(`{"type":"orderFilled","timestamp":"${message.time}","data":${message.text}}`)
  expect(new Verifier(webhook.secret).verify(body, headers)).toEqual(JSON.parse(body))
})

test('the verifier refuses another body, id, time, secret or signature', async () => {
  const rig = new Rig()
  vi.useFakeTimers({ toFake: ['Date'], now: rig.machine.nowMs() })
  const webhook = rig.create()
  await rig.publish()
  const [{ headers, body } = expect.fail()] = rig.requests
  const verifier = new Verifier(webhook.secret)
  const later = String(Number(headers['webhook-timestamp']) + 1)
  expect(() => verifier.verify(body.replace('orderFilled', 'orderFilleD'), headers)).toThrow()
  expect(() => verifier.verify(body, { ...headers, 'webhook-id': 'dlv_other' })).toThrow()
  expect(() => verifier.verify(body, { ...headers, 'webhook-timestamp': later })).toThrow()
  expect(() => verifier.verify(body, { ...headers, 'webhook-signature': 'v1,AAAA' })).toThrow()
  expect(() => new Verifier(`whsec_${btoa('x'.repeat(32))}`).verify(body, headers)).toThrow()
})

test('a failed delivery comes again on the schedule under the same id, then it has failed', async () => {
  const rig = new Rig()
  rig.answer = down
  const webhook = rig.create()
  const startMs = rig.security.nowMs()
  await rig.publish()
  const waits: number[] = []
  for (;;) {
    const [{ nextAttemptAtMs } = expect.fail()] = rig.deliveries(webhook)
    if (nextAttemptAtMs === null) break
    const waitMs = nextAttemptAtMs - rig.security.nowMs()
    waits.push(waitMs)
    await rig.advance(waitMs - 1)
    expect(rig.requests).toHaveLength(waits.length)
    await rig.advance(1)
  }
  expect(waits).toEqual([5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000])
  expect(rig.statuses(webhook)).toEqual(['failed attempts-exhausted'])
  expect(rig.deliveries(webhook)[0]?.message).toBeUndefined()
  expect(new Set(idsOf(rig)).size).toBe(1)
  const [{ attempts } = expect.fail()] = rig.deliveries(webhook)
  expect(attempts.map(({ statusCode, error }) => [statusCode, error])).toEqual(
    attempts.map(() => [503, null]),
  )
  expect([attempts.length, attempts[1]?.startedAtMs]).toEqual([8, startMs + 5_000])
  expect(rig.machine.pending).toBe(0)
  expect(webhook.status).toBe('enabled')
})

test('the signature is of the machine’s time, which a receiver shares however far a test advanced', async () => {
  const rig = new Rig()
  rig.answer = (_, attempt) => ({ statusCode: attempt === 1 ? 500 : 200 })
  const webhook = rig.create()
  await rig.publish()
  await rig.advance(5_000)
  const seconds = String(Math.floor(rig.machine.nowMs() / 1000))
  expect(rig.requests.map(({ headers }) => headers['webhook-timestamp'])).toEqual([seconds, seconds])
  expect(rig.statuses(webhook)).toEqual(['succeeded'])
})

test('chance lengthens a wait', async () => {
  const rig = new Rig(0.5)
  rig.answer = down
  const webhook = rig.create()
  await rig.publish()
  expect(rig.deliveries(webhook)[0]?.nextAttemptAtMs).toBe(rig.security.nowMs() + 5_250)
})

test('events are posted one after another in their order; a retry does not hold back what follows', async () => {
  const rig = new Rig()
  rig.create()
  const first = held()
  rig.answer = (_, attempt) => (attempt === 1 ? first.answer : { statusCode: 200 })
  await rig.publish()
  await rig.publish()
  await rig.publish()
  expect(seqsOf(rig)).toEqual([1])
  first.release({ statusCode: 500 })
  await rig.settled()
  expect(seqsOf(rig)).toEqual([1, 2, 3])
  await rig.advance(5_000)
  expect(seqsOf(rig)).toEqual([1, 2, 3, 1])
})

test('a webhook whose receiver never answers does not delay another', async () => {
  const rig = new Rig()
  const dead = rig.create({ url: 'https://dead.test/' })
  const alive = rig.create({ url: 'https://alive.test/' })
  rig.answer = ({ url }) => (url === dead.url ? new Promise(() => {}) : { statusCode: 200 })
  for (let count = 0; count < 3; count += 1) await rig.publish()
  expect(rig.statuses(alive)).toEqual(['succeeded', 'succeeded', 'succeeded'])
  expect(rig.statuses(dead)).toEqual(['pending', 'pending', 'pending'])
  const ids = [...rig.deliveries(alive), ...rig.deliveries(dead)].map(({ id }) => id)
  expect(new Set(ids).size).toBe(6)
})

test('event types choose; none stands for all; other accounts are not heard', async () => {
  const rig = new Rig()
  const fills = rig.create({ eventTypes: ['orderFilled'] })
  const all = rig.create()
  await rig.publish('orderAccepted')
  await rig.publish('orderFilled')
  await rig.publish('account', 'account.acc_1')
  await rig.publish('orderFilled', 'orders.acc_2')
  expect(rig.deliveries(fills).map(({ event }) => event?.type)).toEqual(['orderFilled'])
  expect(rig.deliveries(all).map(({ event }) => event?.type)).toEqual([
    'account',
    'orderFilled',
    'orderAccepted',
  ])
})

test('410 disables the webhook and ends what waits', async () => {
  const rig = new Rig()
  const webhook = rig.create()
  rig.answer = (_, attempt) => ({ statusCode: attempt === 1 ? 500 : 410 })
  await rig.publish()
  await rig.publish()
  expect(rig.statuses(webhook)).toEqual(['failed receiver-gone', 'failed webhook-disabled'])
  expect(rig.webhooks.find('acc_1', webhook.number)?.status).toBe('disabled')
  await rig.publish()
  await rig.advance(5_500)
  expect(rig.requests).toHaveLength(2)
  expect(rig.machine.pending).toBe(0)
})

test('disabling ends what waits, what is under way still gets its answer; enabling begins with the next event', async () => {
  const rig = new Rig()
  const webhook = rig.create()
  const first = held()
  rig.answer = (_, attempt) => (attempt === 1 ? first.answer : { statusCode: 200 })
  await rig.publish()
  await rig.publish()
  rig.webhooks.change(webhook, { status: 'disabled' })
  expect(rig.statuses(webhook)).toEqual(['failed webhook-disabled', 'pending'])
  first.release({ statusCode: 500 })
  await rig.settled()
  expect(rig.statuses(webhook)).toEqual(['failed webhook-disabled', 'failed webhook-disabled'])
  await rig.publish()
  rig.webhooks.change(webhook, { status: 'enabled' })
  await rig.publish()
  expect(seqsOf(rig)).toEqual([1, 4])
})

test('another URL is used by the next attempt', async () => {
  const rig = new Rig()
  const webhook = rig.create()
  rig.answer = (_, attempt) => ({ statusCode: attempt === 1 ? 404 : 200 })
  await rig.publish()
  rig.webhooks.change(webhook, { url: 'https://right.test/' })
  await rig.advance(5_500)
  expect(rig.requests.map(({ url }) => url)).toEqual([webhook.url, 'https://right.test/'])
})

test('a test is sent once, before what waits, also to a disabled webhook', async () => {
  const rig = new Rig()
  const webhook = rig.create()
  const first = held()
  rig.answer = (_, attempt) => (attempt === 1 ? first.answer : { statusCode: 500 })
  await rig.publish()
  await rig.publish()
  const trial = rig.webhooks.test(webhook)
  first.release({ statusCode: 200 })
  await rig.settled()
  expect(rig.requests.map(({ body }) => JSON.parse(body).type)).toEqual([
    'orderFilled',
    'test',
    'orderFilled',
  ])
  expect([trial.status, trial.reason, trial.attempts.length]).toEqual(['failed', 'attempts-exhausted', 1])
  expect(JSON.parse(rig.requests[1]?.body ?? '').data).toEqual({ webhookId: 'whk_1', accountId: 'acc_1' })
  rig.webhooks.change(webhook, { status: 'disabled' })
  rig.answer = () => ({ statusCode: 200 })
  const other = rig.webhooks.test(webhook)
  await rig.settled()
  expect(other.status).toBe('succeeded')
})

test('what does not fit the queue is recorded as failed, and the lists are bounded', async () => {
  const rig = new Rig()
  const webhook = rig.create()
  rig.answer = () => new Promise(() => {})
  await rig.publish()
  rig.burst(QUEUE_LIMIT + KEPT_LIMIT + 5)
  const statuses = rig.statuses(webhook)
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length
  expect([count('pending'), count('failed queue-full')]).toEqual([QUEUE_LIMIT + 1, KEPT_LIMIT])
})

test('a sender that throws is a failed attempt like any other', async () => {
  const rig = new Rig()
  const webhook = rig.create()
  rig.answer = () => new Error('broken')
  await rig.publish()
  expect(rig.deliveries(webhook)[0]?.attempts).toMatchObject([{ statusCode: null, error: 'send-failed' }])
  expect(rig.statuses(webhook)).toEqual(['pending'])
})

test('where there is no way out, a delivery fails at once and for good', async () => {
  const rig = new Rig()
  const webhook = rig.create()
  rig.answer = () => ({ error: 'no-transport' })
  await rig.publish()
  expect(rig.statuses(webhook)).toEqual(['failed no-transport'])
})

test('deleting ends the request under way, the retries, and the listening', async () => {
  const rig = new Rig()
  const webhook = rig.create()
  rig.answer = (_, attempt) => (attempt === 1 ? { statusCode: 500 } : new Promise(() => {}))
  await rig.publish()
  await rig.publish()
  expect([rig.listeners, rig.webhooks.sending]).toEqual([2, true])
  rig.webhooks.remove(webhook)
  expect(rig.requests[1]?.signal.aborted).toBe(true)
  expect([rig.listeners, rig.webhooks.sending, rig.machine.pending]).toEqual([0, false, 0])
  expect(rig.webhooks.find('acc_1', webhook.number)).toBeUndefined()
})

test('an account may have 16, and the world’s end ends all', async () => {
  const rig = new Rig()
  for (let count = 0; count < 16; count += 1) rig.create()
  expect(() => rig.create()).toThrow('too many')
  rig.create({}, 'acc_2')
  rig.answer = () => new Promise(() => {})
  await rig.publish()
  expect(rig.requests).toHaveLength(16)
  rig.webhooks.close()
  expect(rig.requests.every(({ signal }) => signal.aborted)).toBe(true)
  expect([rig.listeners, rig.machine.pending, rig.webhooks.sending]).toEqual([0, 0, false])
})
