import type { ApiCall } from './api/call.ts'
import type { ServerStatus } from './api/context.ts'
import type { Journal } from './journal/journal.ts'
import type { AccessTokenOptions, DemoCredentials, MockBroker } from './mock-broker.ts'
import { DEFAULT_BASE_URL, type MockBrokerOptions, type ReplayPlan } from './options/broker-options.ts'
import { checkOptions } from './options/check-options.ts'
import { readCors, readLimits, readSeed, readWebhooks } from './options/read-options.ts'
import { readWorld } from './options/read-world.ts'
import { nextTask, systemClock } from './ports/system-clock.ts'
import { randomEpoch, randomSecret } from './ports/system-random.ts'
import { steerAccount } from './steering/account.ts'
import { steerClock } from './steering/clock.ts'
import { steerMarket } from './steering/market.ts'
import { CLOSE } from './streams/close-codes.ts'
import type { StreamSession, StreamSocket } from './streams/session.ts'
import { type Backend, STREAM_PATH } from './transports/backend.ts'
import { createBackend, type WorldBackend } from './transports/create-backend.ts'
import { durableWebhooks, withDurability } from './transports/durable.ts'
import { createInProcessTransport } from './transports/in-process.ts'
import { withControl, withDocs } from './transports/layers.ts'
import { OpenSockets } from './transports/open-sockets.ts'
import { version } from './version.ts'
import type { WebhookTransport } from './webhooks/send.ts'
import { DEMO_ACCOUNT } from './worlds/accounts.ts'
import { createWorld } from './worlds/create-world.ts'
import type { RunningWorld } from './worlds/running-world.ts'
import { createSecurityClock, type SecurityClock } from './worlds/security-clock.ts'
import {
  ALL_SCOPES,
  DEMO_CREDENTIALS,
  demoKeys,
  readSigningKeys,
  type SigningKeyEntry,
} from './worlds/signing-keys.ts'

/**
 * Starts a brokerage with a simulated exchange inside, without a network.
 *
 * @throws RangeError when an option is wrong
 * @example
 * ```ts
 * const broker = createMockBroker({ seed: 7 })
 * broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01' })
 * const response = await broker.fetch(`${broker.baseUrl}/v1/quotes/latest?symbols=AAPL`, {
 *   headers: { authorization: `Bearer ${broker.credentials.apiKey}` },
 * })
 * await broker.close()
 * ```
 */
export function createMockBroker(options: MockBrokerOptions = {}): MockBroker {
  return createBroker(options, {})
}

/** The same for a face with a network. */
export function createBroker(options: MockBrokerOptions, hosting: Hosting): MockBroker {
  return new InProcessBroker(options, hosting)
}

/** What a face with a network brings along. */
export interface Hosting {
  /** How webhooks leave. @default by `webhookFetch`, or not at all */
  readonly webhooks?: WebhookTransport
  /** Where the world is kept. @default nowhere */
  readonly journal?: Journal | undefined
  /** Calls of which it is true are told that the server starts. @default none */
  readonly isStarting?: IsStarting
}

type IsStarting = (call: ApiCall | undefined) => boolean

const CLOSED = 'The broker is closed: create another one'
const GOING_AWAY = 'the mock is going away'
/** So long is waited for sockets that do not empty, as those of a stalled peer on a port. */
const MAXIMUM_TASKS = 100_000
/** So long, some hundredths of a second, for receivers of webhooks: one in this process has answered by then. */
const MAXIMUM_POSTING_TASKS = 20_000

class InProcessBroker implements MockBroker {
  readonly fetch: typeof globalThis.fetch
  readonly WebSocket: typeof globalThis.WebSocket
  readonly baseUrl: string
  readonly streamUrl: string
  readonly credentials: { readonly apiKey: string }
  readonly demoCredentials: DemoCredentials = DEMO_CREDENTIALS
  readonly seed: number
  readonly market: MockBroker['market']
  readonly account: MockBroker['account']
  readonly clock: MockBroker['clock']
  readonly backend: Backend
  readonly #options: MockBrokerOptions
  readonly #isStarting: IsStarting
  readonly #defaultAccountId: string
  readonly #signingKeys: readonly SigningKeyEntry[]
  readonly #securityClock: SecurityClock
  readonly #webhooks: WebhookTransport
  readonly #journal: Journal | undefined
  #world: RunningWorld
  #served: WorldBackend
  #stopping = false
  readonly #sockets = new OpenSockets()

