import { execFile } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { type ResolveName, type SocketOptions, sendBySocket } from '../../src/transports/send-by-socket.ts'
import { LOOPBACK } from '../../src/webhooks/special-addresses.ts'
import { FakeClock } from '../streams/fake-clock.ts'
import { certificateFor } from './certificate.ts'
import { Receiver } from './receivers.ts'

const policy = { allowed: LOOPBACK }
const HERE = { address: '127.0.0.1', family: 4 }
/** Addresses that belong to nobody here; a test that reached one would fail by its outcome. */
const PUBLIC = { address: '8.8.8.8', family: 4 }

function send(url: string, options: Partial<SocketOptions> = {}) {
  const clock = new FakeClock()
  const abort = new AbortController()
  const outcome = sendBySocket({ policy, clock, ...options })({
    url,
    headers: { 'content-type': 'application/json', 'webhook-id': 'dlv_1' },
    body: '{"type":"test ✓"}',
    signal: abort.signal,
  })
  return { clock, abort, outcome }
}

/** Answers in turn, and counts. */
function resolver(
  ...answers: (readonly { address: string; family: number }[])[]
): ResolveName & { names: string[] } {
  const names: string[] = []
  const resolve = async (name: string) => {
    names.push(name)
    return answers[names.length - 1] ?? answers.at(-1) ?? []
  }
  return Object.assign(resolve, { names })
}

test('a request arrives whole, with the name in Host, and its status is the outcome', async () => {
  await using receiver = await Receiver.http((_, response) => void response.writeHead(204).end())
  const resolve = resolver([HERE])
  const { clock, outcome } = send(`http://receiver.test:${receiver.port}/hook?a=b%20c`, { resolve })
  expect(await outcome).toEqual({ statusCode: 204 })
  expect(receiver.received).toMatchObject([
    {
      method: 'POST',
      url: '/hook?a=b%20c',
      body: '{"type":"test ✓"}',
      headers: { host: `receiver.test:${receiver.port}`, 'webhook-id': 'dlv_1', connection: 'close' },
    },
  ])
  expect(resolve.names).toEqual(['receiver.test'])
  expect(clock.pending).toBe(0)
})

test('a name that changes its address meanwhile leads nowhere: it is resolved once, and that is where it goes', async () => {
  await using receiver = await Receiver.http()
  const resolve = resolver([HERE], [PUBLIC])
  const { outcome } = send(`http://rebind.test:${receiver.port}/`, { resolve })
  expect(await outcome).toEqual({ statusCode: 200 })
  expect(resolve.names).toHaveLength(1)
  const inward = resolver([PUBLIC], [HERE])
  const refused = send(`http://rebind.test:${receiver.port}/`, { resolve: inward })
  expect(await refused.outcome).toEqual({ error: 'address-refused' })
  expect([inward.names.length, receiver.received.length]).toEqual([1, 1])
})

test.each([
  ['one of its addresses is private', [HERE, { address: '10.0.0.1', family: 4 }]],
  ['an IPv4-mapped one is', [HERE, { address: '::ffff:192.168.0.1', family: 6 }]],
  ['it has a zone', [{ address: 'fe80::1%1', family: 6 }]],
  ['it is a cloud’s metadata', [{ address: '169.254.169.254', family: 4 }]],
  ['it is NAT64', [{ address: '64:ff9b::7f00:1', family: 6 }]],
] as const)('nothing is sent to a name when %s', async (_, addresses) => {
  await using receiver = await Receiver.http()
  const { outcome } = send(`https://receiver.test:${receiver.port}/`, { resolve: resolver(addresses) })
  expect(await outcome).toEqual({ error: 'address-refused' })
  expect(receiver.sockets.size).toBe(0)
})

test('public addresses are reached by https alone', async () => {
  const { outcome } = send('http://receiver.test/', { resolve: resolver([PUBLIC]) })
  expect(await outcome).toEqual({ error: 'address-refused' })
})

test('an address that was allowed once and no longer is, is refused at each attempt', async () => {
  const { outcome } = send('http://10.0.0.1/')
  expect(await outcome).toEqual({ error: 'url-refused' })
})

test('a name without an address, or that cannot be resolved, is told', async () => {
  expect(await send('http://receiver.test/', { resolve: resolver([]) }).outcome).toEqual({
    error: 'name-not-resolved',
  })
  const failing = () => Promise.reject(new Error('SERVFAIL'))
  expect(await send('http://receiver.test/', { resolve: failing }).outcome).toEqual({
    error: 'name-not-resolved',
  })
})

test('a resolver that never answers is given up after 5 s', async () => {
  const { clock, outcome } = send('http://receiver.test/', { resolve: () => new Promise(() => {}) })
  clock.advance(5_000)
  expect(await outcome).toEqual({ error: 'timed-out' })
})

test('a port that nobody listens on is told', async () => {
  let url = ''
  {
    await using receiver = await Receiver.http()
    url = receiver.url
  }
  expect(await send(url).outcome).toEqual({ error: 'connection-failed' })
})

