import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../../src/node.ts'
import { Folder, quotePair } from '../market/fixtures.ts'
import { FakeClock } from '../streams/fake-clock.ts'

const open: Socket[] = []
let server: MockServer
const transportClock = new FakeClock()
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy()
  await server.close()
})

async function serve(): Promise<void> {
  server = await startMockServer({
    port: 0,
    seed: 7,
    clock: 'paused',
    symbols: ['AAPL'],
    transportClock,
    limits: { connectionsPerAccount: 1 },
  })
}

/** A connection that has asked for the event stream; `method` as given. */
function dial(method = 'GET', more = ''): { socket: Socket; received: () => string; ended: () => boolean } {
  const socket = connect({ port: server.port, host: '127.0.0.1' })
  let received = ''
  let ended = false
  socket.setEncoding('latin1').on('data', (chunk) => {
    received += chunk
  })
  socket.on('close', () => {
    ended = true
  })
  socket.on('error', () => {})
  socket.write(
    `${method} /v1/events/stream?channels=quotes.AAPL HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer mk_demo\r\n${more}\r\n`,
  )
  open.push(socket)
  return { socket, received: () => received, ended: () => ended }
}

/** Answered 200 when no stream is open, 429 while one is. */
const free = async (): Promise<boolean> => {
  const { received } = dial('HEAD', 'Connection: close\r\n')
  await expect.poll(received).toMatch(/\r\n\r\n$/)
  return received().startsWith('HTTP/1.1 200')
}

let prices = 0
function quote(): void {
  prices = (prices + 1) % 90
  const cents = String(prices + 10)
  server.broker.market.setQuote('AAPL', { bidPrice: `188.${cents}`, askPrice: `190.${cents}` })
}

test('the answer is chunked, never compressed, and its connection serves nothing else', async () => {
  await serve()
  const { received } = dial('GET', 'Accept-Encoding: gzip, br\r\n')
  await expect.poll(received).toMatch(/id: \S+\n\n/)
  for (let count = 0; count < 100; count += 1) quote()
  await expect.poll(() => received().match(/event: quote/g)?.length).toBeGreaterThanOrEqual(100)
  const [head = ''] = received().split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.1 200 /)
  expect(head.toLowerCase().split('\r\n')).toEqual(
    expect.arrayContaining([
      'content-type: text/event-stream',
      'cache-control: no-store',
      'x-accel-buffering: no',
      'transfer-encoding: chunked',
      'connection: close',
    ]),
  )
  expect(head).not.toMatch(/content-encoding|content-length|etag/i)
})

test('HEAD has the same headers without a length, and holds no place', async () => {
  await serve()
  const { received } = dial('HEAD')
  await expect.poll(received).toMatch(/\r\n\r\n$/)
  expect(received()).toMatch(/^HTTP\/1\.1 200 .*content-type: text\/event-stream/s)
  expect(received()).not.toMatch(/content-length/i)
  expect(await free()).toBe(true)
})

test('a client that resets its connection in the middle of a write frees its place at once', async () => {
  await serve()
  const { socket, received } = dial()
  await expect.poll(received).toMatch(/id: /)
  expect(await free()).toBe(false)
  socket.pause()
  for (let count = 0; count < 2_000; count += 1) quote()
  socket.resetAndDestroy()
  await expect.poll(free).toBe(true)
  for (let count = 0; count < 10; count += 1) quote()
})

test('a client that never reads is cut off after 5 s, with bounded memory, and the others go on', async () => {
  await serve()
  const { socket, received, ended } = dial()
  await expect.poll(received).toMatch(/id: /)
  socket.pause()
  const before = process.memoryUsage().rss
  // The kernel takes some megabytes before the server feels anything.
  for (let round = 0; round < 60; round += 1) {
    for (let count = 0; count < 500; count += 1) quote()
    await new Promise((resolve) => setImmediate(resolve))
    transportClock.advance(20)
  }
  for (let second = 0; second < 7; second += 1) {
    transportClock.advance(1_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await expect.poll(free).toBe(true)
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1_048_576)
  socket.resume()
  await expect.poll(ended).toBe(true)
})

test('closing the server ends the stream with a last line and waits for nothing', async () => {
  await serve()
  const { received, ended } = dial()
  await expect.poll(received).toMatch(/id: /)
  await server.close()
  expect(received()).toMatch(/: the mock is going away\n\n\r\n0\r\n\r\n$/)
  await expect.poll(ended).toBe(true)
})

test('a recording at full speed waits for its reader, who gets every quote', async () => {
  const count = 12_000
  const lines = Array.from({ length: count }, (_, index) => {
    const seconds = String(Math.floor(index / 1000)).padStart(2, '0')
    return quotePair(
      `09:30:${seconds}.${String(index % 1000).padStart(3, '0')}`,
      [182.5, 100 + index],
      [182.6, 100],
    )
  })
  using folder = new Folder()
  const paths = [folder.ticks('quote', lines.flat())]
  server = await startMockServer({ port: 0, replay: { paths, speed: 'max' } })
  const url = `${server.url}/v1/events/stream?channels=quotes.IBM`
  const response = await fetch(url, { headers: { authorization: 'Bearer mk_demo' } })
  const decoder = new TextDecoder()
  let text = ''
  let seen = 0
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const seq = /"seq":(\d+)/.exec(block)?.[1]
      if (seq !== undefined) expect(Number(seq)).toBe(++seen)
    }
    if (seen >= count) break
  }
  expect(seen).toBe(count)
})
