import { afterEach, expect, test } from 'vitest'
import { type Client, createClient } from '../client.ts'
import {
  isAbortedError,
  isArgumentError,
  isGoneError,
  isInvalidResponseError,
  isNotFoundError,
} from '../errors/guards.ts'
import { type EventStreamOptions, streamEvents } from '../events.ts'
import type { ClientOptions } from '../options.ts'
import { createFakeClock, settle } from '../testing/fake-clock.ts'
import { problem, type StubAnswer, stubFetch } from '../testing/stub-fetch.ts'
import { responseValidation } from '../validation.ts'

const random = { fraction: () => 0.5, bytes: (length: number) => new Uint8Array(length) }

/** An answer whose body a test writes. */
function aStream(status = 200, type = 'text/event-stream') {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const state = { canceled: false }
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given
    },
    cancel() {
      state.canceled = true
    },
  })
  return {
    state,
    answer: () => new Response(body, { status, headers: { 'content-type': type, 'x-request-id': 'req_1' } }),
    send: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    fail: () => controller?.error(new TypeError('terminated')),
  }
}

const messageOf = (seq: number, type = 'orderAccepted') => ({
  channel: 'orders.acc_demo',
  epoch: 'e1',
  seq,
  type,
  time: '2026-11-22T14:30:00.000000Z',
  data: { order: {} },
})
const textOf = (offset: number, message: object = messageOf(offset)) =>
  `id: e1:${offset}\nevent: orderAccepted\ndata: ${JSON.stringify(message)}\n\n`

const clients: Client[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close({ timeoutMs: 0 })
})

interface Given extends Partial<Omit<EventStreamOptions, 'signal'>> {
  readonly client?: Partial<
    Pick<ClientOptions, 'credentials' | 'validate' | 'observe' | 'maximumResponseBytes'>
  >
}

/** A loop over a stream whose requests are answered in this order. */
function read(answers: readonly StubAnswer[], { client: given, ...options }: Given = {}) {
  const clock = createFakeClock()
  const stub = stubFetch(...answers)
  const common = { environment: 'mock', credentials: { apiKey: 'mk_demo' } } as const
  const client = createClient({ ...common, fetch: stub.fetch, clock, random, ...given })
  clients.push(client)
  const leaving = new AbortController()
  const stream = streamEvents(client, { channels: ['orders'], signal: leaving.signal, ...options })
  const seen: number[] = []
  const state: { over: boolean; error: unknown } = { over: false, error: undefined }
  const done = (async () => {
    try {
      for await (const { seq } of stream) seen.push(seq)
    } catch (error) {
      state.error = error
    }
    state.over = true
  })()
  return { clock, stub, client, stream, seen, state, done, leaving }
}

const idsOf = ({ requests }: { readonly requests: readonly Request[] }) =>
  requests.map(({ headers }) => headers.get('last-event-id'))

test('it asks as the contract says, by the credentials of its client', async () => {
  const { answer } = aStream()
  const { stub } = read([answer], {
    channels: ['orders', 'quotes.AAPL'],
    accountId: 'acc_2',
    lastEventId: 'e1:4',
  })
  await settle()
  const [request] = stub.requests
  expect(request?.url).toBe(
    'http://127.0.0.1:4010/v1/events/stream?channels=orders&channels=quotes.AAPL&accountId=acc_2',
  )
  const headers = Object.fromEntries(request?.headers ?? [])
  expect(headers).toEqual({
    accept: 'text/event-stream',
    authorization: 'Bearer mk_demo',
    'last-event-id': 'e1:4',
  })
})

test('a signing client signs it', async () => {
  const credentials = { keyId: 'mk_demo_hmac', secret: 'a secret' }
  const { stub } = read([aStream().answer], { client: { credentials } })
  await expect.poll(() => stub.requests[0]?.headers.get('signature-input')).toContain('keyid="mk_demo_hmac"')
})

test('a stream that ends or breaks is opened again after the last whole event, not sooner than the server wants', async () => {
  const [first, second, third] = [aStream(), aStream(), aStream()]
  const { clock, stub, seen, stream } = read([first.answer, second.answer, third.answer])
  await settle()
  first.send('retry: 1500\nid: e1:6\n\n')
  await settle()
  expect(stream.lastEventId).toBe('e1:6')
  first.send(`${textOf(7)}id: e1:8\ndata: {"seq":`)
  first.end()
  await clock.advance(1_499)
  expect(stub.requests).toHaveLength(1)
  await clock.advance(1)
  second.send(`id: e1:7\n\n${textOf(8)}${textOf(9)}`)
  await settle()
  second.fail()
  await clock.advance(1_500)
  expect(idsOf(stub)).toEqual([null, 'e1:7', 'e1:9'])
  third.send(textOf(10))
  await settle()
  expect([seen, stream.lastEventId]).toEqual([[7, 8, 9, 10], 'e1:10'])
})

