import { fileURLToPath } from 'node:url'
import { type Child, firstAnswer, freePort, message, start } from './child.ts'
import { load } from './http-load.ts'
import { compare, type Result } from './measure.ts'
import { getQuote, type MakeRequest, submitOrder, submitSignedOrder } from './rest-requests.ts'

const CONNECTIONS = 20
const REQUESTS = 10_000
/** Peers answer so much slower that fewer requests measure them as well. */
const PEER_REQUESTS = 500
const WARM_UP_SHARE = 0.2
/** Before the first run, in runs: what the compiler does under way is not the cost of a request. */
const FIRST_WARM_UP = 2

interface Server {
  readonly child: Child
  readonly port: number
}

interface Line {
  readonly name: string
  readonly makeRequest: MakeRequest
  /** Whether the peers can be asked the same. */
  readonly withPeers: boolean
  /** The share of what bare node:http does that this line should reach. */
  readonly target?: number
  /** Why it is missed, where it is. */
  readonly reason?: string
}

const signedReason =
  'What the limit does not do is the order itself, its signature and the checks of its body; a busy machine makes it more, because a long request is interrupted more often.'

const lines: readonly Line[] = [
  { name: 'rest.get-quote', makeRequest: getQuote, withPeers: true, target: 0.4 },
  { name: 'rest.submit-order', makeRequest: submitOrder, withPeers: true },
  {
    name: 'rest.submit-order-signed',
    makeRequest: submitSignedOrder,
    withPeers: false,
    target: 0.25,
    reason: signedReason,
  },
]

/** Requests a CPU-second of the server process, so that the load generator's own cost does not count. */
export async function restBenchmarks(wanted: (name: string) => boolean): Promise<Result[]> {
  const chosen = lines.filter(({ name }) => wanted(name))
  const mock = await startMock()
  const peers = chosen.some(({ withPeers }) => withPeers) ? await startPeers() : {}
  try {
    const results: Result[] = []
    for (const line of chosen) results.push(await compareServers(line, mock, line.withPeers ? peers : {}))
    return results
  } finally {
    await Promise.all([mock, ...Object.values(peers)].map(({ child }) => child.stop()))
  }
}

async function startPeers(): Promise<Record<string, Server>> {
  return { prism: await startPrism(), mockoon: await startMockoon() }
}

async function compareServers(
  { name, makeRequest, target, reason }: Line,
  mock: Server,
  peers: Record<string, Server>,
): Promise<Result> {
  const bare = await startBare(mock.port, makeRequest)
  const make = (server: Server, length: number): string[] =>
    Array.from({ length }, () => makeRequest(server.port))
  const warmUp = (server: Server, requests: number) => load(server.port, make(server, requests), CONNECTIONS)
  const sample = (server: Server, requests: number) => async (): Promise<number> => {
    await warmUp(server, requests * WARM_UP_SHARE)
    const prepared = make(server, requests)
    const before = server.child.cpuSeconds()
    await load(server.port, prepared, CONNECTIONS)
    return requests / (server.child.cpuSeconds() - before)
  }
  try {
    for (const server of [mock, bare]) await warmUp(server, REQUESTS * FIRST_WARM_UP)
    for (const server of Object.values(peers)) await warmUp(server, PEER_REQUESTS * FIRST_WARM_UP)
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
        target === undefined
          ? undefined
          : {
              text: `at least ${target * 100} % of bare node:http`,
              met: ({ ratioToLimit }) => (ratioToLimit ?? 0) >= target,
              ...(reason === undefined ? {} : { reason }),
            },
      note: 'authentication, rate limits and validation on, background market running; limit: node:http answering the same bytes',
    })
  } finally {
    await bare.child.stop()
  }
}

async function startMock(): Promise<Server> {
  const child = start(process.execPath, ['--conditions=@openbourse/source', script('mock-http.ts')])
  const { port } = await message<{ port: number }>(child)
  return { child, port }
}

async function startBare(mockPort: number, makeRequest: MakeRequest): Promise<Server> {
  const [head = '', body] = makeRequest(mockPort).split('\r\n\r\n')
  const [, method = 'GET', path = '/'] = /^(\S+) (\S+)/.exec(head) ?? []
  const sent = head
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(': ', 2) as [string, string])
  const response = await fetch(`http://127.0.0.1:${mockPort}${path}`, {
    method,
    headers: sent.filter(([name]) => name !== 'host' && name !== 'content-length'),
    ...(body ? { body } : {}),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
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
