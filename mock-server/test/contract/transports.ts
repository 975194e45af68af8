import { setupServer as setupServer3 } from 'msw/node'
import * as msw2 from 'msw2'
import { setupServer as setupServer2 } from 'msw2/node'
import { createMockBroker, type MockBroker, type MockBrokerOptions } from '../../src/index.ts'
import { type MswHandler, type MswLibrary, mockBrokerHandlers } from '../../src/msw.ts'
import { startMockServer } from '../../src/node.ts'
import type { TransportName } from '../../src/transports/capabilities.ts'
import { REFUSE_OTHERS } from '../../src/transports/msw.ts'
import { FakeClock } from '../streams/fake-clock.ts'
import { inboxFetch } from './inbox.ts'

/** A broker reached over one transport, with the clocks in the test's hand. */
export interface Served {
  readonly transport: TransportName
  readonly broker: MockBroker
  readonly transportClock: FakeClock
  readonly baseUrl: string
  readonly streamUrl: string
  fetch(url: string, init?: RequestInit): Promise<Response>
  openSocket(url: string, protocols?: string[]): WebSocket
  close(): Promise<void>
}

export type Serve = (options?: MockBrokerOptions) => Promise<Served>

/** Every way to reach the mock; the name goes into the test's name. */
export const transports: readonly (readonly [name: string, serve: Serve])[] = [
  ['in process', serveInProcess],
  ['MSW 3', (options) => serveMsw(setupServer3, undefined, options)],
  [
    'MSW 2.15',
    (options) =>
      serveMsw(setupServer2 as unknown as typeof setupServer3, msw2 as unknown as MswLibrary, options),
  ],
  ['a port', servePort],
]

const accounts: MockBrokerOptions['accounts'] = [
  { key: 'mk_demo', accountId: 'acc_demo', name: 'Demo account' },
  { key: 'mk_other', accountId: 'acc_other', name: 'Other account' },
  { key: 'mk_data', accountId: 'acc_data', scopes: ['market-data'] },
]

function defaults(transportClock: FakeClock): Omit<MockBrokerOptions, 'replay'> {
  return { seed: 7, clock: 'paused', accounts, transportClock }
}

async function serveInProcess(options: MockBrokerOptions = {}): Promise<Served> {
  const transportClock = new FakeClock()
  const broker = createMockBroker({ ...defaults(transportClock), webhookFetch: inboxFetch, ...options })
  return {
    transport: 'inProcess',
    broker,
    transportClock,
    baseUrl: broker.baseUrl,
    streamUrl: broker.streamUrl,
    fetch: (url, init) => broker.fetch(url, init),
    openSocket: (url, protocols) => new broker.WebSocket(url, protocols),
    close: () => broker.close(),
  }
}

async function serveMsw(
  setupServer: typeof setupServer3,
  library: MswLibrary | undefined,
  options: MockBrokerOptions = {},
): Promise<Served> {
  const transportClock = new FakeClock()
  const broker = createMockBroker({ ...defaults(transportClock), webhookFetch: inboxFetch, ...options })
  const server = setupServer(...(mockBrokerHandlers(broker, library) as MswHandler[]))
  server.listen(REFUSE_OTHERS)
  return {
    ...globalClient(broker.baseUrl, broker.streamUrl),
    transport: 'msw',
    broker,
    transportClock,
    async close() {
      await broker.close()
      server.close()
    },
  }
}

async function servePort({ replay: _, ...options }: MockBrokerOptions = {}): Promise<Served> {
  const transportClock = new FakeClock()
  const server = await startMockServer({ ...defaults(transportClock), port: 0, ...options })
  return {
    ...globalClient(server.url, server.streamUrl),
    transport: 'port',
    broker: server.broker,
    transportClock,
    close: () => server.close(),
  }
}

/** The platform's own `fetch` and `WebSocket`, looked up at each use: MSW replaces them. */
function globalClient(baseUrl: string, streamUrl: string) {
  return {
    baseUrl,
    streamUrl,
    fetch: (url: string, init?: RequestInit) => globalThis.fetch(url, init),
    openSocket: (url: string, protocols?: string[]) => new globalThis.WebSocket(url, protocols),
  }
}
