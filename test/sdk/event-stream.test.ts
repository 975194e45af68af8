import { createMockBroker } from '@openbourse/mock-server'
import { startMockServer } from '@openbourse/mock-server/node'
import { type Client, createClient, type DataMessage, type NewOrder } from '@openbourse/sdk'
import { type EventStream, streamEvents } from '@openbourse/sdk/events'
import { expect, test } from 'vitest'
import { createFastClock, until } from './fast-clock.ts'
import { Line } from './proxy.ts'

const base = { environment: 'mock', credentials: { apiKey: 'mk_demo' } } as const
/** On a fast clock a busy machine is late soon: the limits of single calls are not what is tested. */
const patience = {
  deadlineMs: 600_000,
  timeouts: { totalMs: 600_000, headersMs: 600_000, orderHeadersMs: 600_000 },
}
const order: NewOrder = { symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'ioc', quantity: '1' }
const channels = ['orders', 'account', 'trades.AAPL', 'quotes.AAPL', 'book.AAPL']

/** A server and a line to it, on a clock that both ends share; `near` is a client that nothing happens to. */
async function setUp() {
  const clock = createFastClock(10)
  const server = await startMockServer({ port: 0, symbols: ['AAPL'], transportClock: clock })
  const line = await Line.to(server.port)
  const far = createClient({ ...base, ...patience, baseUrl: line.url, clock })
  const near = createClient({ ...base, ...patience, baseUrl: server.url, clock })
  return {
    clock,
    server,
    line,
    far,
    near,
    async [Symbol.asyncDispose]() {
      await Promise.all([far.close({ timeoutMs: 0 }), near.close({ timeoutMs: 0 })])
      await line[Symbol.asyncDispose]()
      await server.close()
    },
  }
}

/** Reads in the background. */
function read(stream: EventStream) {
  const messages: DataMessage[] = []
  const state: { error: unknown } = { error: undefined }
  void (async () => {
    try {
      for await (const message of stream) messages.push(message)
    } catch (error) {
      state.error = error
    }
  })()
  return { messages, state, has: (orderId: string) => messages.some((message) => isOf(message, orderId)) }
}

const isOf = ({ type, data }: DataMessage, orderId: string): boolean =>
  type.startsWith('order') && 'order' in data && data.order.orderId === orderId

/** The same as a loop that nothing happened to has had since then, and as listEvents has it of the orders. */
async function expectWhole(
  client: Client,
  sofar: readonly DataMessage[],
  witness: readonly DataMessage[],
): Promise<void> {
  const messages = [...sofar]
  const [first] = messages
  if (first === undefined) throw new Error('nothing came')
  const begin = witness.findIndex(({ channel, seq }) => channel === first.channel && seq === first.seq)
  await until(() => witness.length >= begin + messages.length, 'the witness has as much')
  expect(messages).toEqual(witness.slice(begin, begin + messages.length))
  expect(new Set(messages.map(({ channel }) => channel)).size).toBe(channels.length)
  const orders = messages.filter(({ channel }) => channel.startsWith('orders'))
  const query = { channel: ['orders'], epoch: first.epoch, from: orders[0]?.seq ?? 1, limit: 1000 }
  const listed: DataMessage[] = []
  for await (const message of client.events.list(query)) listed.push(message)
  expect(orders).toEqual(listed.slice(0, orders.length))
}

test('port: cut again and again while orders trade, a loop gets every event once', async () => {
  await using world = await setUp()
  const { server, line, far, near } = world
  const witness = read(streamEvents(near, { channels }))
  const stream = streamEvents(far, { channels })
  const { messages, state, has } = read(stream)
  await until(() => stream.lastEventId !== undefined, 'the stream has begun')
  let last = ''
  for (let round = 0; round < 60; round += 1) {
    const cents = String(10 + (round % 80))
    server.broker.market.setQuote('AAPL', { bidPrice: `188.${cents}`, askPrice: `190.${cents}` })
    const submitted = await near.orders.submit(order)
    last = submitted.orderId
    if (round % 10 === 3) line.cutAll(round % 20 === 3 ? 'reset' : 'end')
    if (round % 10 === 7) await until(() => has(last), 'it goes on')
  }
  await until(() => has(last) && witness.has(last), 'the last order comes')
  expect(state.error).toBeUndefined()
  expect(line.count('GET', line.requests[0]?.path ?? '')).toBeGreaterThan(5)
  await expectWhole(near, messages, witness.messages)
})

