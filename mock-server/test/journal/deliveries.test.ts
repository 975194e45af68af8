import { expect, test } from 'vitest'
import { systemClock } from '../../src/ports/system-clock.ts'
import { aBroker, tasks } from './journaled.ts'
import { MemoryFile } from './memory-file.ts'

interface Delivery {
  readonly deliveryId: string
  readonly epoch: string
  readonly seq: number
  readonly status: string
  readonly reason: string | null
  readonly attempts: readonly { readonly statusCode: number | null }[]
}

/** A broker on this file, so much later, with a receiver that answers as the test says; undefined never answers. */
function aServer(file: MemoryFile, answer: (attempt: number) => number | undefined, laterMs = 0) {
  const posted: { readonly id: string | null; readonly body: string }[] = []
  const made = aBroker(file, {
    transportClock: { ...systemClock, nowMs: () => systemClock.nowMs() + laterMs },
    market: { model: 'scripted', prices: { AAPL: [[0, '190.00']] } },
    webhookFetch: async (input, init) => {
      const request = new Request(input, init)
      posted.push({ id: request.headers.get('webhook-id'), body: await request.text() })
      const status = answer(posted.length)
      return status === undefined ? new Promise(() => {}) : new Response(null, { status })
    },
  })
  const { broker, headers } = made
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    return (await broker.fetch(`${broker.baseUrl}${path}`, { method, headers, ...sent })).json()
  }
  const deliveries = async (): Promise<readonly Delivery[]> =>
    ((await call('GET', '/v1/webhooks/whk_1/deliveries')) as { data: readonly Delivery[] }).data
  const hook = () =>
    call('POST', '/v1/webhooks', { url: 'https://receiver.test/hook', eventTypes: ['orderAccepted'] })
  const settled = async () => {
    for (let round = 0; round < 5; round += 1) await tasks()
  }
  return { ...made, posted, call, deliveries, hook, settled }
}

/** The file as a killed server leaves it. */
const killed = (file: MemoryFile): MemoryFile => new MemoryFile(file.bytes?.slice(0, file.synced))

test('a delivery that nobody has answered is posted again after a kill, under its own id and number', async () => {
  const file = new MemoryFile()
  const first = aServer(file, () => undefined)
  await first.hook()
  await first.post('one')
  await first.post('two')
  await first.settled()
  expect(first.posted).toHaveLength(1)
  const [two, one] = await first.deliveries()
  const left = killed(file)
  await first.broker.close()

  const second = aServer(left, () => 204)
  await second.settled()
  expect(second.posted.map(({ id }) => id)).toEqual([one?.deliveryId, two?.deliveryId])
  expect(second.posted[0]?.body).toBe(first.posted[0]?.body)
  const after = await second.deliveries()
  expect(after.map(({ epoch, seq, status }) => [epoch, seq, status])).toEqual([
    [two?.epoch, two?.seq, 'succeeded'],
    [one?.epoch, one?.seq, 'succeeded'],
  ])
  await second.post('three')
  await second.settled()
  const [three] = await second.deliveries()
  expect([one?.deliveryId, two?.deliveryId, one?.epoch]).not.toContain(three?.deliveryId)
  expect(three?.epoch).not.toBe(one?.epoch)
  await second.broker.close()

  const third = aServer(left, () => 204)
  await third.settled()
  expect(third.posted).toEqual([])
  expect((await third.deliveries()).map(({ status }) => status)).toEqual([
    'succeeded',
    'succeeded',
    'succeeded',
  ])
  await third.broker.close()
})

test('a retry that waits goes on waiting after a stop, with the attempts that it had', async () => {
  const file = new MemoryFile()
  const first = aServer(file, () => 503)
  await first.hook()
  await first.post('one')
  await first.settled()
  await first.broker.clock.advance(5_500)
  expect((await first.deliveries())[0]?.attempts).toHaveLength(2)
  await first.broker.close()

  const second = aServer(file, (attempt) => (attempt === 1 ? 500 : 200))
  await second.broker.clock.advance(200_000)
  expect(second.posted).toEqual([])
  await second.broker.clock.advance(130_000)
  await second.broker.clock.advance(1_980_000)
  const [delivery] = await second.deliveries()
  expect(delivery?.attempts.map(({ statusCode }) => statusCode)).toEqual([503, 503, 500, 200])
  expect(delivery?.status).toBe('succeeded')
  await second.broker.close()
})

test('a retry that was due while no server ran is made at once, and listed once', async () => {
  const file = new MemoryFile()
  const first = aServer(file, () => 503)
  await first.hook()
  await first.post('one')
  await first.settled()
  await first.broker.close()

  const second = aServer(file, () => 204, 3_600_000)
  await second.settled()
  expect((await second.deliveries()).map(({ status, attempts }) => [status, attempts.length])).toEqual([
    ['succeeded', 2],
  ])
  await second.call('PATCH', '/v1/webhooks/whk_1', { status: 'disabled' })
  expect(await second.deliveries()).toMatchObject([{ status: 'succeeded', reason: null }])
  expect(second.posted).toHaveLength(1)
  await second.broker.close()
})

test('deliveries that a webhook’s end has ended stay ended, and those of a removed one are gone', async () => {
  const file = new MemoryFile()
  const first = aServer(file, () => 503)
  await first.hook()
  await first.post('one')
  await first.settled()
  await first.call('PATCH', '/v1/webhooks/whk_1', { status: 'disabled' })
  await first.broker.close()
  const second = aServer(file, () => 200)
  await second.broker.clock.advance(600_000)
  expect(await second.deliveries()).toMatchObject([{ status: 'failed', reason: 'webhook-disabled' }])
  await second.call('DELETE', '/v1/webhooks/whk_1')
  await second.broker.close()
  const third = aServer(file, () => 200)
  await third.broker.clock.advance(600_000)
  expect([second.posted, third.posted]).toEqual([[], []])
  expect(await third.call('GET', '/v1/webhooks')).toMatchObject({ data: [] })
  await third.broker.close()
})
