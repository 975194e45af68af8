import { fileURLToPath } from 'node:url'
import { type Child, firstAnswer, freePort, message, start } from './child.ts'
import { load } from './http-load.ts'
import { compare, type Result } from './measure.ts'

const CONNECTIONS = 20
const REQUESTS = 10_000
/** Peers answer so much slower that fewer requests measure them as well. */
const PEER_REQUESTS = 500
const WARM_UP_SHARE = 0.2
const KEY = 'mk_demo'

interface Server {
  readonly child: Child
  readonly port: number
}

/** Requests a CPU-second of the server process, so that the load generator's own cost does not count. */
export async function restBenchmarks(): Promise<Result[]> {
  const mock = await startMock()
  const peers = { prism: await startPrism(), mockoon: await startMockoon() }
  try {
    return [
      await compareServers('rest.get-quote', getQuote, mock, peers),
      await compareServers('rest.submit-order', submitOrder, mock, peers),
    ]
  } finally {
    await Promise.all([mock, ...Object.values(peers)].map(({ child }) => child.stop()))
  }
}

type MakeRequest = (port: number, index: number) => string

async function compareServers(
  name: string,
  makeRequest: MakeRequest,
  mock: Server,
  peers: Record<string, Server>,
): Promise<Result> {
  const bare = await startBare(mock.port, makeRequest)
  const sample = (server: Server, requests: number) => async (): Promise<number> => {
    const warmUp = requests * WARM_UP_SHARE
    await load(server.port, warmUp, CONNECTIONS, (index) => makeRequest(server.port, index))
    const before = server.child.cpuSeconds()
    await load(server.port, requests, CONNECTIONS, (index) => makeRequest(server.port, index))
    return requests / (server.child.cpuSeconds() - before)
  }
  try {
    return await compare({
      name,
      unit: 'requests/CPU-s',
      better: 'higher',
      ours: sample(mock, REQUESTS),
      peers: Object.fromEntries(
        Object.entries(peers).map(([key, server]) => [key, sample(server, PEER_REQUESTS)]),
      ),
      limit: sample(bare, REQUESTS),
      target:
        name === 'rest.get-quote'
          ? { text: 'at least 40 % of bare node:http', met: ({ ratioToLimit }) => (ratioToLimit ?? 0) >= 0.4 }
          : undefined,
      note: 'authentication and validation on, background market running; limit: node:http answering the same bytes',
    })
  } finally {
    await bare.child.stop()
  }
}

function getQuote(port: number): string {
  return `GET /v1/quotes/latest?symbols=AAPL HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${KEY}\r\naccept: application/json\r\n\r\n`
}

let orders = 0

/** An immediate-or-cancel order far from the market: checked, accepted, matched against nothing, ended. */
function submitOrder(port: number): string {
  const body = JSON.stringify({
    clientOrderId: `bench-${process.pid}-${orders++}`,
    symbol: 'AAPL',
    side: 'buy',
    type: 'limit',
    timeInForce: 'ioc',
    quantity: '1',
    limitPrice: '1.00',
  })
  return (
    `POST /v1/orders HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${KEY}\r\n` +
    `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  )
}

async function startMock(): Promise<Server> {
  const child = start(process.execPath, ['--conditions=@openbourse/source', script('mock-http.ts')])
  const { port } = await message<{ port: number }>(child)
  return { child, port }
}

async function startBare(mockPort: number, makeRequest: MakeRequest): Promise<Server> {
  const raw = makeRequest(mockPort, 0)
  const [head = '', body] = raw.split('\r\n\r\n')
  const [, method = 'GET', path = '/'] = /^(\S+) (\S+)/.exec(head) ?? []
  const response = await fetch(`http://127.0.0.1:${mockPort}${path}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    ...(body ? { body } : {}),
  })
  const {
    date: _date,
    connection: _connection,
    'keep-alive': _keepAlive,
    ...headers
  } = Object.fromEntries(response.headers)
  const answer = JSON.stringify({ status: response.status, headers, body: await response.text() })
  const child = start(process.execPath, [script('bare-http.ts'), answer])
  const { port } = await message<{ port: number }>(child)
  return { child, port }
}

export async function startPrism(): Promise<Server> {
  const port = await freePort()
  const child = start(process.execPath, [
    bin('prism'),
    'mock',
    spec(),
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-v',
    'fatal',
  ])
  await firstAnswer(`http://127.0.0.1:${port}/v1/time`)
  return { child, port }
}

export async function startMockoon(): Promise<Server> {
  const port = await freePort()
  const args = [
    'start',
    '--data',
    spec(),
    '--port',
    String(port),
    '--hostname',
    '127.0.0.1',
    '--disable-log-to-file',
    '--repair',
  ]
  const child = start(process.execPath, [bin('mockoon-cli'), ...args])
  await firstAnswer(`http://127.0.0.1:${port}/v1/time`)
  return { child, port }
}

function script(name: string): string {
  return fileURLToPath(new URL(`./servers/${name}`, import.meta.url))
}

function bin(name: string): string {
  return fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))
}

function spec(): string {
  return fileURLToPath(new URL('../../spec/openapi.json', import.meta.url))
}
