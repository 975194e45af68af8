import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listen, type NodeServer } from '../../src/transports/node-server.ts'
import { FakeClock } from '../streams/fake-clock.ts'
import { fakeBackend } from './fake-backend.ts'

/** What breaks RFC 6455, as bytes on a port: the close code, and the next client served. */

const open: (NodeServer | Socket)[] = []
const clock = new FakeClock()
afterEach(async () => {
  for (const each of open.splice(0).reverse()) {
    if ('destroy' in each) each.destroy()
    else {
      const closed = each.close()
      clock.advance(1000)
      await closed
    }
  }
})

interface Frame {
  readonly opcode: number
  readonly payload?: Uint8Array
  /** @default true */
  readonly final?: boolean
  /** @default true */
  readonly masked?: boolean
  readonly reserved?: boolean
}

const TEXT = 1
const BINARY = 2
const CLOSE = 8

/** A client's frame; the mask is zeros, which leaves the payload as it is. */
function bytesOf({
  opcode,
  payload = new Uint8Array(),
  final = true,
  masked = true,
  reserved,
}: Frame): Buffer {
  const first = (final ? 0x80 : 0) | (reserved ? 0x40 : 0) | opcode
  const mask = masked ? 0x80 : 0
  const length =
    payload.length < 126 ? [mask | payload.length] : [mask | 126, payload.length >> 8, payload.length & 255]
  return Buffer.concat([Buffer.from([first, ...length]), Buffer.alloc(masked ? 4 : 0), payload])
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const fragments = (count: number): Frame[] => [
  { opcode: TEXT, payload: text('{'), final: false },
  ...Array.from({ length: count - 1 }, () => ({ opcode: 0, payload: text(' '), final: false })),
]

async function serve(): Promise<NodeServer> {
  const server = await listen(fakeBackend(), { host: '127.0.0.1', port: 0, clock })
  open.push(server)
  return server
}

/** An open stream, and the code with which the server closes it; 'cut' where it ends without one. */
async function dial(server: NodeServer): Promise<{ socket: Socket; closed: Promise<number | 'cut'> }> {
  const socket = connect(server.port, '127.0.0.1')
  open.push(socket)
  let received = Buffer.alloc(0)
  const closed = new Promise<number | 'cut'>((resolve) => {
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const code = closeCodeIn(received)
      if (code !== undefined) resolve(code)
    })
    socket.on('close', () => resolve('cut'))
    socket.on('error', () => resolve('cut'))
  })
  socket.write(
    'GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  await expect.poll(() => received.includes('welcome')).toBe(true)
  return { socket, closed }
}

/** A server's frames are short here and have no mask. */
function closeCodeIn(received: Buffer): number | undefined {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  for (let at = head + 4; at + 2 <= received.length; ) {
    const length = received[at + 1] ?? 0
    if (((received[at] ?? 0) & 15) === CLOSE) return received.readUInt16BE(at + 2)
    at += 2 + length
  }
  return undefined
}

test.each<[string, readonly Frame[], number]>([
  ['a frame without a mask', [{ opcode: TEXT, payload: text('{}'), masked: false }], 1002],
  ['a reserved bit', [{ opcode: TEXT, payload: text('{}'), reserved: true }], 1002],
  ['a reserved opcode', [{ opcode: 3, payload: text('{}') }], 1002],
  ['a continuation of nothing', [{ opcode: 0, payload: text('{}') }], 1002],
  ['a ping of 126 bytes', [{ opcode: 9, payload: new Uint8Array(126) }], 1002],
  ['a ping in fragments', [{ opcode: 9, final: false }], 1002],
  ['text that is not UTF-8', [{ opcode: TEXT, payload: Uint8Array.of(0xc3, 0x28) }], 1007],
  ['binary data', [{ opcode: BINARY, payload: Uint8Array.of(1) }], 1003],
  ['65 fragments of a message', fragments(65), 1008],
])('%s closes the stream', async (_what, frames, code) => {
  const server = await serve()
  const { socket, closed } = await dial(server)
  socket.write(Buffer.concat(frames.map(bytesOf)))
  expect(await closed).toBe(code)
  await dial(server)
})

test('a peer that answers no ping for 60 s is cut off', async () => {
  const server = await serve()
  const { closed } = await dial(server)
  for (let pings = 0; pings < 4; pings += 1) clock.advance(20_000)
  expect(await closed).toBe('cut')
})
