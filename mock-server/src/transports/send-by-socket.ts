import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { Agent, type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps, Agent as SecureAgent } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import type { Clock } from '../ports/clock.ts'
import {
  SEND_TIMEOUT_MS,
  type SendError,
  type SendOutcome,
  type SendWebhook,
  type WebhookRequest,
} from '../webhooks/send.ts'
import { checkAddress, checkUrl, hostOf, type TargetPolicy } from '../webhooks/target.ts'

/** Every address of a name. */
export type ResolveName = (name: string) => Promise<readonly LookupAddress[]>

export interface SocketOptions {
  readonly policy: TargetPolicy
  /** Limits each request. */
  readonly clock: Clock
  /** @default the machine's resolver */
  readonly resolve?: ResolveName
  /** Certificate authorities to trust instead of the machine's, as PEM. */
  readonly authorities?: string | undefined
}

/** Of an answer at most so much is read, and nothing kept. */
const ANSWER_LIMIT = 64 * 1024

/**
 * Webhooks over the network. A host is resolved once; if one of its addresses may not be reached, none is, and the
 * connection goes to the very addresses that were checked, so that a name which changes meanwhile leads nowhere. There
 * are no redirects, no proxies of the environment, and no connection is used twice.
 */
export function sendBySocket({
  policy,
  clock,
  resolve = resolveByMachine,
  authorities,
}: SocketOptions): SendWebhook {
  return async (request) => {
    const checked = checkUrl(request.url, policy)
    if (!checked.ok) return { error: 'url-refused' }
    const { url } = checked
    const limit = new TimeLimit(clock, request.signal)
    try {
      const addresses = await limit.orElse(resolveHost(hostOf(url), resolve))
      if ('error' in addresses) return addresses
      const isRefused = addresses.list.some(({ address }) => checkAddress(address, url, policy) !== undefined)
      if (isRefused) return { error: 'address-refused' }
      return await post(request, { url, addresses: addresses.list, limit, authorities })
    } finally {
      limit.end()
    }
  }
}

function resolveByMachine(name: string): Promise<readonly LookupAddress[]> {
  return lookup(name, { all: true })
}

type Failure = { readonly error: SendError }

async function resolveHost(
  host: string,
  resolve: ResolveName,
): Promise<{ readonly list: readonly LookupAddress[] } | Failure> {
  const family = isIP(host)
  if (family !== 0) return { list: [{ address: host, family }] }
  try {
    const list = await resolve(host)
    return list.length === 0 ? { error: 'name-not-resolved' } : { list }
  } catch {
    return { error: 'name-not-resolved' }
  }
}

interface Target {
  readonly url: URL
  readonly addresses: readonly LookupAddress[]
  readonly limit: TimeLimit
  readonly authorities: string | undefined
}

function post({ headers, body }: WebhookRequest, target: Target): Promise<SendOutcome> {
  const { url, limit } = target
  return new Promise((resolve) => {
    const request = openRequest(target, { ...headers, 'content-length': String(Buffer.byteLength(body)) })
    const phase = followPhase(request, url.protocol === 'https:')
    let answer: SendOutcome | undefined
    const finish = (outcome: SendOutcome): void => {
      resolve(outcome)
      request.destroy()
    }
    limit.onEnd((error) => finish(answer ?? { error }))
    request.on('error', (error) => finish(answer ?? { error: errorOf(phase(), error) }))
    request.on('close', () => finish(answer ?? { error: 'connection-closed' }))
    request.on('response', (response) => {
      const { statusCode = 0 } = response
      // The parser takes any three digits; what is below 100 is no status (RFC 9110, 15).
      answer = statusCode < 100 ? { error: 'malformed-answer' } : { statusCode }
      drain(response, () => finish(answer ?? { error: 'malformed-answer' }))
    })
    request.end(body)
  })
}

/** The name stays in Host and in the TLS handshake; the connection goes where the check said. */
function openRequest(
  { url, addresses, authorities }: Target,
  headers: Record<string, string>,
): ClientRequest {
  const isSecure = url.protocol === 'https:'
  const options = {
    host: hostOf(url),
    port: url.port === '' ? undefined : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers,
    lookup: answerWith(addresses),
    maxHeaderSize: 16 * 1024,
  }
  // An agent of its own has no idea of the environment's proxies, and keeps nothing.
  return isSecure
    ? requestHttps({ ...options, agent: new SecureAgent({ keepAlive: false }), ca: authorities })
    : requestHttp({ ...options, agent: new Agent({ keepAlive: false }) })
}

function answerWith(addresses: readonly LookupAddress[]): LookupFunction {
  return (_name, { all }, callback) => {
    const [first] = addresses
    if (all === true) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }
}

type Phase = 'connecting' | 'securing' | 'sending'

/** How far the connection has come: what an error means depends on it. */
function followPhase(request: ClientRequest, isSecure: boolean): () => Phase {
  let phase: Phase = 'connecting'
  request.on('socket', (socket: Socket) => {
    socket.on('connect', () => {
      phase = isSecure ? 'securing' : 'sending'
    })
    socket.on('secureConnect', () => {
      phase = 'sending'
    })
  })
  return () => phase
}

function errorOf(phase: Phase, { code = '' }: NodeJS.ErrnoException): SendError {
  if (phase === 'connecting') return 'connection-failed'
  if (phase === 'securing') return 'tls-failed'
  return code.startsWith('HPE_') ? 'malformed-answer' : 'connection-closed'
}

/** A receiver that still writes would take a closed connection for a failure: what is small is read, and forgotten. */
function drain(response: IncomingMessage, done: () => void): void {
  let bytes = 0
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength
    if (bytes > ANSWER_LIMIT) done()
  })
  response.on('end', done)
  response.on('error', done)
}

/** One limit of time for resolving, connecting, sending and reading together. */
class TimeLimit {
  readonly #cancel: () => void
  readonly #signal: AbortSignal
  #ended: SendError | undefined
  #listener: (error: SendError) => void = () => {}

  constructor(clock: Clock, signal: AbortSignal) {
    this.#signal = signal
    this.#cancel = clock.after(SEND_TIMEOUT_MS, () => this.#stop('timed-out'))
    signal.addEventListener('abort', this.#onAbort)
  }

  /** Calls back when time is over; at once when it is already. */
  onEnd(listener: (error: SendError) => void): void {
    this.#listener = listener
    if (this.#ended !== undefined) listener(this.#ended)
  }

  /** What cannot be stopped is not waited for. */
  orElse<Value>(work: Promise<Value>): Promise<Value | Failure> {
    const ended = new Promise<Failure>((resolve) => this.onEnd((error) => resolve({ error })))
    return Promise.race([work, ended])
  }

  end(): void {
    this.#cancel()
    this.#signal.removeEventListener('abort', this.#onAbort)
    this.#listener = () => {}
  }

  readonly #onAbort = (): void => this.#stop('send-failed')

  #stop(error: SendError): void {
    this.#ended ??= error
    this.#listener(error)
  }
}
