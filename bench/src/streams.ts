import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WebSocket, WebSocketServer } from 'ws'
import { startMockServer } from '../../mock-server/src/node.ts'
import { type Child, message, start } from './child.ts'
import { compare, quantile, type Result } from './measure.ts'

const CLIENTS = 100
const EVENTS = 1_000
const LATENCY_EVENTS = 500

export async function streamBenchmarks(): Promise<Result[]> {
  return [await fanOut(), ...(await latency())]
}

/** Deliveries a CPU-second of the server process, at 100 clients x 500 messages a second. */
async function fanOut(): Promise<Result> {
  const mock = await connected('mock-ws.ts', '')
  const bare = await connected('bare-ws.ts', mock.example)
  // The first quote also ends the background market of the symbol, which is an event of its own.
  await ran(mock, 1)
  const sample = (side: Connected) => async (): Promise<number> => {
    const before = side.received()
    const { cpuSeconds } = await ran(side, EVENTS)
    const deliveries = side.received() - before
    if (deliveries !== EVENTS * CLIENTS)
      throw new Error(`ws.fanout: ${deliveries} of ${EVENTS * CLIENTS} deliveries`)
    return deliveries / cpuSeconds
  }
  try {
    return await compare({
      name: 'ws.fanout',
      unit: 'deliveries/CPU-s',
      better: 'higher',
      ours: sample(mock),
      limit: sample(bare),
      target: { text: 'at least 60 % of bare ws', met: ({ ratioToLimit }) => (ratioToLimit ?? 0) >= 0.6 },
      note: '100 clients x 500 quotes/s through exchange and feed, numbered; limit: ws sending one prepared buffer',
    })
  } finally {
    for (const side of [mock, bare]) await side.stop()
  }
}

function ran(side: Connected, events: number): Promise<{ cpuSeconds: number }> {
  const report = message<{ cpuSeconds: number }>(side.child)
  side.child.process.send({ run: events })
  return report
}

/** Event to client receipt, one at a time, server and client in this process. */
async function latency(): Promise<Result[]> {
  const mock = await startMockServer({ port: 0, seed: 1, symbols: ['AAPL'], clock: 'paused' })
  const mockSocket = await subscribed(mock.port)
  const bareServer = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(bareServer, 'listening')
  const barePort = (bareServer.address() as { port: number }).port
  const bareSocket = new WebSocket(`ws://127.0.0.1:${barePort}`)
  const [peer] = (await once(bareServer, 'connection')) as [WebSocket]
  await once(bareSocket, 'open')
  let quantity = 1
  const ours = () => {
    quantity = (quantity % 90) + 1
    mock.broker.market.setQuote('AAPL', {
      bidPrice: '100.00',
      bidQuantity: `${quantity}`,
      askPrice: '100.02',
      askQuantity: '7',
    })
  }
  const bytes = Buffer.from('x'.repeat(250))
  const at = (share: number, socket: WebSocket, fire: () => void) => async () =>
    quantile(await receipts(socket, fire), share)
  const line = (name: string, share: number) =>
    compare({
      name,
      unit: 'µs',
      better: 'lower',
      ours: at(share, mockSocket, ours),
      limit: at(share, bareSocket, () => peer.send(bytes, { binary: false })),
      note: 'event to client receipt over loopback; limit: bare ws sending bytes of the same length',
    })
  try {
    return [await line('ws.latency-p50', 0.5), await line('ws.latency-p99', 0.99)]
  } finally {
    mockSocket.terminate()
    bareSocket.terminate()
    bareServer.close()
    await mock.close()
  }
}

async function receipts(socket: WebSocket, fire: () => void): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < LATENCY_EVENTS; index++) {
    const received = new Promise<void>((resolve) => {
      const listen = (bytes: Buffer): void => {
        if (bytes.includes('heartbeat')) return
        socket.off('message', listen)
        resolve()
      }
      socket.on('message', listen)
    })
    const begin = performance.now()
    fire()
    await received
    times.push((performance.now() - begin) * 1000)
  }
  return times
}

interface Connected {
  readonly child: Child
  /** A message as the server sends it, for the bare side to send as many bytes. */
  readonly example: string
  received(): number
  stop(): Promise<void>
}

async function connected(script: string, example: string): Promise<Connected> {
  const path = fileURLToPath(new URL(`./servers/${script}`, import.meta.url))
  const child = start(process.execPath, ['--conditions=@openbourse/source', path, example])
  const { port } = await message<{ port: number }>(child)
  let received = 0
  let last = ''
  const sockets = await Promise.all(
    Array.from({ length: CLIENTS }, () => (script === 'mock-ws.ts' ? subscribed(port) : opened(port))),
  )
  for (const socket of sockets) {
    socket.on('message', (bytes: Buffer) => {
      if (bytes.includes('"heartbeat"')) return
      if (received++ === 0) last = bytes.toString()
    })
  }
  return {
    child,
    example: last || 'x'.repeat(300),
    received: () => received,
    stop: async () => {
      for (const socket of sockets) socket.terminate()
      await child.stop()
    },
  }
}

async function opened(port: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await once(socket, 'open')
  return socket
}

/** Past welcome, authenticated, subscribed and the snapshot: what follows are events. */
async function subscribed(port: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/stream`)
  const snapshot = new Promise<void>((resolve) => {
    const listen = (bytes: Buffer): void => {
      if (!bytes.includes('"type":"snapshot"')) return
      socket.off('message', listen)
      resolve()
    }
    socket.on('message', listen)
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'authenticate', id: '1', token: 'mk_demo' }))
  socket.send(JSON.stringify({ type: 'subscribe', id: '2', channels: [{ channel: 'quotes.AAPL' }] }))
  await snapshot
  return socket
}
