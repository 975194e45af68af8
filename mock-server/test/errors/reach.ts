import { setupServer as setupServer3 } from 'msw/node'
import * as msw2 from 'msw2'
import { setupServer as setupServer2 } from 'msw2/node'
import type { MswHandler, MswLibrary } from '../../src/msw.ts'
import { systemClock } from '../../src/ports/system-clock.ts'
import type { Backend } from '../../src/transports/backend.ts'
import { createInProcessTransport } from '../../src/transports/in-process.ts'
import { createMswHandlers, REFUSE_OTHERS } from '../../src/transports/msw.ts'
import { listen } from '../../src/transports/node-server.ts'

/** Where a backend is reached over one transport. */
export interface Door {
  readonly baseUrl: string
  fetch(url: string, init: RequestInit): Promise<Response>
}

/** Several backends behind one transport, each under an origin of its own. */
export interface Doors<Name extends string> {
  readonly to: Readonly<Record<Name, Door>>
  close(): Promise<void>
}

export type Reach = <Name extends string>(backends: Readonly<Record<Name, Backend>>) => Promise<Doors<Name>>

export const reaches: readonly (readonly [name: string, reach: Reach])[] = [
  ['in process', reachInProcess],
  ['MSW 3', (backends) => reachMsw(backends, setupServer3, undefined)],
  [
    'MSW 2.15',
    (backends) =>
      reachMsw(backends, setupServer2 as unknown as typeof setupServer3, msw2 as unknown as MswLibrary),
  ],
  ['a port', reachPorts],
]

function originOf(name: string) {
  return { baseUrl: `http://${name}.mock.test`, streamUrl: `ws://${name}.mock.test/v1/stream` }
}

async function reachInProcess<Name extends string>(
  backends: Readonly<Record<Name, Backend>>,
): Promise<Doors<Name>> {
  const to = mapAll(backends, (backend, name) => {
    const origin = originOf(name)
    const { fetch } = createInProcessTransport(backend, origin)
    return { baseUrl: origin.baseUrl, fetch: (url: string, init: RequestInit) => fetch(url, init) }
  })
  return { to, close: async () => {} }
}

async function reachMsw<Name extends string>(
  backends: Readonly<Record<Name, Backend>>,
  setupServer: typeof setupServer3,
  library: MswLibrary | undefined,
): Promise<Doors<Name>> {
  const handlers: MswHandler[] = []
  const to = mapAll(backends, (backend, name) => {
    const origin = originOf(name)
    handlers.push(...createMswHandlers(backend, origin, library))
    return { baseUrl: origin.baseUrl, fetch: (url: string, init: RequestInit) => fetch(url, init) }
  })
  const server = setupServer(...handlers)
  server.listen(REFUSE_OTHERS)
  return { to, close: async () => server.close() }
}

async function reachPorts<Name extends string>(
  backends: Readonly<Record<Name, Backend>>,
): Promise<Doors<Name>> {
  const options = { host: '127.0.0.1', port: 0, clock: systemClock }
  const entries = Object.entries<Backend>(backends)
  const servers = await Promise.all(entries.map(([, backend]) => listen(backend, options)))
  const urls = new Map(entries.map(([name], index) => [name, servers[index]?.url ?? '']))
  const to = mapAll(backends, (_, name) => ({
    baseUrl: urls.get(name) ?? '',
    fetch: (url: string, init: RequestInit) => fetch(url, init),
  }))
  return { to, close: async () => void (await Promise.all(servers.map((server) => server.close()))) }
}

function mapAll<Name extends string, Value>(
  backends: Readonly<Record<Name, Backend>>,
  change: (backend: Backend, name: Name) => Value,
): Record<Name, Value> {
  const entries = (Object.keys(backends) as Name[]).map((name) => [name, change(backends[name], name)])
  return Object.fromEntries(entries) as Record<Name, Value>
}