test('a server that wants to be left alone for long is asked again after 30 s', async () => {
  const first = aStream()
  const { clock, stub } = read([first.answer, aStream().answer])
  await settle()
  first.send('retry: 999999999999\nid: e1:6\n\n')
  first.end()
  await clock.advance(29_999)
  expect(stub.requests).toHaveLength(1)
  await clock.advance(1)
  expect(stub.requests).toHaveLength(2)
})

test('12 s of silence end a connection; comments break the silence', async () => {
  const first = aStream()
  const { clock, stub } = read([first.answer, aStream().answer])
  await settle()
  first.send(textOf(1))
  for (let beat = 0; beat < 4; beat += 1) {
    await clock.advance(11_000)
    first.send(': heartbeat\n\n')
  }
  await clock.advance(11_999)
  expect(stub.requests).toHaveLength(1)
  await clock.advance(1_001)
  expect(idsOf(stub)).toEqual([null, 'e1:1'])
  expect(first.state.canceled).toBe(true)
})

test('a loop that takes its time is not silence', async () => {
  const first = aStream()
  const clock = createFakeClock()
  const stub = stubFetch(first.answer)
  const credentials = { apiKey: 'mk_demo' }
  const client = createClient({ environment: 'mock', credentials, fetch: stub.fetch, clock })
  clients.push(client)
  first.send(textOf(1) + textOf(2))
  const messages = streamEvents(client, { channels: ['orders'] })[Symbol.asyncIterator]()
  expect((await messages.next()).value).toMatchObject({ seq: 1 })
  await clock.advance(60_000)
  expect((await messages.next()).value).toMatchObject({ seq: 2 })
  first.send(textOf(3))
  expect((await messages.next()).value).toMatchObject({ seq: 3 })
  await messages.return?.()
  expect([stub.requests.length, first.state.canceled, clock.waiting]).toEqual([1, true, 0])
})

test('what a server that is not there, busy or restarting says is no end', async () => {
  const last = aStream()
  const answers = [
    new TypeError('fetch failed'),
    problem(503, 'unavailable', {}, { 'retry-after': '7' }),
    problem(429, 'too-many-connections', {}, { 'retry-after': '10' }),
    new Response('<h1>Bad gateway</h1>', { status: 502 }),
    'never',
  ] as const
  const events: (string | undefined)[] = []
  const observe: ClientOptions['observe'] = (event) => {
    if (event.type === 'attempt') events.push(event.errorCode)
  }
  const { clock, seen } = read([...answers, last.answer], { client: { observe } })
  await clock.advance(30_000)
  last.send(textOf(1))
  await settle()
  expect(seen).toEqual([1])
  expect(events).toEqual([
    'network',
    'unavailable',
    'too-many-connections',
    'invalid-response',
    'timeout',
    undefined,
  ])
})

test.each([
  ['an unknown account', problem(404, 'unknown-account'), isNotFoundError],
  [
    'a page that is no event stream',
    new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }),
    isInvalidResponseError,
  ],
  ['a gone id that nobody asked to be told of', problem(410, 'sequence-gone'), isGoneError],
  [
    'a server that is busy for an hour',
    problem(503, 'unavailable', {}, { 'retry-after': '3600' }),
    (error: unknown) => (error as { retryAfterMs: number }).retryAfterMs === 3_600_000,
  ],
])('%s ends the loop', async (_name, answer, isIt) => {
  const { state, stub, clock, done } = read([answer])
  await done
  expect(isIt(state.error)).toBe(true)
  expect([stub.requests.length, clock.waiting]).toEqual([1, 0])
})

test.each([
  ['no JSON', 'id: e1:1\ndata: {\n\n', 'the event e1:1 is not JSON'],
  ['against the contract', textOf(1, { ...messageOf(1), seq: 'one' }), 'it breaks the contract'],
  ['no id that a header can carry', 'id: €\n\n', 'the id of an event cannot be sent back'],
  ['too long', `data: ${'x'.repeat(2_000)}`, 'an event is longer than 1000 characters'],
])('an event that is %s ends the loop', async (_name, text, reason) => {
  const stream = aStream()
  const client = { validate: responseValidation(), maximumResponseBytes: 1_000 }
  const { state, done } = read([stream.answer], { client })
  await settle()
  stream.send(text)
  await done
  expect(isInvalidResponseError(state.error)).toBe(true)
  expect(String(state.error)).toContain(reason)
})

