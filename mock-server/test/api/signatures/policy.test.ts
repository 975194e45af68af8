import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { hmacKey } from '../../../src/ports/crypto.ts'
import { DEMO_CREDENTIALS } from '../../../src/worlds/signing-keys.ts'
import { createBroker, START, type TestBroker, type TestRequest } from '../broker.ts'
import { type SignOptions, signed } from './sign.ts'

const NOW_S = START / 1_000_000
const ed25519 = DEMO_CREDENTIALS.ed25519.keyId
const ORDER = {
  clientOrderId: 'signed-1',
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  quantity: '10',
  limitPrice: '100.00',
}

let broker: TestBroker
beforeEach(() => {
  broker = createBroker()
})

const HOST = { host: '127.0.0.1:4010' }

/** Sends a signed request; `sent` changes it after it was signed. */
function send(options: Partial<SignOptions> = {}, sent: TestRequest & { target?: string } = {}) {
  const all = { target: '/v1/accounts?limit=5', createdS: NOW_S, ...options }
  const headers = { ...HOST, ...signed(all), ...sent.headers }
  const body = sent.body ?? all.body
  return broker.call(all.method ?? 'GET', sent.target ?? all.target, { key: null, headers, body })
}

function submit(options: Partial<SignOptions> = {}, order: object = ORDER) {
  return send({ method: 'POST', target: '/v1/orders', body: JSON.stringify(order), ...options })
}

test.each(['mk_demo_hmac', ed25519])('%s signs a request without a body and one with', async (keyId) => {
  expect((await send({ keyId })).json.data).toMatchObject([{ accountId: 'acc_demo' }])
  expect((await submit({ keyId })).status).toBe(201)
})

test.each<[string, Partial<SignOptions>, string]>([
  ['a key nobody knows', { keyId: 'mk_nobody', key: hmacKey('x') }, 'key-unknown'],
  ['a plain key as the key id', { keyId: 'mk_demo', key: hmacKey('mk_demo') }, 'key-unknown'],
  ['another secret', { key: hmacKey('x') }, 'signature-invalid'],
  ['another algorithm than the key has', { alg: 'ed25519' }, 'signature-invalid'],
  ['another label', { label: 'sig2' }, 'signature-incomplete'],
  ['no method', { components: ['@authority', '@path', '@query'] }, 'signature-incomplete'],
  ['no authority', { components: ['@method', '@path', '@query'] }, 'signature-incomplete'],
  ['no path', { components: ['@method', '@authority', '@query'] }, 'signature-incomplete'],
  ['no query', { components: ['@method', '@authority', '@path'] }, 'signature-incomplete'],
  ['no parameters', { parameters: '' }, 'signature-incomplete'],
  [
    'no nonce',
    { parameters: `;created=${NOW_S};expires=${NOW_S + 5};keyid="mk_demo_hmac";alg="hmac-sha256"` },
    'signature-incomplete',
  ],
  [
    'no expires',
    { parameters: `;created=${NOW_S};nonce="n";keyid="mk_demo_hmac";alg="hmac-sha256"` },
    'signature-incomplete',
  ],
  ['an empty nonce', { nonce: '' }, 'signature-incomplete'],
  ['a nonce of 129 characters', { nonce: 'n'.repeat(129) }, 'signature-incomplete'],
  ['a life of 61 s', { expiresS: NOW_S + 61 }, 'signature-incomplete'],
  ['an end before its beginning', { expiresS: NOW_S }, 'signature-incomplete'],
  ['created 2 s ahead', { createdS: NOW_S + 2 }, 'clock-skew'],
  ['created 10 min ahead', { createdS: NOW_S + 600 }, 'clock-skew'],
  ['expired just now', { createdS: NOW_S - 5 }, 'clock-skew'],
  ['expired long ago', { createdS: NOW_S - 600 }, 'clock-skew'],
])('%s is refused', async (_, options, code) => {
  const { status, headers, json } = await send(options)
  expect([status, json.code]).toEqual([401, code])
  expect(headers['www-authenticate']).toContain('Signature')
  expect(json.serverTime).toBe(code === 'clock-skew' ? '2025-10-09T08:53:20.000000Z' : undefined)
})

