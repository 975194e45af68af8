import { expect, test } from 'vitest'
import { createInProcessTransport } from '../../src/transports/in-process.ts'
import { fakeBackend } from './fake-backend.ts'
import { eventsOf } from './sockets.ts'

const targets = { baseUrl: 'http://mock.test', streamUrl: 'ws://mock.test/v1/stream' }

function setUp() {
  const backend = fakeBackend()
  return { backend, ...createInProcessTransport(backend, targets) }
}

test('fetch reaches the backend with the whole request', async () => {
  const { fetch } = setUp()
  const response = await fetch('http://mock.test/v1/orders?limit=1', { method: 'DELETE' })
  expect(await response.json()).toEqual({ method: 'DELETE', url: 'http://mock.test/v1/orders?limit=1' })
})

test('fetch refuses every other host', async () => {
  const { fetch } = setUp()
  await expect(fetch('https://example.com/')).rejects.toThrow('fetch failed')
})

test('an aborted fetch rejects with the signal’s reason', async () => {
  const { fetch } = setUp()
  const controller = new AbortController()
  const late = fetch('http://mock.test/', { signal: controller.signal })
  controller.abort(new Error('enough'))
  await expect(late).rejects.toThrow('enough')
  await expect(
    fetch('http://mock.test/', { signal: AbortSignal.abort(new Error('before')) }),
  ).rejects.toThrow('before')
})

test('a socket opens, takes messages in order and closes with the code of whoever closes', async () => {
  const { WebSocket, backend } = setUp()
  const socket = new WebSocket(targets.streamUrl, ['openbourse.v1.json'])
  const events = eventsOf(socket)
  expect(socket.readyState).toBe(WebSocket.CONNECTING)
  expect(await events.next()).toBe('open openbourse.v1.json')
  expect(socket.readyState).toBe(WebSocket.OPEN)
  expect(await events.next()).toBe('welcome')
  socket.send('one')
  socket.send('two')
  expect(socket.bufferedAmount).toBe(6)
  socket.close(3001, 'done')
  expect(socket.readyState).toBe(WebSocket.CLOSING)
  expect(await events.rest()).toEqual(['close 3001 done'])
  expect(backend.log).toEqual(['received one', 'received two', 'closed'])
  expect(socket.readyState).toBe(WebSocket.CLOSED)
})

test('a close by the server comes after the messages sent before it', async () => {
  const { WebSocket, backend } = setUp()
  const events = eventsOf(new WebSocket(targets.streamUrl))
  expect(await events.next()).toBe('open')
  const [server] = backend.sockets
  server?.send('last')
  server?.close(1001, 'bye')
  server?.send('never')
  expect(server?.bufferedAmount()).toBe('welcomelast'.length)
  expect(await events.rest()).toEqual(['welcome', 'last', 'close 1001 bye'])
  expect(backend.log).toEqual(['closed'])
})

test('no event comes inside the call that causes it, and one task brings one message', async () => {
  const { WebSocket, backend } = setUp()
  const socket = new WebSocket(targets.streamUrl)
  const seen: string[] = []
  socket.onmessage = ({ data }) => {
    seen.push(data)
    queueMicrotask(() => seen.push(`after ${data}`))
  }
  await new Promise<void>((resolve) => {
    socket.onopen = () => resolve()
  })
  backend.sockets[0]?.send('a')
  backend.sockets[0]?.send('b')
  expect(seen).toEqual([])
  await eventsOf(socket).next()
  await eventsOf(socket).next()
  expect(seen.slice(0, 4)).toEqual(['welcome', 'after welcome', 'a', 'after a'])
})

test.each([
  ['another host', 'ws://example.com/v1/stream', []],
  ['another path', 'ws://mock.test/v2/stream', []],
  ['another subprotocol', targets.streamUrl, ['graphql-ws']],
])('a socket to %s fails as a refused handshake does', async (_name, url, protocols) => {
  const { WebSocket } = setUp()
  expect(await eventsOf(new WebSocket(url, protocols)).rest()).toEqual(['error', 'close 1006'])
})

test('a binary message closes the socket', async () => {
  const { WebSocket } = setUp()
  const socket = new WebSocket(targets.streamUrl)
  const events = eventsOf(socket)
  await events.next()
  socket.send(new Uint8Array([1]))
  expect((await events.rest()).at(-1)).toBe('close 1003 messages are text')
})

test('wrong use throws as the platform’s WebSocket does', () => {
  const { WebSocket } = setUp()
  expect(() => new WebSocket('not a url')).toThrow(expect.objectContaining({ name: 'SyntaxError' }))
  expect(() => new WebSocket(targets.streamUrl, ['a', 'a'])).toThrow(
    expect.objectContaining({ name: 'SyntaxError' }),
  )
  const socket = new WebSocket(targets.streamUrl)
  expect(() => socket.send('early')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }))
  expect(() => socket.close(1001)).toThrow(expect.objectContaining({ name: 'InvalidAccessError' }))
  expect(() => socket.close(1000, 'x'.repeat(124))).toThrow(expect.objectContaining({ name: 'SyntaxError' }))
})
