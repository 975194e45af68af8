import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src/ports/system-clock.ts'
import { listen, type NodeServer } from '../../src/transports/node-server.ts'
import { receiveRaw } from '../raw-http.ts'
import { type FakeBackend, fakeBackend } from './fake-backend.ts'
import { eventsOf } from './sockets.ts'

let backend: FakeBackend
let server: NodeServer

beforeAll(async () => {
  backend = fakeBackend()
  server = await listen(backend, { host: '127.0.0.1', port: 0, clock: systemClock })
})
afterAll(() => server.close())

test('a request becomes a plain call', async () => {
  const response = await fetch(`${server.url}/v1/orders?limit=1`, {
    method: 'POST',
    headers: { 'x-test': 'yes' },
    body: 'x'.repeat(65_536),
  })
  expect(await response.json()).toEqual({
    method: 'POST',
    target: '/v1/orders?limit=1',
    size: 65_536,
    x: 'yes',
  })
})

test.each([
  ['a declared body over 64 KiB', 'x'.repeat(65_537), 413],
  ['a chunked body over 64 KiB', chunked(70_000), 413],
  ['a chunked body of 64 KiB', chunked(65_536), 200],
])('%s is answered', async (_name, body, status) => {
  const response = await fetch(server.url, { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect(response.status).toBe(status)
  await response.text()
})

test('headers over 16 KiB are 431, more than 100 too, another host is 421', async () => {
  expect(await get({ headers: { 'x-large': 'a'.repeat(17_000) } })).toBe(431)
  expect(await get({ headers: many(98) })).toBe(200)
  expect(await get({ headers: many(99) })).toBe(431)
  expect(await get({ headers: many(1000) })).toBe(431)
  expect(await get({ headers: { host: 'rebound.example.com' } })).toBe(421)
  expect(await get({ headers: { host: 'localhost:1' } })).toBe(200)
})

test('what is not HTTP is answered 400 and the server goes on', async () => {
  expect(await receiveRaw(server.port, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  expect((await fetch(server.url)).status).toBe(200)
})

test('streams carry messages both ways and prepared bytes unchanged', async () => {
  const socket = new WebSocket(server.streamUrl, 'openbourse.v1.json')
  const events = eventsOf(socket)
  expect(await events.next()).toBe('open openbourse.v1.json')
  expect(await events.next()).toBe('welcome')
  socket.send('grüße')
  expect(await events.next()).toBe('echo grüße')
  socket.close(1000)
  expect(await events.rest()).toEqual(['close 1000'])
})

test.each([
  ['a binary message', new Uint8Array([1]), 1003],
  ['a message over 64 KiB', 'x'.repeat(65_537), 1009],
])('%s closes the stream', async (_name, message, code) => {
  const socket = new WebSocket(server.streamUrl)
  const events = eventsOf(socket)
  await events.next()
  socket.send(message)
  expect((await events.rest()).at(-1)).toMatch(new RegExp(`^close ${code}`))
})

const UPGRADE = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'
const handshake = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

test.each([
  ['a right handshake', '/v1/stream', {}, 101],
  ['a page of this machine', '/v1/stream', { origin: 'http://localhost:5173' }, 101],
  ['another path', '/v2/stream', {}, 404],
  ['another subprotocol', '/v1/stream', { 'sec-websocket-protocol': 'mqtt' }, 400],
  ['another version', '/v1/stream', { 'sec-websocket-version': '12' }, 400],
  ['a short key', '/v1/stream', { 'sec-websocket-key': 'c2hvcnQ=' }, 400],
  ['no key', '/v1/stream', { 'sec-websocket-key': '' }, 400],
  ['a broken list of subprotocols', '/v1/stream', { 'sec-websocket-protocol': 'openbourse.v1.json,' }, 400],
  ['a page of another host', '/v1/stream', { origin: 'https://example.com' }, 403],
  ['another host', '/v1/stream', { host: 'rebound.example.com' }, 421],
])('the handshake of %s is answered', async (_name, path, headers, status) => {
  expect(await get({ path, headers: { ...handshake, ...headers } })).toBe(status)
})

test('a handshake by another method is 405 and names those of the path', async () => {
  const answer = await receiveRaw(
    server.port,
    `POST /v1/stream HTTP/1.1\r\nHost: localhost\r\n${UPGRADE}\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1\.1 405 [\s\S]*\r\nallow: GET, HEAD, OPTIONS\r\n/)
})

test.each([
  ['another version', 'Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'],
  ['a wrong key', 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ\r\n'],
  [
    'what only ws finds wrong',
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: openbourse.v1.json,,\r\n',
  ],
])('the refusal of a handshake with %s is a problem', async (_name, lines) => {
  const answer = await receiveRaw(
    server.port,
    `GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${lines}\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*content-type: application\/problem\+json/)
  expect(answer).toContain('"code":"malformed-request"')
})

test('closing the server ends streams with 1001 after their shutdown message', async () => {
  const ending = await listen(fakeBackend(), { host: '127.0.0.1', port: 0, clock: systemClock })
  const events = eventsOf(new WebSocket(ending.streamUrl))
  await events.next()
  await events.next()
  await Promise.all([
    ending.close(),
    events.rest().then((rest) => expect(rest).toEqual(['shutdown', 'close 1001 the server is going away'])),
  ])
  await expect(fetch(ending.url)).rejects.toThrow()
})

test('a taken port is an error', async () => {
  await expect(
    listen(backend, { host: '127.0.0.1', port: server.port, clock: systemClock }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

function get(options: { path?: string; headers?: Record<string, string> }): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, agent: false, ...options })
    sent.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, '']))
}

function chunked(byteLength: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let sent = 0; sent < byteLength; sent += 10_000) {
        controller.enqueue(new Uint8Array(Math.min(10_000, byteLength - sent)))
      }
      controller.close()
    },
  })
}