  constructor(options: MockBrokerOptions, { webhooks, journal, isStarting = () => false }: Hosting) {
    checkOptions(options)
    const transport = webhooks ?? readWebhooks(options)
    const settled = () => this.#world.settled()
    this.#webhooks = journal?.durability === 'always' ? durableWebhooks(transport, settled) : transport
    this.#journal = journal
    this.#isStarting = isStarting
    const { baseUrl = DEFAULT_BASE_URL, accounts = [DEMO_ACCOUNT], keys = [] } = options
    const [first] = accounts
    const accountIds = [...new Set(accounts.map(({ accountId }) => accountId))]
    this.#options = options
    this.#defaultAccountId = first.accountId
    this.#signingKeys = [...demoKeys(first.accountId), ...readSigningKeys(keys, accountIds)]
    this.#securityClock = createSecurityClock(options.transportClock ?? systemClock)
    this.seed = readSeed(options.seed)
    this.baseUrl = new URL(baseUrl).origin
    this.streamUrl = `${this.baseUrl.replace(/^http/, 'ws')}${STREAM_PATH}`
    this.credentials = { apiKey: first.key }
    ;[this.#world, this.#served] = this.#open(options.replay)
    const backend: Backend = {
      handle: (call) => this.#served.handle(call),
      fetch: (request) => this.#served.fetch(request),
      openStream: (socket) => this.#openStream(socket),
      refuse: (...refusal) => this.#served.refuse(...refusal),
    }
    this.backend = journal?.durability === 'always' ? withDurability(backend, settled) : backend
    const inProcess = createInProcessTransport(withDocs(withControl(this.backend, () => true)), this)
    this.fetch = inProcess.fetch
    this.WebSocket = inProcess.WebSocket
    const world = () => this.#openWorld
    this.market = steerMarket(world)
    this.account = steerAccount(world, first.accountId)
    const delivered = () => this.#delivered()
    this.clock = steerClock({ world, securityClock: this.#securityClock, delivered })
  }

  /** @throws Error after `close` */
  get #openWorld(): RunningWorld {
    if (this.#stopping) throw new Error(CLOSED)
    return this.#world
  }

  symbols(): string[] {
    return [...this.#world.view.instruments()].map((instrument) => instrument.symbol)
  }

  issueAccessToken({ scopes = ALL_SCOPES, expiresInSeconds = 3600 }: AccessTokenOptions = {}): string {
    const keyId = this.credentials.apiKey
    const principal = { keyId, defaultAccountId: this.#defaultAccountId, scopes }
    const accountIds = (this.#options.accounts ?? [DEMO_ACCOUNT])
      .filter(({ key }) => key === keyId)
      .map(({ accountId }) => accountId)
    const { authenticator } = this.#openWorld
    return authenticator.issueAccessToken({ ...principal, accountIds }, scopes, expiresInSeconds * 1000).token
  }

  revokeKey(keyId: string): void {
    if (!this.#openWorld.authenticator.revoke(keyId)) throw new Error(`There is no key ${keyId}`)
    this.#served.streams.endKey(keyId)
  }

  async reset(): Promise<void> {
    const { replay } = this.#options
    if (replay !== undefined && replay.reopen === undefined) {
      throw new Error('A recording cannot be rewound: give replay.reopen, or create another broker')
    }
    const source = await replay?.reopen?.()
    if (this.#stopping) {
      await source?.close()
      throw new Error(CLOSED)
    }
    // In one turn, so that whoever comes meanwhile finds the old world or the new one.
    const [world, served] = [this.#world, this.#served]
    ;[this.#world, this.#served] = this.#open(replay && source ? { ...replay, source } : undefined)
    served.streams.endAll(1012, 'the mock was reset')
    await world.stop()
  }

  async close(): Promise<void> {
    this.#stopping = true
    this.#served.streams.endAll(1001, GOING_AWAY)
    await this.#world.stop()
    await this.#delivered()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #open(replay: ReplayPlan | undefined): [RunningWorld, WorldBackend] {
    const options = { ...this.#options, replay }
    const { transportClock: machine = systemClock } = options
    let streams: WorldBackend['streams'] | undefined
    const world = createWorld({
      ...readWorld(options, { seed: this.seed, machine }),
      epoch: (options.nextEpoch ?? randomEpoch)(),
      signingKeys: this.#signingKeys,
      securityClock: this.#securityClock,
      webhooks: this.#webhooks,
      journal: this.#journal,
      replay: replay?.source,
      backlogged: () => streams?.backlogged() ?? false,
      onReplayError: replay?.onError,
      onFailure: options.onInternalError,
      onStopped: () => streams?.endAll(CLOSE.internalError, 'internal error'),
    })
    const served = createBackend({
      world,
      clock: machine,
      securityClock: this.#securityClock,
      limits: readLimits(options.limits),
      cors: readCors(options),
      version,
      cursorSecret: this.#journal?.cursorSecret ?? randomSecret(),
      durability: this.#journal?.durability,
      serverStatus: (call) => this.#statusFor(call),
      onInternalError: options.onInternalError ?? (() => {}),
    })
    streams = served.streams
    world.start()
    return [world, served]
  }

  #statusFor(call: ApiCall | undefined): ReturnType<ServerStatus> {
    if (this.#stopping) return 'stopping'
    return this.#isStarting(call) ? 'starting' : 'ok'
  }

  #openStream(socket: StreamSocket): StreamSession {
    const session = this.#sockets.watch(socket, this.#served.openStream(socket))
    if (this.#stopping) session.end(1001, GOING_AWAY)
    return session
  }

  /** After everything that was on its way to a socket. */
  async #delivered(): Promise<void> {
    for (let tasks = 0; tasks < MAXIMUM_TASKS; tasks += 1) {
      await new Promise<void>((resolve) => nextTask(resolve))
      const posting = tasks < MAXIMUM_POSTING_TASKS && this.#world.webhooks.sending
      if (!this.#sockets.waiting && !posting && tasks > 0) return
    }
  }
}
