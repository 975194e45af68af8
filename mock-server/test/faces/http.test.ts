import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../../src/node.ts'
import { systemClock } from '../../src/ports/system-clock.ts'
import { listen } from '../../src/transports/node-server.ts'
import { receiveRaw } from '../raw-http.ts'

let server: MockServer
beforeAll(async () => {
  server = await startMockServer({
    port: 0,
    seed: 7,
    clock: 'paused',
    allowHosts: ['mock.example.com'],
    cors: { origins: ['https://app.example.com'] },
  })
})
afterAll(() => server.close())

interface Seen {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: number
}

function send(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, agent: false, path, method }
    const sent = request({ ...options, headers: { authorization: 'Bearer mk_demo', ...headers } })
    sent.on('response', (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
      )
    })
    sent.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve({ status: response.statusCode ?? 0, headers: {}, bytes: 0 })
    })
    sent.on('error', reject)
    sent.end()
  })
}

test.each(['gzip', 'br'])(
  'a document comes in %s under the same tag, and what fetch gives is the same',
  async (coding) => {
    const plain = await send('/openapi.json')
    const coded = await send('/openapi.json', { 'accept-encoding': coding })
    expect([plain.headers['content-encoding'], coded.headers['content-encoding']]).toEqual([
      undefined,
      coding,
    ])
    expect(coded.headers.etag).toBe(plain.headers.etag)
    expect(coded.headers['content-length']).toBe(String(coded.bytes))
    expect(coded.bytes).toBeLessThan(plain.bytes / 5)
    const fetched = await (
      await fetch(`${server.url}/openapi.json`, { headers: { 'accept-encoding': coding } })
    ).text()
    expect(Buffer.byteLength(fetched)).toBe(plain.bytes)
  },
)

test('short answers stay as they are', async () => {
  const short = await send('/v1/status', { 'accept-encoding': 'br' })
  expect(short.headers['content-encoding']).toBeUndefined()
  expect(short.headers.vary).toBe('Accept-Encoding, Origin')
})

test('304, 204 and HEAD have no body, and no length but that of the body left out', async () => {
  const whole = await send('/v1/instruments')
  const known = await send('/v1/instruments', { 'if-none-match': String(whole.headers.etag) })
  expect([known.status, known.bytes, known.headers['content-length']]).toEqual([304, 0, undefined])
  const options = await send('/v1/orders', {}, 'OPTIONS')
  expect([options.status, options.bytes, options.headers['content-length']]).toEqual([204, 0, undefined])
  const head = await send('/v1/instruments', {}, 'HEAD')
  expect([head.status, head.bytes, head.headers['content-length']]).toEqual([200, 0, String(whole.bytes)])
})

test('a host that was allowed is answered, any other is 421', async () => {
  expect((await send('/v1/status', { host: 'mock.example.com' })).status).toBe(200)
  expect((await send('/v1/status', { host: 'MOCK.example.com:4010' })).status).toBe(200)
  expect((await send('/v1/status', { host: 'localhost' })).status).toBe(200)
  expect((await send('/v1/status', { host: 'example.com' })).status).toBe(421)
})

test('a page that may read answers may open streams', async () => {
  const handshake = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  const from = (origin: string) => send('/v1/stream', { ...handshake, origin }).then(({ status }) => status)
  expect(await from('https://app.example.com')).toBe(101)
  expect(await from('https://other.example.com')).toBe(403)
})

test('who sends its headers or its body too slowly is answered 408 and cut off, and others are served', async () => {
  const arrival = { headersMs: 60, requestMs: 120, checkEveryMs: 20 }
  const slow = await listen(server.broker.backend, {
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    arrival,
  })
  const raw = (text: string): Promise<string> => receiveRaw(slow.port, text)
  const slowHeaders = raw('GET /v1/status HTTP/1.1\r\nhost: localhost\r\nx-slow: ')
  const slowBody = raw(
    'POST /v1/orders HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  )
  expect((await fetch(`${slow.url}/v1/status`)).status).toBe(200)
  for (const answer of [await slowHeaders, await slowBody]) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*request-timeout/)
  }
  expect((await fetch(`${slow.url}/v1/status`)).status).toBe(200)
  await slow.close()
})
