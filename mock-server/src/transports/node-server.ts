import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ApiCall, ApiReply } from '../api/call.ts'
import { EDGE_LIMITS } from '../api/edge.ts'
import { KeyedWindows } from '../api/limits/keyed-windows.ts'
import { allMethods } from '../api/router.ts'
import type { Clock } from '../ports/clock.ts'
import { Addresses, addressOf } from './addresses.ts'
import { type Backend, ConnectionDropped, STREAM_PATH } from './backend.ts'
import { chooseCoding, compress, isCompressible } from './compress.ts'
import { type ConnectionLimits, HANDSHAKE_SECONDS, RELAXED_CONNECTIONS } from './connection-limits.ts'
import {
  type EdgeRefusal,
  edgeErrorOf,
  hostRefusal,
  isStreamHandshake,
  OTHER_HOST,
  originForm,
  originOf,
  upgradeRefusal,
  withoutUpgrade,
} from './edge.ts'
import { Exchanges } from './exchanges.ts'
import { createHostCheck, type HostCheck } from './hosts.ts'
import { PartingSockets } from './parting-sockets.ts'
import { hasBody, readBody } from './read-body.ts'
import { StreamSockets } from './stream-sockets.ts'
import { endOfTurn } from './turn.ts'
import { writeStream } from './write-stream.ts'

/** The backend on a real port: node:http for REST, ws for streams. Limits of the HTTP edge are enforced here. */

export interface NodeServerOptions {
  /** @default '127.0.0.1' */
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  readonly clock: Clock
  /** Names that the server answers for besides loopback. @default any on another bind, none on loopback */
  readonly allowHosts?: readonly string[] | undefined
  /** Origins of other hosts whose pages may open streams. @default none */
  readonly origins?: readonly string[] | undefined
  /** @default the relaxed profile */
  readonly connections?: ConnectionLimits | undefined
  /** How long a request may take to arrive. @default 5 s for the headers, 10 s for all, looked at every 500 ms */
  readonly arrival?: ArrivalLimits | undefined
}

export interface ArrivalLimits {
  readonly headersMs: number
  readonly requestMs: number
  readonly checkEveryMs: number
}

export interface NodeServer {
  readonly port: number
  /** For example `http://127.0.0.1:4010`. */
  readonly url: string
  readonly streamUrl: string
  /** Sockets are closed with 1001, then the port is given up; what does not end by itself is cut after 1 s. */
  close(): Promise<void>
}

const GRACE_MS = 1000
const ARRIVAL: ArrivalLimits = { headersMs: 5_000, requestMs: 10_000, checkEveryMs: 500 }
/** What the published types do not know yet: offers of other protocols are passed over. Node before 24.9 does not ask. */
const UNTYPED_OPTIONS = { shouldUpgradeCallback: isStreamHandshake }

/** @throws what node:net throws for a port that cannot be bound, for example `EADDRINUSE`. */
export async function listen(backend: Backend, options: NodeServerOptions): Promise<NodeServer> {
  const { arrival = ARRIVAL, connections = RELAXED_CONNECTIONS } = options
  const server = createServer({
    maxHeaderSize: EDGE_LIMITS.headerBytes,
    headersTimeout: arrival.headersMs,
    requestTimeout: arrival.requestMs,
    connectionsCheckingInterval: arrival.checkEveryMs,
    keepAliveTimeout: 30_000,
    ...UNTYPED_OPTIONS,
    // Node would answer by itself, without a problem; the host check covers it.
    requireHostHeader: false,
  })
  // One more than allowed, so that a request over the limit can be told from one at it.
  server.maxHeadersCount = EDGE_LIMITS.headers + 1
  server.maxConnections = connections.connections
  const admits = createHostCheck(options.host, options.allowHosts)
  const parting = new PartingSockets(options.clock)
  const refuse = refuserOf(backend, parting)
  const streams = new StreamSockets(backend, options.clock, (request, socket) =>
    refuse(request, socket, { code: 'malformed-request', detail: 'This is no WebSocket handshake' }),
  )
  const exchanges = new Exchanges()
  const addresses = new Addresses(connections.connectionsPerAddress)
  server.on('connection', (socket) => {
    if (!addresses.admit(socket)) socket.destroy()
  })
  const serve = (request: IncomingMessage, response: ServerResponse): void =>
    exchanges.begin(request, response, () => respond(backend, admits, options.clock, request, response))
  server.on('request', serve)
  // An expectation that nobody here knows may be ignored; Node would refuse it without a problem.
  server.on('checkExpectation', serve)
  const checkHandshake = handshakeCheck(options, connections, admits)
  server.on('upgrade', (request, socket, head) => {
    if (!isStreamHandshake(request)) {
      // Another protocol is offered, not demanded (RFC 9110, 7.8): read again without the offer.
      socket.unshift(Buffer.concat([withoutUpgrade(request), head]))
      server.emit('connection', socket)
      return
    }
    const refusal = checkHandshake(request)
    if (refusal === undefined) streams.accept(request, socket, head)
    else refuse(request, socket, refusal)
  })
  server.on('connect', (request, socket) => {
    const detail = `This is no proxy; it takes ${allMethods}`
    refuse(request, socket, { code: 'method-not-allowed', detail, headers: { allow: allMethods } })
  })
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    const { code, detail } = edgeErrorOf(error.code)
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else {
      const reply = backend.refuse(code, detail, '/', originOf(error.rawPacket))
      exchanges.afterAnswers(socket, () => parting.refuse(socket, reply))
    }
  })
  await bind(server, options)
  const { port } = server.address() as AddressInfo
  const authority = `${reachableName(options.host)}:${port}`
  return {
    port,
    url: `http://${authority}`,
    streamUrl: `ws://${authority}${STREAM_PATH}`,
    close: () => shutDown(server, streams, parting, options.clock),
  }
}

