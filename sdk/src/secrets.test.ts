import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createRestClient } from './client.ts'
import type { ClientEvent } from './observability/client-event.ts'
import { json, problem, type StubAnswer, stubFetch } from './testing/stub-fetch.ts'

/** Stands for every secret: key, order details, whatever a request holds. */
const canary = 'canary7f3a'
const order = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'market',
  timeInForce: 'day',
  quantity: '1',
  tags: { note: canary },
} as const

/** What HTTP libraries like to do: hang the request on the error, and quote its headers in the message. */
function chatty(request: Request): never {
  const headers = Object.fromEntries(request.headers)
  const inner = Object.assign(new Error(`sent ${JSON.stringify(headers)}`), {
    code: 'ECONNRESET',
    request,
    headers,
  })
  throw Object.assign(new TypeError(`fetch failed with Bearer mk_${canary}`, { cause: inner }), {
    config: { headers },
    request,
  })
}

const html = () => new Response('<html>', { status: 500, headers: { 'content-type': 'text/html' } })

test.each<[string, StubAnswer]>([
  ['a fetch that tells everything', chatty],
  ['a problem', problem(422, 'invalid-request')],
  ['another server', html],
  ['an unreadable answer', new Response('{', { status: 201 })],
  ['an answer that is no object', json('x', 201)],
])('no error, event or client shows the key or the body: %s', async (_, answer) => {
  const { fetch } = stubFetch(answer)
  const events: ClientEvent[] = []
  const observe = (event: ClientEvent) => events.push(event)
  const client = createRestClient({
    environment: 'mock',
    credentials: { apiKey: `mk_${canary}` },
    fetch,
    observe,
  })
  const errors = [
    await client.orders.submit(order as never).catch((error: unknown) => error),
    await client.orders.cancel('ord_1').catch((error: unknown) => error),
  ]
  for (const thing of [errors, events, client]) {
    expect(inspect(thing, { depth: 12, showHidden: true, getters: true })).not.toContain(canary)
  }
  for (const error of errors) {
    for (let at: unknown = error; at instanceof Error; at = at.cause) {
      expect(`${at.message} ${at.stack} ${JSON.stringify(at, Object.getOwnPropertyNames(at))}`).not.toContain(
        canary,
      )
    }
  }
})
