import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { readLimits } from '../../src/options/read-options.ts'
import type { ConnectionLimits } from '../../src/transports/connection-limits.ts'
import { listen, type NodeServer } from '../../src/transports/node-server.ts'
import { FakeClock } from '../streams/fake-clock.ts'
import { fakeBackend } from './fake-backend.ts'

const clock = new FakeClock()
const sockets: Socket[] = []
let server: NodeServer

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  const closed = server.close()
  clock.advance(1000)
  await closed
})

async function serve(connections: Partial<ConnectionLimits>): Promise<void> {
  const limits = { ...readLimits('relaxed'), ...connections }
  server = await listen(fakeBackend(), { host: '127.0.0.1', port: 0, clock, connections: limits })
}

const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'
const HANDSHAKE =
  'GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

/** The first answer on a connection of its own, or `ended` when there is none; the connection stays open. */
function dial(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text))
    sockets.push(socket)
    socket.once('data', (bytes) => resolve(bytes.toString('latin1')))
    socket.once('error', () => resolve('ended'))
    socket.once('close', () => resolve('ended'))
  })
}

test('an address has so many connections and no more, and a new one when one has ended', async () => {
  await serve({ connectionsPerAddress: 3 })
  for (let count = 0; count < 3; count += 1) expect(await dial(GET)).toMatch(/^HTTP\/1\.1 200/)
  expect(await dial(GET)).toBe('ended')
  sockets[0]?.destroy()
  await expect.poll(() => dial(GET)).toMatch(/^HTTP\/1\.1 200/)
})

test('streams count as connections, and a connection that is read again counts once', async () => {
  await serve({ connectionsPerAddress: 2 })
  const h2c = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'
  expect(await dial(h2c)).toMatch(/^HTTP\/1\.1 200/)
  expect(await dial(HANDSHAKE)).toMatch(/^HTTP\/1\.1 101/)
  expect(await dial(GET)).toBe('ended')
})

test('a server has so many connections of all addresses together', async () => {
  await serve({ connections: 2 })
  for (let count = 0; count < 2; count += 1) expect(await dial(GET)).toMatch(/^HTTP\/1\.1 200/)
  expect(await dial(GET)).toBe('ended')
})

test('an address asks for so many streams in five minutes, then 429 tells when to come again', async () => {
  await serve({ handshakesPerAddress: 2 })
  for (let count = 0; count < 2; count += 1) expect(await dial(HANDSHAKE)).toMatch(/^HTTP\/1\.1 101/)
  const refused = await dial(HANDSHAKE)
  expect(refused).toMatch(/^HTTP\/1\.1 429 /)
  expect(refused).toContain('too-many-handshakes')
  const seconds = Number(/retry-after: (\d+)/.exec(refused)?.[1])
  expect(seconds).toBeGreaterThanOrEqual(300)
  expect(await dial(GET)).toMatch(/^HTTP\/1\.1 200/)
  clock.advance(seconds * 1000)
  expect(await dial(HANDSHAKE)).toMatch(/^HTTP\/1\.1 101/)
})

test('the realistic profile is that of a venue', () => {
  expect(readLimits('realistic')).toMatchObject({
    connections: 1_000,
    connectionsPerAddress: 100,
    handshakesPerAddress: 300,
    attempts: { quota: 10, windowSeconds: 300 },
  })
  expect(readLimits('relaxed').connections).toBe(10_000)
})
