import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Clock } from '../ports/clock.ts'
import { MESSAGE_BYTES } from '../streams/limits.ts'
import type { StreamSession } from '../streams/session.ts'
import { type Backend, STREAM_PROTOCOL } from './backend.ts'

const PING_EVERY_MS = 20_000
const SILENT_MS = 60_000
/** A peer that does not answer a close within this time is cut off: one that stopped reading never will. */
const CLOSING_MS = 1000
/** Fragments of one message and pieces of one read; the published types do not know them yet. */
const FRAGMENT_LIMITS = { maxFragments: 64, maxBufferedChunks: 1024 }

interface OpenStream {
  readonly socket: WebSocket
  readonly session: StreamSession
  heardAtMs: number
}

/** The open stream sockets, and the one owner of their ping timer. */
export class StreamSockets {
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

  /** @param refuse answers a handshake that ws finds wrong, which by itself it would do in plain text */
  constructor(backend: Backend, clock: Clock, refuse: (request: IncomingMessage, socket: Duplex) => void) {
    this.#backend = backend
    this.#clock = clock
    this.#upgrade.on('wsClientError', (_error, socket, request) => refuse(request, socket))
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
    const close = (code: number, reason: string): void => {
      socket.close(code, reason)
      const cancel = this.#clock.after(CLOSING_MS, () => socket.terminate())
      socket.once('close', cancel)
    }
    const session = this.#backend.openStream({
      send: (text, bytes) => socket.send(bytes ?? text, { binary: false }),
      close,
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
      if (isBinary) close(1003, 'messages are text')
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
