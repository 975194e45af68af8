import { expect, test } from 'vitest'
import { sendByFetch } from '../../src/transports/send-by-fetch.ts'
import { FakeClock } from '../streams/fake-clock.ts'

const parts = { url: 'https://receiver.test/', headers: { 'webhook-id': 'dlv_1' }, body: '{}' }
const never = (): Promise<Response> => new Promise(() => {})

function send(fetch: typeof globalThis.fetch, signal = new AbortController().signal) {
  const clock = new FakeClock()
  return { clock, outcome: sendByFetch(fetch, clock)({ ...parts, signal }) }
}

test('the given fetch gets a POST that follows no redirect, and its status is the outcome', async () => {
  const seen: Request[] = []
  const { clock, outcome } = send(async (input, init) => {
    const request = new Request(input, init)
    seen.push(request)
    return new Response(null, { status: 307, headers: { location: 'https://other.test/' } })
  })
  expect(await outcome).toEqual({ statusCode: 307 })
  const [request = expect.fail()] = seen
  expect([request.method, request.redirect, request.headers.get('webhook-id')]).toEqual([
    'POST',
    'manual',
    'dlv_1',
  ])
  expect(clock.pending).toBe(0)
})

test('a body is not read, however long', async () => {
  let canceled = false
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    cancel: () => {
      canceled = true
    },
  })
  expect(await send(async () => new Response(endless)).outcome).toEqual({ statusCode: 200 })
  expect(canceled).toBe(true)
})

test('a fetch that fails, or gives an error, is no answer', async () => {
  expect(await send(() => Promise.reject(new TypeError('fetch failed'))).outcome).toEqual({
    error: 'send-failed',
  })
  expect(await send(async () => Response.error()).outcome).toEqual({ error: 'send-failed' })
  expect(
    await send(() => {
      throw new Error('at once')
    }).outcome,
  ).toEqual({ error: 'send-failed' })
})

test.each([undefined, {}, { status: '200' }, { status: Number.NaN }, { status: 0 }, { status: 1_000 }])(
  'a stub that gives %j has given no answer',
  async (answer) => {
    const stub = async () => answer as unknown as Response
    expect(await send(stub).outcome).toEqual({ error: 'send-failed' })
  },
)

test('a fetch that never answers is given up after 5 s, and told so', async () => {
  let given: AbortSignal | null | undefined
  const { clock, outcome } = send((_, init) => {
    given = init?.signal
    return never()
  })
  clock.advance(4_999)
  expect(given?.aborted).toBe(false)
  clock.advance(1)
  expect(await outcome).toEqual({ error: 'timed-out' })
  expect(given?.aborted).toBe(true)
})

test('the end of the world ends the request', async () => {
  const abort = new AbortController()
  const { clock, outcome } = send(never, abort.signal)
  abort.abort()
  await outcome
  expect(clock.pending).toBe(0)
})