test('the type of a stream is told from others whatever the case of its letters', async () => {
  const stream = aStream(200, 'Text/Event-Stream; charset=utf-8')
  const { seen } = read([stream.answer])
  await settle()
  stream.send(textOf(1))
  await settle()
  expect(seen).toEqual([1])
})

test('an event of a type that this client does not know comes as it is', async () => {
  const stream = aStream()
  const { seen, state } = read([stream.answer])
  await settle()
  stream.send(textOf(5, messageOf(5, 'orderAdmired')))
  await settle()
  expect([seen, state.over]).toEqual([[5], false])
})

test('a gone id is told once the stream stands again, and events wait for whoever was told', async () => {
  const [again, later] = [aStream(), aStream()]
  const gone = problem(410, 'sequence-gone', {
    errors: [
      {
        pointer: '/query/channels/0',
        code: 'sequence-gone',
        detail: 'x',
        channel: 'quotes.AAPL',
        oldestSeq: 9,
      },
    ],
  })
  const told: unknown[] = []
  let finish = () => {}
  const waiting = new Promise<void>((resolve) => {
    finish = resolve
  })
  const { clock, stub, seen } = read([gone, new TypeError('fetch failed'), again.answer, later.answer], {
    lastEventId: 'e1:1',
    onGone: async (error) => {
      told.push(error.items[0]?.oldestSeq)
      await waiting
    },
  })
  await settle()
  expect(told).toEqual([])
  await clock.advance(2_000)
  again.send(textOf(40))
  await settle()
  expect([told, seen, idsOf(stub)]).toEqual([[9], [], ['e1:1', null, null]])
  finish()
  await settle()
  expect(seen).toEqual([40])
})

test('what the caller throws from there ends the loop as it is', async () => {
  const reason = new Error('mine')
  const { state, done } = read([problem(410, 'epoch-gone'), aStream().answer], {
    lastEventId: 'e0:1',
    onGone: () => Promise.reject(reason),
  })
  await done
  expect(state.error).toBe(reason)
})

test('an expired token is asked for anew, once', async () => {
  const tokens = ['at_1', 'at_2', 'at_3']
  let refusals = 0
  const refusing = (): Response => {
    refusals += 1
    return problem(401, 'token-expired')
  }
  const oauth = { clientId: 'mk_demo_hmac', clientSecret: 'a secret' }
  const answer = (request: Request): Response =>
    request.url.endsWith('/token')
      ? Response.json({ access_token: tokens.shift(), expires_in: 3600 })
      : refusing()
  const { state, done } = read([answer], { client: { credentials: oauth } })
  await done
  expect([refusals, tokens]).toEqual([2, ['at_3']])
  expect((state.error as { code: string }).code).toBe('token-expired')
})

test('a signal ends the loop with an AbortedError, even between events that are here', async () => {
  const stream = aStream()
  const { leaving, state, done, clock } = read([stream.answer])
  await settle()
  leaving.abort(new Error('enough'))
  await done
  expect(isAbortedError(state.error)).toBe(true)
  expect([stream.state.canceled, clock.waiting]).toEqual([true, 0])
})

test('closing the client ends the loop without an error, also while it waits to come again', async () => {
  const open = aStream()
  const reading = read([open.answer])
  await settle()
  await reading.client.close({ timeoutMs: 0 })
  await reading.done
  const waiting = read([new TypeError('fetch failed')])
  await settle()
  await waiting.client.close({ timeoutMs: 0 })
  await waiting.done
  expect([reading.state, waiting.state]).toEqual(Array(2).fill({ over: true, error: undefined }))
  expect([open.state.canceled, waiting.clock.waiting]).toEqual([true, 0])
})

test.each(['€', 'e1:\n4', 'e1: 4', 'x'.repeat(2_000)])(
  'a last id that no header can carry is refused, not tried for ever: %j',
  async (lastEventId) => {
    const client = createClient({ environment: 'mock', credentials: { apiKey: 'mk_demo' } })
    clients.push(client)
    let error: unknown
    try {
      streamEvents(client, { channels: ['orders'], lastEventId })
    } catch (thrown) {
      error = thrown
    }
    expect(isArgumentError(error)).toBe(true)
  },
)

test('anything but a client is refused', () => {
  let error: unknown
  try {
    streamEvents({} as Client, { channels: ['orders'] })
  } catch (thrown) {
    error = thrown
  }
  expect(isArgumentError(error)).toBe(true)
})
