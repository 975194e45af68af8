import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../../src/node.ts'
import { isAnswered, receiveRaw } from '../raw-http.ts'

const ORIGIN = 'http://page.test'
let server: MockServer
beforeAll(async () => {
  server = await startMockServer({ port: 0, clock: 'paused', cors: { origins: [ORIGIN] } })
})
afterAll(() => server.close())

const send = (text: string): Promise<string> => receiveRaw(server.port, text, isAnswered)

const from = (origin: string): string => `Origin: ${origin}\r\n`
const HOST = 'Host: localhost\r\n'
const HANDSHAKE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'

const refusals: readonly (readonly [name: string, status: number, request: (origin: string) => string])[] = [
  ['two Hosts', 400, (origin) => `GET / HTTP/1.1\r\n${HOST}${HOST}${from(origin)}\r\n`],
  ['an unknown route', 404, (origin) => `GET /x HTTP/1.1\r\n${HOST}${from(origin)}\r\n`],
  ['a wrong method', 405, (origin) => `PUT /v1/orders HTTP/1.1\r\n${HOST}${from(origin)}\r\n`],
  [
    'a large body',
    413,
    (origin) => `POST /v1/orders HTTP/1.1\r\n${HOST}${from(origin)}Content-Length: 9000000\r\n\r\n`,
  ],
  ['a long target', 414, (origin) => `GET /${'a'.repeat(8192)} HTTP/1.1\r\n${HOST}${from(origin)}\r\n`],
  [
    'another type',
    415,
    (origin) =>
      `POST /v1/orders HTTP/1.1\r\n${HOST}${from(origin)}Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}`,
  ],
  ['another host', 421, (origin) => `GET / HTTP/1.1\r\nHost: rebound.test\r\n${from(origin)}\r\n`],
  ['a stream without a handshake', 426, (origin) => `GET /v1/stream HTTP/1.1\r\n${HOST}${from(origin)}\r\n`],
  [
    'large headers',
    431,
    (origin) => `GET / HTTP/1.1\r\n${HOST}${from(origin)}X-Large: ${'a'.repeat(17_000)}\r\n\r\n`,
  ],
  [
    'a stream elsewhere',
    404,
    (origin) => `GET /elsewhere HTTP/1.1\r\n${HOST}${from(origin)}${HANDSHAKE}\r\n`,
  ],
]

test.each(refusals)('a page that may read answers can read the refusal of %s', async (_name, status, ask) => {
  const answer = await send(ask(ORIGIN))
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toMatch(/access-control-allow-origin: http:\/\/page\.test\r\n/)
  expect(answer).toMatch(/content-type: application\/problem\+json\r\n/)
  expect(await send(ask('http://other.test'))).not.toContain('access-control-allow-origin')
})

test('OPTIONS * tells the methods of the server', async () => {
  const answer = await send(`OPTIONS * HTTP/1.1\r\n${HOST}\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 204 /)
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    expect(answer).toMatch(new RegExp(`\\r\\nallow: [^\\r]*\\b${method}\\b`))
  }
})

test('a stream asked for as a resource names the protocol that it is for', async () => {
  const answer = await send(`GET /v1/stream HTTP/1.1\r\n${HOST}\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 426 Upgrade Required\r\n/)
  expect(answer).toMatch(/\r\nupgrade: websocket\r\n/)
  expect(answer).toMatch(/\r\nconnection: Upgrade\r\n/)
  expect(answer).not.toContain('nearest')
})
