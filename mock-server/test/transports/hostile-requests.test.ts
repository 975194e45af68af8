import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../../src/node.ts'
import { sendRaw } from '../raw-http.ts'

/**
 * Each kind of request that may not come, many times on a port: its status each time, the server alive, and nothing
 * of it kept.
 */

const TIMES = 40
const AT_ONCE = 10
/** All rows together send far more than this. */
const KEPT_BYTES = 8 * 1_048_576

const HOST = 'Host: localhost\r\n'
const KEY = 'Authorization: Bearer mk_demo\r\n'
const JSON_TYPE = 'Content-Type: application/json\r\n'
const get = (target: string, headers = KEY): string => `GET ${target} HTTP/1.1\r\n${HOST}${headers}\r\n`
const post = (body: string, headers = JSON_TYPE): string =>
  `POST /v1/orders HTTP/1.1\r\n${HOST}${KEY}${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const order = (terms: object): string =>
  post(
    JSON.stringify({
      clientOrderId: 'one',
      symbol: 'AAPL',
      side: 'buy',
      type: 'market',
      timeInForce: 'ioc',
      quantity: '1',
      ...terms,
    }),
  )
const keys = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',')}}`

const rows: readonly (readonly [what: string, status: number, code: string, bytes: string])[] = [
  ['a request line over 8 KiB', 414, 'uri-too-long', get(`/v1/orders?cursor=${'x'.repeat(8192)}`)],
  [
    'headers over 16 KiB',
    431,
    'headers-too-large',
    get('/v1/orders', `${KEY}X-Large: ${'x'.repeat(17_000)}\r\n`),
  ],
  [
    'more than 100 headers',
    431,
    'headers-too-large',
    get('/v1/orders', KEY + Array.from({ length: 100 }, (_, index) => `X-${index}: 1\r\n`).join('')),
  ],
  ['a body over 64 KiB', 413, 'body-too-large', post(' '.repeat(65_537))],
  [
    'a body that is told to have 1 GiB',
    413,
    'body-too-large',
    `POST /v1/orders HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Content-Length: 1073741824\r\n\r\n${' '.repeat(65_537)}`,
  ],
  [
    'chunks of more than 64 KiB together',
    413,
    'body-too-large',
    `POST /v1/orders HTTP/1.1\r\n${HOST}${KEY}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n${`1000\r\n${' '.repeat(4096)}\r\n`.repeat(17)}0\r\n\r\n`,
  ],
  ['another content type', 415, 'unsupported-media-type', post('{}', 'Content-Type: text/plain\r\n')],
  ['a compressed body', 415, 'unsupported-media-type', post('{}', `${JSON_TYPE}Content-Encoding: gzip\r\n`)],
  ['33 levels of JSON', 400, 'malformed-json', post('['.repeat(33) + ']'.repeat(33))],
  ['60,000 levels of JSON', 400, 'malformed-json', post('['.repeat(60_000))],
  ['257 keys in an object', 400, 'malformed-json', post(keys(257))],
  ['1,025 items in an array', 400, 'malformed-json', post(`[${Array(1025).fill(1).join(',')}]`)],
  ['a string over 4 KiB', 400, 'malformed-json', order({ symbol: 'A'.repeat(4097) })],
  ['a number of 41 characters', 400, 'malformed-json', post(`[${'1'.repeat(41)}]`)],
  ['a repeated key', 400, 'malformed-json', post('{"side":"buy","side":"sell"}')],
  ['__proto__', 400, 'malformed-json', post('{"__proto__":{"side":"buy"}}')],
  ['constructor.prototype', 400, 'malformed-json', post('{"constructor":{"prototype":{"side":"buy"}}}')],
  ['an exponent', 422, 'invalid-request', order({ quantity: '1e3' })],
  ['a number that is none', 422, 'invalid-request', order({ quantity: 'NaN' })],
  ['17 digits', 422, 'invalid-request', order({ quantity: '12345678901234567' })],
  ['a client order id of 65 characters', 422, 'invalid-request', order({ clientOrderId: 'x'.repeat(65) })],
  ['a symbol with a slash', 422, 'invalid-request', order({ symbol: 'BTC/USD' })],
  ['dot segments', 400, 'malformed-request', get('/v1/../orders')],
  ['encoded dot segments', 400, 'malformed-request', get('/v1/%2e%2e/orders')],
  ['an encoded slash', 400, 'malformed-request', get('/v1/orders%2ford_1')],
  ['an encoded backslash', 400, 'malformed-request', get('/v1/orders%5cord_1')],
  ['an encoded NUL', 400, 'malformed-request', get('/v1/orders/ord_1%00')],
  ['a path that is not UTF-8', 400, 'malformed-request', get('/v1/orders/%ff')],
  ['another method', 405, 'method-not-allowed', `PUT /v1/orders HTTP/1.1\r\n${HOST}${KEY}\r\n`],
  ['another host', 421, 'misdirected-request', `GET /v1/orders HTTP/1.1\r\nHost: rebound.test\r\n${KEY}\r\n`],
  ['no key', 401, 'unauthenticated', get('/v1/orders', '')],
  ['an unknown key', 401, 'key-unknown', get('/v1/orders', 'Authorization: Bearer mk_nobody\r\n')],
  ['a field of the answer', 422, 'invalid-request', order({ filledQuantity: '1' })],
  ['the account in the body', 422, 'invalid-request', order({ accountId: 'acc_demo' })],
  ['another account', 404, 'unknown-account', get('/v1/accounts/acc_other')],
  ['another order', 404, 'unknown-order', get('/v1/orders/ord_999')],
  ['a page of 1,001', 422, 'invalid-request', get('/v1/orders?limit=1001')],
]

let server: MockServer
beforeAll(async () => {
  server = await startMockServer({ port: 0, symbols: ['AAPL'], clock: 'paused' })
})
afterAll(() => server.close())

test.each(rows)('%s is refused %i %s each time', async (_what, status, code, bytes) => {
  for (let sent = 0; sent < TIMES; sent += AT_ONCE) {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => sendRaw(server.port, bytes)))
    for (const answer of answers)
      expect([answer.status, JSON.parse(answer.body).code]).toEqual([status, code])
  }
  expect((await sendRaw(server.port, get('/v1/orders'))).status).toBe(200)
})

test('nothing of what was refused is kept', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const flood = async (): Promise<void> => {
    for (const [, , , bytes] of rows) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => sendRaw(server.port, bytes)))
    }
  }
  await flood()
  collect()
  const before = process.memoryUsage()
  for (let time = 0; time < 3; time += 1) await flood()
  collect()
  const after = process.memoryUsage()
  expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(KEPT_BYTES)
})