test('a redirect is an answer and is not followed', async () => {
  await using other = await Receiver.http()
  await using receiver = await Receiver.http((_, response) => {
    response.writeHead(307, { location: other.url }).end()
  })
  expect(await send(receiver.url).outcome).toEqual({ statusCode: 307 })
  expect([receiver.received.length, other.sockets.size]).toEqual([1, 0])
})

test('10 MB of answer are cut at 64 KiB, and the status counts', async () => {
  let written = 0
  await using receiver = await Receiver.http((_, response) => {
    const chunk = Buffer.alloc(65_536)
    const more = (): void => {
      while (written < 10_485_760 && !response.destroyed) {
        written += chunk.length
        if (!response.write(chunk)) return
      }
    }
    response.on('drain', more)
    more()
  })
  expect(await send(receiver.url).outcome).toEqual({ statusCode: 200 })
  expect(written).toBeLessThan(10_485_760)
})

test('a body that drips is cut after 5 s, and the status counts', async () => {
  await using receiver = await Receiver.http((_, response) => void response.writeHead(202).write('a'))
  const arrived = new Promise<void>((resolve) => {
    const heard = (): void => {
      unsubscribe('http.client.response.finish', heard)
      resolve()
    }
    subscribe('http.client.response.finish', heard)
  })
  const { clock, outcome } = send(receiver.url)
  await arrived
  clock.advance(5_000)
  expect(await outcome).toEqual({ statusCode: 202 })
})

test('a receiver that never answers is given up after 5 s, and its connection ends', async () => {
  await using receiver = await Receiver.http(() => {})
  const { clock, outcome } = send(receiver.url)
  await receiver.until(() => receiver.received.length === 1)
  clock.advance(4_999)
  clock.advance(1)
  expect(await outcome).toEqual({ error: 'timed-out' })
  const [socket] = receiver.sockets
  if (socket !== undefined && !socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
})

test.each<[name: string, onData: (socket: Socket) => void, error: string]>([
  ['closes early', (socket) => socket.destroy(), 'connection-closed'],
  ['ends without an answer', (socket) => socket.end(), 'connection-closed'],
  [
    'answers what is no status',
    (socket) => socket.end('HTTP/1.1 099 X\r\nContent-Length: 0\r\n\r\n'),
    'malformed-answer',
  ],
  ['answers in another protocol', (socket) => socket.end('220 mail.test ESMTP\r\n'), 'malformed-answer'],
  [
    'sends headers without end',
    (socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(40_000)}`),
    'malformed-answer',
  ],
  [
    'changes the protocol',
    (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    'connection-closed',
  ],
])('a receiver that %s gave no answer', async (_, onData, error) => {
  await using receiver = await Receiver.tcp((socket) => void socket.once('data', () => onData(socket)))
  expect(await send(receiver.url).outcome).toEqual({ error })
})

test('over TLS the name is in the handshake and in Host, and the certificate must be for it', async () => {
  const certificate = certificateFor('receiver.test')
  await using receiver = await Receiver.https(certificate)
  const resolve = resolver([HERE])
  const options = { resolve, authorities: certificate.cert }
  expect(await send(`https://receiver.test:${receiver.port}/`, options).outcome).toEqual({ statusCode: 200 })
  expect(receiver.received[0]?.headers.host).toBe(`receiver.test:${receiver.port}`)
  expect(await send(`https://other.test:${receiver.port}/`, options).outcome).toEqual({ error: 'tls-failed' })
  expect(await send(`https://receiver.test:${receiver.port}/`, { resolve }).outcome).toEqual({
    error: 'tls-failed',
  })
  expect(receiver.received).toHaveLength(1)
})

test('the handshake names the host', async () => {
  let hello = ''
  await using receiver = await Receiver.tcp((socket) => {
    socket.once('data', (chunk) => {
      hello = chunk.toString('latin1')
      socket.destroy()
    })
  })
  const url = `https://named.receiver.test:${receiver.port}/`
  expect(await send(url, { resolve: resolver([HERE]) }).outcome).toEqual({ error: 'tls-failed' })
  expect(hello).toContain('named.receiver.test')
})

test('a receiver that speaks no TLS is told', async () => {
  await using receiver = await Receiver.tcp((socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n'), 'https')
  expect(await send(receiver.url).outcome).toEqual({ error: 'tls-failed' })
})

test('the end of the world ends the connection', async () => {
  await using receiver = await Receiver.http(() => {})
  const { clock, abort, outcome } = send(receiver.url)
  await receiver.until(() => receiver.received.length === 1)
  abort.abort()
  expect(await outcome).toEqual({ error: 'send-failed' })
  expect(clock.pending).toBe(0)
})

test('proxies of the environment are passed by', async () => {
  await using proxy = await Receiver.http()
  await using receiver = await Receiver.http((_, response) => void response.writeHead(299).end())
  const script = fileURLToPath(new URL('send-once.ts', import.meta.url))
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy']
  const env = {
    ...process.env,
    NODE_USE_ENV_PROXY: '1',
    ...Object.fromEntries(names.map((name) => [name, new URL(proxy.url).origin])),
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@openbourse/source', script, receiver.url],
    { env },
  )
  expect([stdout, proxy.sockets.size, proxy.received.length]).toEqual(['{"statusCode":299}', 0, 0])
})
