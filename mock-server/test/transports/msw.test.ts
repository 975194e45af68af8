import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as msw3 from 'msw'
import { setupServer as setupServer3 } from 'msw/node'
import * as msw2 from 'msw2'
import { setupServer as setupServer2 } from 'msw2/node'
import { afterEach, expect, test } from 'vitest'
import {
  createMswHandlers,
  type MswLibrary,
  type MswServer,
  REFUSE_OTHERS,
  respondWith,
} from '../../src/transports/msw.ts'
import { type FakeBackend, fakeBackend } from './fake-backend.ts'
import { eventsOf } from './sockets.ts'

// The two versions' types differ in private members only.
const versions = [
  ['3', msw3, setupServer3],
  ['2.15', msw2 as unknown as MswLibrary, setupServer2 as unknown as typeof setupServer3],
] as const

const targets = { baseUrl: 'http://mock.test', streamUrl: 'ws://mock.test/v1/stream' }
let server: MswServer | undefined

function start(library: MswLibrary, setupServer: typeof setupServer3): FakeBackend {
  const backend = fakeBackend()
  server = setupServer(...createMswHandlers(backend, targets, library))
  server.listen(REFUSE_OTHERS)
  return backend
}

afterEach(() => server?.close())

test.each(versions)(
  'MSW %s: fetch reaches the backend, a handler of the user wins',
  async (_v, library, setup) => {
    start(library, setup)
    expect(await (await fetch('http://mock.test/v1/time')).json()).toMatchObject({ method: 'GET' })
    server?.use(library.http.all('http://mock.test/v1/time', () => new Response('mine')) as never)
    expect(await (await fetch('http://mock.test/v1/time')).text()).toBe('mine')
  },
)

test.each(versions)('MSW %s: other hosts are refused, not reached', async (_v, library, setup) => {
  start(library, setup)
  let reached = 0
  const other = createServer((_request, response) => {
    reached += 1
    response.end()
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  expect(reached).toBe(0)
  await new Promise((resolve) => other.close(resolve))
})

test.each(versions)('MSW %s: messages sent just before a close arrive', async (_v, library, setup) => {
  const backend = start(library, setup)
  const socket = new WebSocket(targets.streamUrl, 'openbourse.v1.json')
  const events = eventsOf(socket)
  expect(await events.next()).toBe('open openbourse.v1.json')
  socket.send('hello')
  expect([await events.next(), await events.next()]).toEqual(['welcome', 'echo hello'])
  backend.sockets[0]?.send('last')
  backend.sockets[0]?.close(1001, 'bye')
  expect(await events.rest()).toEqual(['last', 'close 1001 bye'])
  expect(backend.log).toEqual(['received hello', 'closed'])
})

test.each(versions)('MSW %s: a close by the client ends the session', async (_v, library, setup) => {
  const backend = start(library, setup)
  const socket = new WebSocket(targets.streamUrl)
  const events = eventsOf(socket)
  await events.next()
  socket.close(3000, 'done')
  expect((await events.rest()).at(-1)).toBe('close 3000 done')
  expect(backend.log).toEqual(['closed'])
})

test.each(versions)('MSW %s: a binary message closes the socket', async (_v, library, setup) => {
  start(library, setup)
  const socket = new WebSocket(targets.streamUrl)
  const events = eventsOf(socket)
  await events.next()
  socket.send(new Uint8Array([1]))
  expect((await events.rest()).at(-1)).toBe('close 1003 messages are text')
})

test.each(versions)('MSW %s: handlers answer a request by themselves', async (_v, library) => {
  const handlers = [
    library.http.all('http://mock.test/a', () => new Response('a')),
    library.ws.link('ws://mock.test/x').addEventListener('connection', () => {}),
  ] as never
  expect(await (await respondWith(handlers, new Request('http://mock.test/a')))?.text()).toBe('a')
  expect(await respondWith(handlers, new Request('http://mock.test/b'))).toBeUndefined()
})
