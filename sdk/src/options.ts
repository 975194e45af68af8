import {
  type Credentials,
  type Environment,
  keyPrefixes,
  type ResolvedCredentials,
  resolveCredentials,
} from './credentials.ts'
import { ConfigurationError } from './errors/client-errors.ts'
import type { ObserveClient } from './observability/client-event.ts'
import { type Clock, systemClock } from './ports/clock.ts'
import { type Fetch, lateFetch } from './ports/fetch.ts'
import { type Random, systemRandom } from './ports/random.ts'
import type { WebSocketConstructor } from './ports/web-socket.ts'
import type { ResponseValidator } from './response-validator.ts'
import { refuseUnknown } from './unknown-names.ts'

/** Limits of time, in milliseconds. */
export interface Timeouts {
  /** The whole call: all attempts, waiting between them, bodies. @default 15000 */
  readonly totalMs?: number
  /** From sending to the headers of the answer, each attempt. @default 5000 */
  readonly headersMs?: number
  /** The same for requests that change something. @default 2000 */
  readonly orderHeadersMs?: number
  /** Between two pieces of a body. @default 10000 */
  readonly bodyIdleMs?: number
}

interface CommonOptions {
  readonly credentials: Credentials
  /** Used in place of the platform's `fetch`. */
  readonly fetch?: Fetch
  /** Used in place of the platform's `WebSocket`; long-running Node programs pass the one of `ws`. */
  readonly WebSocket?: WebSocketConstructor
  readonly timeouts?: Timeouts
  /** The server refuses a request that changes something when it arrives later than this. @default 5000 */
  readonly deadlineMs?: number
  /** Answers larger than this, counted after decompression, are refused. @default 10 MiB */
  readonly maximumResponseBytes?: number
  /** Checks every answer at run time. @default none */
  readonly validate?: ResponseValidator
  /** Told of every attempt and of deprecated operations; what it throws is ignored. */
  readonly observe?: ObserveClient
  /** Time, for tests. @default the machine's */
  readonly clock?: Clock
  /** Chance, for tests. @default the machine's */
  readonly random?: Random
}

/** How a client is made. `mock` needs no `baseUrl` where the server is on its usual port. */
export type ClientOptions = CommonOptions &
  (
    | {
        readonly environment: 'mock'
        /** @default 'http://127.0.0.1:4010' */
        readonly baseUrl?: string
      }
    | {
        readonly environment: 'paper' | 'live'
        /** Where the API lives, without `/v1`. */
        readonly baseUrl: string
      }
  )

/** The options with nothing left to ask; the credentials are out of sight. */
export interface ResolvedOptions {
  readonly environment: Environment
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly credentials: ResolvedCredentials
  readonly fetch: Fetch
  /** `undefined`: the platform's, looked up at each use. */
  readonly WebSocket?: WebSocketConstructor
  readonly timeouts: Required<Timeouts>
  readonly deadlineMs: number
  readonly maximumResponseBytes: number
  readonly validate?: ResponseValidator
  readonly observe?: ObserveClient
  readonly clock: Clock
  readonly random: Random
}

const defaults = {
  baseUrl: 'http://127.0.0.1:4010',
  deadlineMs: 5_000,
  maximumResponseBytes: 10 * 1_048_576,
  clock: systemClock,
  random: systemRandom,
  timeouts: { totalMs: 15_000, headersMs: 5_000, orderHeadersMs: 2_000, bodyIdleMs: 10_000 },
}

const optionNames = [
  ...Object.keys(defaults),
  ...['environment', 'credentials', 'fetch', 'WebSocket', 'validate', 'observe'],
]

/** @throws ConfigurationError on anything unknown, missing or contradictory; before any byte leaves. */
export function resolveOptions(given: ClientOptions): ResolvedOptions {
  const options: CommonOptions & { environment: Environment; baseUrl?: string } = Object(given)
  refuseUnknown('option ', options, optionNames)
  const { environment } = options
  if (!Object.hasOwn(keyPrefixes, environment)) {
    throw new ConfigurationError("environment is required: 'mock', 'paper' or 'live'; there is no default")
  }
  refuseUnknown('option timeouts.', options.timeouts ?? {}, Object.keys(defaults.timeouts))
  const resolved: ResolvedOptions = Object.freeze({
    ...defaults,
    ...defined(options),
    baseUrl: resolveBaseUrl(environment, options.baseUrl),
    credentials: resolveCredentials(environment, options.credentials),
    fetch: lateFetch(options.fetch),
    timeouts: { ...defaults.timeouts, ...defined(options.timeouts ?? {}) },
  })
  const { timeouts, deadlineMs, maximumResponseBytes } = resolved
  for (const [name, value] of Object.entries({ ...timeouts, deadlineMs, maximumResponseBytes })) {
    if (!Number.isFinite(value) || value <= 0)
      throw new ConfigurationError(`${name} must be a finite number above 0`)
  }
  return resolved
}

function resolveBaseUrl(environment: Environment, given: string | undefined): string {
  const text = given ?? (environment === 'mock' ? defaults.baseUrl : undefined)
  if (text === undefined) throw new ConfigurationError(`baseUrl is required for environment '${environment}'`)
  if (!URL.canParse(text)) throw new ConfigurationError('baseUrl is not a URL')
  const { protocol, hostname, username, password, href } = new URL(text)
  if (username || password || /[?#]/.test(href)) {
    throw new ConfigurationError('baseUrl may have no user, password, query or fragment')
  }
  if (protocol !== 'https:' && !(protocol === 'http:' && (environment === 'mock' || isLoopback(hostname)))) {
    throw new ConfigurationError(
      `baseUrl must be https:, or http: on this machine or for the mock; not ${protocol}`,
    )
  }
  return href.replace(/\/+$/, '')
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)

/** An option that is there but `undefined` counts as not given. */
const defined = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T