test('port: a line that is dead without a word is noticed, and nothing is lost', async () => {
  await using world = await setUp()
  const { clock, server, line, far, near } = world
  const witness = read(streamEvents(near, { channels }))
  const stream = streamEvents(far, { channels })
  const { messages, has } = read(stream)
  await until(() => stream.lastEventId !== undefined, 'the stream has begun')
  server.broker.market.setQuote('AAPL', { bidPrice: '188.00', askPrice: '190.00' })
  const before = await near.orders.submit(order)
  await until(() => has(before.orderId), 'it reads')
  line.freezeAll()
  const frozenMs = clock.monotonicMs()
  const meanwhile = await near.orders.submit(order)
  await until(() => has(meanwhile.orderId), 'what happened meanwhile comes')
  await until(() => witness.has(meanwhile.orderId), 'to the witness, too')
  expect(clock.monotonicMs() - frozenMs).toBeLessThan(20_000 + clock.lateMs())
  await expectWhole(near, messages, witness.messages)
})

test('port: another process goes on where one stopped', async () => {
  await using world = await setUp()
  const { server, far, near } = world
  server.broker.market.setQuote('AAPL', { bidPrice: '188.00', askPrice: '190.00' })
  const first = streamEvents(far, { channels: ['orders'] })
  const reading = read(first)
  await until(() => first.lastEventId !== undefined, 'the stream has begun')
  const seen = await near.orders.submit(order)
  await until(() => reading.messages.length === 2, 'both events of the order')
  const { lastEventId } = first
  await far.close({ timeoutMs: 0 })
  const missed = await near.orders.submit(order)
  if (lastEventId === undefined) throw new Error('no id')
  const second = read(streamEvents(near, { channels: ['orders'], lastEventId }))
  await until(() => second.messages.length === 2, 'both events of the next')
  expect(reading.messages.every((message) => isOf(message, seen.orderId))).toBe(true)
  expect(second.messages.every((message) => isOf(message, missed.orderId))).toBe(true)
})

test.each(['port', 'in process'] as const)(
  '%s: a server that began anew is told, and the loop goes on',
  async (place) => {
    const server = place === 'port' ? await startMockServer({ port: 0, symbols: ['AAPL'] }) : undefined
    const broker = server?.broker ?? createMockBroker({ symbols: ['AAPL'] })
    const { keyId, secret } = broker.demoCredentials.hmac
    const credentials = { keyId, secret }
    const inside =
      server === undefined ? { fetch: broker.fetch, baseUrl: broker.baseUrl } : { baseUrl: server.url }
    const client = createClient({
      ...base,
      ...inside,
      credentials,
      random: { fraction: () => 0, bytes: (n) => crypto.getRandomValues(new Uint8Array(n)) },
    })
    const told: string[] = []
    const stream = streamEvents(client, {
      channels: ['orders'],
      onGone: async (error) => {
        const { orders } = await client.accounts.snapshot('acc_demo')
        told.push(`${error.code} ${orders.seq}`)
      },
    })
    const { messages, state } = read(stream)
    await until(() => stream.lastEventId !== undefined, 'the stream has begun')
    await broker.reset()
    await until(() => told.length > 0, 'it is told')
    const { orderId } = await client.orders.submit({ ...order, type: 'limit', limitPrice: '1.00' })
    await until(() => messages.some((message) => isOf(message, orderId)), 'it goes on')
    expect([told, state.error]).toEqual([['epoch-gone 0'], undefined])
    await client.close({ timeoutMs: 0 })
    await (server ?? broker).close()
  },
)
