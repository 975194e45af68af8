import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ApiReply } from '../api/call.ts'
import { EDGE_LIMITS } from '../api/edge.ts'
import type { Clock } from '../ports/clock.ts'
import { MESSAGE_BYTES } from '../streams/limits.ts'
import type { StreamSession } from '../streams/session.ts'
import { type Backend, STREAM_PATH, STREAM_PROTOCOL } from './backend.ts'
import { edgeErrorOf, upgradeRefusal } from './edge.ts'
import { createHostCheck, type HostCheck } from './hosts.ts'
import { hasBody, readBody } from './read-body.ts'

/** The backend on a real port: node:http for REST, ws for streams. Limits of the HTTP edge are enforced here. */

export interface NodeServerOptions {
  /** @default '127.0.0.1' */
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  readonly clock: Clock
}

export interface NodeServer {
  readonly port: number
  /** For example `http://127.0.0.1:4010`. */
  readonly url: string
  readonly streamUrl: string
  /** Sockets are closed with 1001, then the port is given up; what does not end by itself is cut after 1 s. */
  close(): Promise<void>
}

const PING_EVERY_MS = 20_000
const SILENT_MS = 60_000
const GRACE_MS = 1000
/** Fragments of one message and pieces of one read; the published types do not know them yet. */
const FRAGMENT_LIMITS = { maxFragments: 64, maxBufferedChunks: 1024 }

/** @throws what node:net throws for a port that cannot be bound, for example `EADDRINUSE`. */
export async function listen(backend: Backend, options: NodeServerOptions): Promise<NodeServer> {
  const server = createServer({
    maxHeaderSize: EDGE_LIMITS.headerBytes,
    headersTimeout: 5000,
    requestTimeout: 10_000,
    connectionsCheckingInterval: 500,
    keepAliveTimeout: 30_000,
    // Node would answer by itself, without a problem; the host check covers it.
    requireHostHeader: false,
  })
  // One more than allowed, so that a request over the limit can be told from one at it.
  server.maxHeadersCount = EDGE_LIMITS.headers + 1
  server.maxConnections = 10_000
  const admits = createHostCheck(options.host)
  const streams = new StreamSockets(backend, options.clock)
  server.on('request', (request, response) => {
    const target = request.url ?? '/'
    answer(backend, admits, request, response).then(
      (reply) => write(response, reply),
      () => write(response, backend.refuse('internal-error', 'The request could not be answered', target)),
    )
  })
  server.on('upgrade', (request, socket, head) => {
    const refusal = upgradeRefusal(request, admits)
    if (refusal) writeRaw(socket, backend.refuse(refusal.code, refusal.detail, request.url ?? '/'))
    else streams.accept(request, socket, head)
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { code, detail } = edgeErrorOf(error.code)
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else writeRaw(socket, backend.refuse(code, detail, '/'))
  })
  await bind(server, options)
  const { port } = server.address() as AddressInfo
  const authority = `${reachableName(options.host)}:${port}`
  return {
    port,
    url: `http://${authority}`,
    streamUrl: `ws://${authority}${STREAM_PATH}`,
    close: () => shutDown(server, streams, options.clock),
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

function answer(
  backend: Backend,
  admits: HostCheck,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ApiReply> {
  const { headers, method = 'GET', url: target = '/', rawHeaders } = request
  const headerCount = rawHeaders.length / 2
  // Over the limit the Host may be among the headers that were not read; the API refuses their number.
  if (headerCount <= EDGE_LIMITS.headers && !admits(headers.host)) {
    const detail = 'This server answers for loopback hosts only'
    return Promise.resolve(backend.refuse('misdirected-request', detail, target))
  }
  const call = {
    method,
    target,
    header: (name: string) => headers[name]?.toString(),
    headerCount,
  }
  // Most requests have no body: those are answered without a wait.
  if (!hasBody(request)) return backend.handle(call)
  return readBody(request).then((body) => {
    if (body !== 'tooLarge') return backend.handle({ ...call, body })
    // What is left of the body is not read: the connection cannot serve another request.
    response.setHeader('connection', 'close')
    return backend.refuse('body-too-large', 'A body is at most 64 KiB', target)
  })
}

function write(response: ServerResponse, { status, headers, body }: ApiReply): void {
  if (response.destroyed) return
  response.writeHead(status, {
    ...headers,
    'content-length': body === undefined ? 0 : Buffer.byteLength(body),
  })
  response.end(body)
}

/** An answer on a bare socket: after a parse error or instead of an upgrade there is no response object. */
function writeRaw(socket: Duplex, { status, headers, body = '' }: ApiReply): void {
  const fields = { ...headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

async function shutDown(server: Server, streams: StreamSockets, clock: Clock): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  streams.end()
  const cancel = clock.after(GRACE_MS, () => {
    streams.terminate()
    server.closeAllConnections()
  })
  await Promise.all([closed, streams.allClosed()])
  cancel()
}

interface OpenStream {
  readonly socket: WebSocket
  readonly session: StreamSession
  heardAtMs: number
}

/** The open stream sockets, and the one owner of their ping timer. */
class StreamSockets {
  readonly #backend: Backend
  readonly #clock: Clock
  readonly #upgrade = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MESSAGE_BYTES,
    ...FRAGMENT_LIMITS,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(STREAM_PROTOCOL) ? STREAM_PROTOCOL : false),
  })
  readonly #open = new Set<OpenStream>()
  #cancelPing = (): void => {}
  #onEmpty = (): void => {}

  constructor(backend: Backend, clock: Clock) {
    this.#backend = backend
    this.#clock = clock
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#upgrade.handleUpgrade(request, socket, head, (opened) => this.#serve(opened))
  }

  end(): void {
    for (const { session } of this.#open) session.end(1001, 'the server is going away')
  }

  terminate(): void {
    for (const { socket } of this.#open) socket.terminate()
  }

  allClosed(): Promise<void> {
    return new Promise((resolve) => {
      this.#onEmpty = resolve
      if (this.#open.size === 0) resolve()
    })
  }

  #serve(socket: WebSocket): void {
    const session = this.#backend.openStream({
      send: (text, bytes) => socket.send(bytes ?? text, { binary: false }),
      close: (code, reason) => socket.close(code, reason),
      bufferedAmount: () => socket.bufferedAmount,
      takesBytes: true,
    })
    const stream: OpenStream = { socket, session, heardAtMs: this.#clock.nowMs() }
    const heard = (): void => {
      stream.heardAtMs = this.#clock.nowMs()
    }
    socket.on('pong', heard)
    socket.on('message', (data, isBinary) => {
      heard()
      if (isBinary) socket.close(1003, 'messages are text')
      else session.receive(data.toString())
    })
    // ws has answered a protocol error with its close code already; without a listener the process would end.
    socket.on('error', () => {})
    socket.on('close', () => {
      session.closed()
      this.#forget(stream)
    })
    this.#open.add(stream)
    if (this.#open.size === 1) this.#schedulePing()
  }

  #forget(stream: OpenStream): void {
    this.#open.delete(stream)
    if (this.#open.size > 0) return
    this.#cancelPing()
    this.#onEmpty()
  }

  #schedulePing(): void {
    this.#cancelPing = this.#clock.after(PING_EVERY_MS, () => {
      const silentSinceMs = this.#clock.nowMs() - SILENT_MS
      for (const { socket, heardAtMs } of this.#open) {
        if (heardAtMs < silentSinceMs) socket.terminate()
        else socket.ping()
      }
      this.#schedulePing()
    })
  }
}