test.each<[string, Partial<SignOptions>]>([
  ['created 1 s ahead', { createdS: NOW_S + 1 }],
  ['about to expire', { createdS: NOW_S - 4 }],
  ['a life of 60 s', { expiresS: NOW_S + 60 }],
  ['more headers covered', { headers: { 'x-request-deadline': '2030-01-01T00:00:00Z' } }],
])('%s is taken', async (_, options) => {
  expect((await send(options)).status).toBe(200)
})

test.each([
  [['@method', '@authority', '@path', '@query', 'content-type'], '"content-digest"'],
  [['@method', '@authority', '@path', '@query', 'content-digest'], '"content-type"'],
])('a body that only %j covers is incomplete', async (components, missing) => {
  const { json } = await submit({ components })
  expect([json.code, json.detail]).toEqual(['signature-incomplete', expect.stringContaining(missing)])
})

test('a nonce is taken once, whatever it signs, until its signature cannot be used any more', async () => {
  expect((await submit({ nonce: 'once' })).status).toBe(201)
  const again = await submit({ nonce: 'once' })
  expect([again.status, again.json.code, again.json.processed]).toEqual([401, 'replayed', 'unknown'])
  expect((await send({ nonce: 'once', keyId: ed25519 })).status).toBe(200)
  broker.clock.ms += 7_000
  expect((await send({ nonce: 'once', createdS: NOW_S + 7 })).status).toBe(200)
})

test('a wrong signature uses up no nonce', async () => {
  expect((await send({ nonce: 'mine', key: hmacKey('x') })).json.code).toBe('signature-invalid')
  expect((await send({ nonce: 'mine' })).status).toBe(200)
})

test('a signature and an Authorization header together are refused', async () => {
  const { json } = await send({}, { headers: { authorization: 'Bearer mk_demo' } })
  expect(json.code).toBe('unauthenticated')
})

test('commands execute in the order in which their requests were complete', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `in-order-${index}`)
  const answers = await Promise.all(
    ids.map((clientOrderId, index) => {
      const order = { ...ORDER, clientOrderId, quantity: '1' }
      if (index % 3 === 2) return broker.submit(order)
      return submit({ keyId: index % 3 === 0 ? ed25519 : 'mk_demo_hmac' }, order)
    }),
  )
  const numbers = answers.map(({ json }) => Number(json.orderId.slice('ord_'.length)))
  expect(numbers).toEqual([...numbers].sort((left, right) => left - right))
})

test('every single bit of what is covered counts', async () => {
  const body = JSON.stringify(ORDER)
  const options: SignOptions = {
    method: 'POST',
    target: '/v1/orders?accountId=acc_demo',
    body,
    createdS: NOW_S,
  }
  const place = fc.constantFrom(
    'method',
    'target',
    'host',
    'body',
    'signature',
    'signature-input',
    'content-digest',
    'content-type',
  )
  await fc.assert(
    fc.asyncProperty(place, fc.nat(), fc.nat(7), async (part, at, bit) => {
      const headers: Record<string, string> = { ...HOST, ...signed(options) }
      const request = { method: 'POST', target: options.target, body, ...headers } as Record<string, string>
      const before = request[part] ?? ''
      const after = flipped(before, at % before.length, bit)
      fc.pre(sameMeaning(part, before, after) === false)
      const changed = { ...request, [part]: after }
      const sent = Object.fromEntries(Object.keys(headers).map((name) => [name, changed[name] ?? '']))
      const { method = '', target = '' } = changed
      const reply = await broker.app.handle({
        method,
        target,
        header: (name) => sent[name],
        body: Buffer.from(changed.body ?? '', 'latin1'),
      })
      expect(reply.status).toBeGreaterThanOrEqual(400)
      expect(reply.status).toBeLessThan(500)
    }),
    { numRuns: 10_000 },
  )
  const left = await broker.call('GET', '/v1/orders', {})
  expect(left.json.data).toEqual([])
})

function flipped(text: string, at: number, bit: number): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1)
}

/** A host is compared in lower case; the last character of padded base64 has bits that mean nothing. */
function sameMeaning(part: string, before: string, after: string): boolean {
  if (part === 'host') return before.toLowerCase() === after.toLowerCase()
  if (part === 'content-type') return before.toLowerCase() === after.toLowerCase()
  return false
}
