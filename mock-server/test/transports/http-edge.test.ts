import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Backend, ConnectionDropped } from '../../src/transports/backend.ts'
import { listen, type NodeServer } from '../../src/transports/node-server.ts'
import { FakeClock } from '../streams/fake-clock.ts'
import { fakeBackend } from './fake-backend.ts'

const clock = new FakeClock()
const open: (NodeServer | Socket)[] = []
afterEach(async () => {
  for (const each of open.splice(0)) {
    if ('destroy' in each) each.destroy()
    else {
      const closed = each.close()
      clock.advance(1000)
      await closed
    }
  }
})

async function serve(changes: Partial<Backend> = {}): Promise<NodeServer> {
  const server = await listen({ ...fakeBackend(), ...changes }, { host: '127.0.0.1', port: 0, clock })
  open.push(server)
  return server
}

/** A connection on which nothing is parsed, and all that came on it. */
async function dial(server: NodeServer, text: string): Promise<{ socket: Socket; received: () => string }> {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
  let received = ''
  socket.setEncoding('latin1').on('data', (chunk) => {
    received += chunk
  })
  socket.on('error', () => {})
  open.push(socket)
  socket.write(text)
  return { socket, received: () => received }
}

async function exchange(server: NodeServer, text: string, enough: RegExp): Promise<string> {
  const { received } = await dial(server, text)
  await expect.poll(received).toMatch(enough)
  return received()
}

const HOST = 'Host: localhost\r\n'
const UPGRADE = `${HOST}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n`

test('requests sent without waiting for answers are executed in their order, with a body or without', async () => {
  const order: string[] = []
  const server = await serve({
    async handle({ method, target }) {
      order.push(`${method} ${target}`)
      return { status: 200, headers: {}, body: target }
    },
  })
  const text = `POST /1 HTTP/1.1\r\n${HOST}Content-Length: 2\r\n\r\n{}GET /2 HTTP/1.1\r\n${HOST}\r\nDELETE /3 HTTP/1.1\r\n${HOST}\r\n`
  const answers = await exchange(server, text, /\/3$/)
  expect(order).toEqual(['POST /1', 'GET /2', 'DELETE /3'])
  expect(
    answers
      .match(/\r\n\r\n\/\d/g)
      ?.join('')
      .replaceAll('\r\n', ''),
  ).toBe('/1/2/3')
})

test('what follows a request and cannot be read does not take its answer away', async () => {
  const server = await serve()
  const text = `POST /1 HTTP/1.1\r\n${HOST}Content-Length: 2\r\n\r\n{}GARBAGE\r\n\r\n`
  const answers = await exchange(server, text, /malformed-request/)
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400'])
})

test.each([
  ['a request', `GET /a HTTP/1.1\r\n${UPGRADE}\r\n`, /"target":"\/a"/],
  ['a body', `POST /b HTTP/1.1\r\n${UPGRADE}Content-Length: 5\r\n\r\nhello`, /"target":"\/b","size":5/],
])('%s that offers HTTP/2 is answered in HTTP/1.1, as other clients are', async (_name, text, enough) => {
  expect(await exchange(await serve(), text, enough)).toMatch(/^HTTP\/1\.1 200 /)
})

test('an unknown expectation is passed over, a whole URL as target is read by its own host', async () => {
  const server = await serve()
  const get = (target: string, more = '') =>
    exchange(server, `GET ${target} HTTP/1.1\r\n${HOST}${more}\r\n`, /\}$/)
  expect(await get('/x', 'Expect: magic\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  expect(await get(`http://127.0.0.1:${server.port}/v1/time?a=1`)).toContain('"target":"/v1/time?a=1"')
  expect(await get('http://rebound.example.com/')).toMatch(/^HTTP\/1\.1 421 /)
})

test.each([
  ['two Hosts', `${HOST}Host: 127.0.0.1\r\n`, 'one Host header'],
  ['the same Host twice', `${HOST}${HOST}`, 'one Host header'],
  ['no Host', '', 'names its Host'],
])('a request with %s is 400, and so is a handshake', async (_name, hosts, detail) => {
  const server = await serve()
  const get = await exchange(server, `GET / HTTP/1.1\r\n${hosts}\r\n`, /\}$/)
  expect(get).toMatch(/^HTTP\/1\.1 400 /)
  expect(get).toContain(detail)
  const upgrade = `GET /v1/stream HTTP/1.1\r\n${hosts}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
  expect(await exchange(server, upgrade, /\}$/)).toMatch(/^HTTP\/1\.1 400 /)
})

test('CONNECT is no method of this server', async () => {
  const answer = await exchange(await serve(), `CONNECT a.test:443 HTTP/1.1\r\n${HOST}\r\n`, /\}$/)
  expect(answer).toMatch(/^HTTP\/1\.1 405 [\s\S]*\r\nallow: GET, HEAD, [A-Z, ]*OPTIONS\r\n/)
})

test('a failure of the backend is 500, a connection that it drops ends without a word', async () => {
  const failing = await serve({ handle: () => Promise.reject(new Error('a fault')) })
  const answer = await exchange(failing, `GET / HTTP/1.1\r\n${HOST}\r\n`, /\}$/)
  expect(answer).toMatch(/^HTTP\/1\.1 500 /)
  expect(answer).not.toContain('a fault')
  const dropping = await serve({ handle: () => Promise.reject(new ConnectionDropped()) })
  await expect(fetch(dropping.url)).rejects.toThrow('fetch failed')
})

test.each([
  ['an upgrade', `GET /nowhere HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
  ['what is not HTTP', 'nonsense\r\n\r\n'],
])('a peer that keeps its side open after %s was refused holds nothing up', async (_name, text) => {
  const server = await serve()
  const { received } = await dial(server, text)
  await expect.poll(received).toMatch(/\}$/)
  const closed = server.close()
  clock.advance(1000)
  await closed
})

test('a stream peer that stopped reading is cut off one second after its close', async () => {
  const backend = fakeBackend()
  const server = await serve(backend)
  const handshake = `GET /v1/stream HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
  const { socket, received } = await dial(server, handshake)
  await expect.poll(received).toContain('welcome')
  socket.pause()
  backend.sockets[0]?.close(4408, 'slow consumer')
  clock.advance(999)
  expect(backend.log).toEqual([])
  clock.advance(1)
  await expect.poll(() => backend.log).toEqual(['closed'])
})