type Refuse = (request: IncomingMessage, socket: Duplex, refusal: EdgeRefusal) => void

/** Answers on the bare socket of a request that is no exchange of its own. */
function refuserOf(backend: Backend, parting: PartingSockets): Refuse {
  return ({ url = '/', headers: sent }, socket, { code, detail, headers }) => {
    const reply = backend.refuse(code, detail, url, sent.origin)
    parting.refuse(socket, { ...reply, headers: { ...reply.headers, ...headers } })
  }
}

/** Whether a handshake may go on: as the path, the host and the page say, and not more often than an address may. */
function handshakeCheck(
  { clock, origins = [] }: NodeServerOptions,
  { handshakesPerAddress: quota }: ConnectionLimits,
  admits: HostCheck,
): (request: IncomingMessage) => EdgeRefusal | undefined {
  const handshakes = new KeyedWindows({ quota, windowSeconds: HANDSHAKE_SECONDS })
  return (request) => {
    const address = addressOf(request.socket)
    if (handshakes.accept(address, clock.nowMs())) return upgradeRefusal(request, admits, origins)
    const seconds = handshakes.secondsLeft(address, clock.nowMs())
    const detail = `This address asked for too many streams; wait ${seconds} s`
    return { code: 'too-many-handshakes', detail, headers: { 'retry-after': String(seconds) } }
  }
}

/** A name under which this machine reaches itself on a server bound to `host`. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function bind(server: Server, { host, port }: NodeServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Never rejects: whatever happens, the request has an answer or no connection. */
function respond(
  backend: Backend,
  admits: HostCheck,
  clock: Clock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return answer(backend, admits, request, response)
    .then((reply) =>
      reply.stream === undefined
        ? writeCoded(request, response, reply)
        : writeStream(request, response, { ...reply, stream: reply.stream }, clock),
    )
    .catch((error: unknown) => {
      if (error instanceof ConnectionDropped || response.headersSent) response.destroy()
      else
        write(
          response,
          backend.refuse(
            'internal-error',
            'The request could not be answered',
            request.url ?? '/',
            request.headers.origin,
          ),
        )
    })
}

function answer(
  backend: Backend,
  admits: HostCheck,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ApiReply> {
  const { headers, method = 'GET', rawHeaders } = request
  const { target, host } = originForm(request)
  const headerCount = rawHeaders.length / 2
  // Over the limit the Host may be among the headers that were not read; the API refuses their number.
  const wrongHost = headerCount <= EDGE_LIMITS.headers ? checkHost(request, host, admits) : undefined
  if (wrongHost !== undefined) {
    return Promise.resolve(backend.refuse(wrongHost.code, wrongHost.detail, target, headers.origin))
  }
  const callWith = (body: Uint8Array | undefined): ApiCall => ({
    method,
    target,
    header: (name) => headerText(headers[name]),
    headerNames: () => Object.keys(headers),
    headerCount,
    address: addressOf(request.socket),
    body,
  })
  if (!hasBody(request)) return endOfTurn().then(() => backend.handle(callWith(undefined)))
  return readBody(request).then((body) => {
    if (body !== 'tooLarge') return endOfTurn().then(() => backend.handle(callWith(body)))
    // What is left of the body is not read: the connection cannot serve another request.
    response.setHeader('connection', 'close')
    return backend.refuse('body-too-large', 'A body is at most 64 KiB', target, headers.origin)
  })
}

function checkHost(
  request: IncomingMessage,
  host: string | undefined,
  admits: HostCheck,
): EdgeRefusal | undefined {
  return (
    hostRefusal(request) ?? (admits(host) ? undefined : { code: 'misdirected-request', detail: OTHER_HOST })
  )
}

/** Several lines of a header that Node keeps apart are one, joined by commas. */
function headerText(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(',') : value
}

/** In a content coding that the caller takes, where that is worth it. */
function writeCoded(
  request: IncomingMessage,
  response: ServerResponse,
  reply: ApiReply,
): void | Promise<void> {
  const { body, headers } = reply
  const accepted = request.headers['accept-encoding']?.toString()
  const coding = accepted !== undefined && isCompressible(reply) ? chooseCoding(accepted) : undefined
  if (coding === undefined || body === undefined) return write(response, reply)
  return compress(body, coding).then((bytes) =>
    write(response, { ...reply, headers: { ...headers, 'content-encoding': coding }, body: bytes }),
  )
}

interface WrittenReply extends Omit<ApiReply, 'body'> {
  readonly body?: string | Buffer
}

function write(response: ServerResponse, { status, headers, body }: WrittenReply): void {
  if (response.destroyed) return
  // These two never have a body, and a length would speak of another answer's.
  if (status === 204 || status === 304) response.writeHead(status, headers)
  else
    response.writeHead(status, {
      ...headers,
      'content-length': body === undefined ? 0 : Buffer.byteLength(body),
    })
  response.end(body)
}

async function shutDown(
  server: Server,
  streams: StreamSockets,
  parting: PartingSockets,
  clock: Clock,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  streams.end()
  const cancel = clock.after(GRACE_MS, () => {
    streams.terminate()
    parting.terminate()
    server.closeAllConnections()
  })
  await Promise.all([closed, streams.allClosed()])
  cancel()
}
