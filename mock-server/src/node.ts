import type { ApiCall } from './api/call.ts'
import { createBroker } from './create-mock-broker.ts'
import { describeWorld } from './describe-world.ts'
import type { Journal } from './journal/journal.ts'
import type { MockBroker } from './mock-broker.ts'
import type { MockBrokerOptions, ReplayPlan } from './options/broker-options.ts'
import { readLimits } from './options/read-options.ts'
import type { JournalOptions, MockServerOptions, ReplayFiles } from './options/server-options.ts'
import { systemClock } from './ports/system-clock.ts'
import { type Interceptor, withControl, withDocs, withInterceptor } from './transports/layers.ts'
import { listen, type NodeServer } from './transports/node-server.ts'
import { selfCheck } from './transports/self-check.ts'
import { sendBySocket } from './transports/send-by-socket.ts'
import { webhookRanges } from './transports/webhook-ranges.ts'
import { version } from './version.ts'

export { ReplayError } from './market/replay/replay-error.ts'
export type { JournalOptions, MockServerOptions, ReplayFiles } from './options/server-options.ts'
export type { Interceptor } from './transports/layers.ts'

export interface MockServer extends AsyncDisposable {
  /** For example `http://127.0.0.1:4010`. */
  readonly url: string
  /** For example `ws://127.0.0.1:4010/v1/stream`. */
  readonly streamUrl: string
  readonly port: number
  readonly broker: MockBroker
  /** Streams close with 1001; resolves within 2 s. */
  close(): Promise<void>
}

/**
 * Puts a broker on a port of this machine. Resolves once it has answered a quote of every symbol and accepted a
 * stream.
 *
 * @throws RangeError when an option is wrong, ReplayError when a recording cannot be read, and what node:net throws when the port is taken
 * @example
 * ```ts
 * await using server = await startMockServer({ port: 0, seed: 7 })
 * console.log(server.url)
 * ```
 */
export function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  return startChecked(options, selfCheck)
}

/** @param check what must pass before the server is ready; until then only its own token is answered */
export async function startChecked(options: MockServerOptions, check: typeof selfCheck): Promise<MockServer> {
  const {
    port = 4010,
    host = '127.0.0.1',
    allowHosts,
    intercept,
    replay,
    journal: kept,
    webhookAllow = [],
    ...rest
  } = options
  const { transportClock: clock = systemClock } = rest
  const policy = { allowed: webhookRanges(webhookAllow, host) }
  const webhooks = { policy, send: sendBySocket({ policy, clock }) }
  let ready = false
  let checkToken = ''
  const isStarting = (call: ApiCall | undefined): boolean =>
    !ready && call?.header('authorization') !== `Bearer ${checkToken}`
  if (replay && kept) throw new RangeError('A replay begins anew each time: give either replay or journal')
  const plan = replay && (await openPlan(replay))
  const journal = kept && (await openJournal(kept, rest))
  const seed = journal?.seed ?? rest.seed
  let broker: MockBroker
  try {
    broker = createBroker({ ...rest, seed, replay: plan }, { webhooks, isStarting, journal })
  } catch (error) {
    await journal?.close()
    throw error
  }
  let server: NodeServer | undefined
  const close = async (): Promise<void> => {
    await Promise.all([broker.close(), server?.close()])
    await journal?.close()
  }
  try {
    let url = ''
    const { onInternalError = () => {} } = options
    // The check that the broker answers is of the broker itself, whatever the user's rules say.
    const ask: Interceptor = async (request) => (ready ? intercept?.(request) : undefined)
    const inner = intercept
      ? withInterceptor(broker.backend, () => url, ask, onInternalError)
      : broker.backend
    const served = withDocs(withControl(inner, () => ready))
    checkToken = broker.issueAccessToken({ scopes: ['market-data'], expiresInSeconds: 60 })
    const connections = readLimits(rest.limits)
    server = await listen(served, { host, port, clock, allowHosts, origins: rest.cors?.origins, connections })
    url = server.url
    await check(server, checkToken)
    ready = true
    return {
      url,
      streamUrl: server.streamUrl,
      port: server.port,
      broker,
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function openJournal(kept: JournalOptions, options: MockBrokerOptions): Promise<Journal> {
  // Loaded only where something is kept.
  const open = await import('./journal/open-journal.ts')
  const { transportClock: clock = systemClock } = options
  return open.openJournal(kept, { seed: options.seed, world: describeWorld(options), version, clock })
}

async function openPlan({ paths, from, until, speed, onError }: ReplayFiles): Promise<ReplayPlan> {
  // Loaded only where there is something to replay.
  const { openReplay } = await import('./market/replay/open-replay.ts')
  const open = () => openReplay(paths, { from, until })
  return { source: await open(), reopen: open, speed, onError }
}
