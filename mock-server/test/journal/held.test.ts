import { expect, test } from 'vitest'
import { aBroker, tasks } from './journaled.ts'
import { MemoryFile } from './memory-file.ts'

const TEXT = new TextDecoder()

/** An event stream of the account's orders, as far as it was read. */
async function anEventStream({ broker, headers }: ReturnType<typeof aBroker>) {
  const response = await broker.fetch(`${broker.baseUrl}/v1/events/stream?channels=orders.acc_demo`, {
    headers,
  })
  const stream = { status: response.status, text: '', ended: false }
  const reader = response.body?.getReader()
  const read = async (): Promise<void> => {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      stream.text += TEXT.decode(part.value)
    }
  }
  void read()
    .catch(() => {})
    .finally(() => {
      stream.ended = true
    })
  return stream
}

test('always: an event stream tells of an order once it is on disk, in the order of the log', async () => {
  const file = new MemoryFile()
  const made = aBroker(file)
  await tasks()
  const stream = await anEventStream(made)
  await tasks()
  expect([stream.status, stream.text]).toEqual([200, expect.stringContaining('retry:')])
  file.slow = true
  const answers = [made.post('first'), made.post('second')]
  await tasks()
  const third = made.post('third')
  await tasks()
  expect(stream.text).not.toContain('event:')
  file.release()
  await Promise.all(answers)
  await tasks()
  const told = () => [...stream.text.matchAll(/"clientOrderId":"(\w+)"/g)].map(([, id]) => id)
  expect(told()).toEqual(['first', 'second'])
  file.slow = false
  file.release()
  await third
  await tasks()
  expect(told()).toEqual(['first', 'second', 'third'])
  await made.broker.close()
})

test('always: of what the disk refused an event stream tells nothing, and ends', async () => {
  const file = new MemoryFile()
  const made = aBroker(file)
  await tasks()
  const stream = await anEventStream(made)
  file.fault = new Error('no space left on device')
  expect((await made.post('refused')).status).toBe(500)
  await tasks()
  expect([stream.text.includes('refused'), stream.ended]).toEqual([false, true])
  await made.broker.close()
})

function aHook(file: MemoryFile) {
  const posted: string[] = []
  const made = aBroker(file, {
    webhookFetch: async (input, init) => {
      const [, id] = /"clientOrderId":"(\w+)"/.exec(await new Request(input, init).text()) ?? []
      posted.push(String(id))
      return new Response(null, { status: 204 })
    },
  })
  const { broker, headers } = made
  const hook = () =>
    broker.fetch(`${broker.baseUrl}/v1/webhooks`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ url: 'https://receiver.test/hook', eventTypes: ['orderAccepted'] }),
    })
  return { ...made, posted, hook }
}

test('always: a webhook hears of an order once it is on disk', async () => {
  const file = new MemoryFile()
  const { broker, posted, hook, post } = aHook(file)
  expect((await hook()).status).toBe(201)
  file.slow = true
  const answer = post('held')
  for (let round = 0; round < 5; round += 1) await tasks()
  expect(posted).toEqual([])
  file.slow = false
  file.release()
  await answer
  for (let round = 0; round < 5; round += 1) await tasks()
  expect(posted).toEqual(['held'])
  await broker.close()
})

test('always: of what the disk refused a webhook never hears', async () => {
  const file = new MemoryFile()
  const { broker, posted, hook, post } = aHook(file)
  expect((await hook()).status).toBe(201)
  file.fault = new Error('no space left on device')
  expect((await post('refused')).status).toBe(500)
  await tasks()
  await broker.clock.advance(600_000).catch(() => {})
  await tasks()
  expect(posted).toEqual([])
  await broker.close()
})

test('always: a reset while the disk is busy begins a new world, and both are whole', async () => {
  const file = new MemoryFile()
  const { broker, post, headers } = aBroker(file)
  await tasks()
  file.slow = true
  const old = post('old')
  await tasks()
  const reset = broker.reset()
  const fresh = post('new')
  file.slow = false
  for (let round = 0; round < 3; round += 1) {
    file.release()
    await tasks()
  }
  await reset
  expect([(await old).status, (await fresh).status]).toEqual([201, 201])
  await broker.close()
  const next = aBroker(file)
  const kept = await next.broker.fetch(`${next.broker.baseUrl}/v1/orders`, { headers })
  expect(((await kept.json()) as { data: object[] }).data).toMatchObject([{ clientOrderId: 'new' }])
  await next.broker.close()
})

test('a reset that the disk refuses ends the world instead of going on without a journal', async () => {
  const file = new MemoryFile()
  const { broker, post } = aBroker(file)
  expect((await post('kept')).status).toBe(201)
  file.fault = new Error('no space left on device')
  await expect(broker.reset()).rejects.toThrow('no space left')
  file.fault = undefined
  expect((await post('refused')).status).toBe(503)
  await broker.close()
})
