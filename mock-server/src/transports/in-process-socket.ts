import { nextTask } from '../ports/system-clock.ts'
import type { StreamSession, StreamSocket } from '../streams/session.ts'
import { Outbox } from './outbox.ts'

/** What stands behind a socket without a network. */
export interface SocketPeer {
  /** The protocol chosen ('' for none), or undefined when the handshake is refused. */
  accept(url: URL, protocols: readonly string[]): string | undefined
  openStream(socket: StreamSocket): StreamSession
}

const CONNECTING = 0
const OPEN = 1
const CLOSING = 2
const CLOSED = 3
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const encoder = new TextEncoder()

/**
 * The WHATWG WebSocket interface over a stream session in the same process. Every event comes in a task of its
 * own, never inside the call that caused it.
 */
export class InProcessSocket extends EventTarget {
  static readonly CONNECTING = CONNECTING
  static readonly OPEN = OPEN
  static readonly CLOSING = CLOSING
  static readonly CLOSED = CLOSED
  readonly CONNECTING = CONNECTING
  readonly OPEN = OPEN
  readonly CLOSING = CLOSING
  readonly CLOSED = CLOSED

  readonly url: string
  readonly extensions = ''
  binaryType: BinaryType = 'blob'
  #protocol = ''
  #readyState = CONNECTING
  #bufferedAmount = 0
  #session: StreamSession | undefined
  readonly #outbox: Outbox
  readonly #handlers = new Map<string, EventListener>()

  constructor(url: string | URL, protocols: string | readonly string[], peer: SocketPeer) {
    super()
    const target = parseUrl(url)
    const offered = parseProtocols(protocols)
    this.url = target.href
    this.#outbox = new Outbox({
      message: (text) => this.#receive(text),
      close: (code, reason) => this.#end(code, reason, true),
    })
    nextTask(() => this.#connect(peer, peer.accept(target, offered)))
  }

  get readyState(): number {
    return this.#readyState
  }

  get protocol(): string {
    return this.#protocol
  }

  /** Bytes sent that the server has not read yet. */
  get bufferedAmount(): number {
    return this.#bufferedAmount
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (this.#readyState === CONNECTING) {
      throw new DOMException('Still in CONNECTING state', 'InvalidStateError')
    }
    const byteLength = sizeOf(data)
    this.#bufferedAmount += byteLength
    if (this.#readyState !== OPEN) return
    nextTask(() => {
      this.#bufferedAmount -= byteLength
      this.#deliver(data)
    })
  }

  close(code?: number, reason = ''): void {
    if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) {
      throw new DOMException('The close code is 1000 or between 3000 and 4999', 'InvalidAccessError')
    }
    if (encoder.encode(reason).byteLength > 123) {
      throw new DOMException('The reason is at most 123 bytes', 'SyntaxError')
    }
    if (this.#readyState >= CLOSING) return
    const wasOpen = this.#readyState === OPEN
    this.#readyState = CLOSING
    nextTask(() => {
      if (wasOpen) this.#end(code ?? 1005, reason, true)
      else this.#fail()
    })
  }

  get onopen(): EventListener | null {
    return this.#handlers.get('open') ?? null
  }
  set onopen(handler: EventListener | null) {
    this.#setHandler('open', handler)
  }
  get onmessage(): EventListener | null {
    return this.#handlers.get('message') ?? null
  }
  set onmessage(handler: EventListener | null) {
    this.#setHandler('message', handler)
  }
  get onerror(): EventListener | null {
    return this.#handlers.get('error') ?? null
  }
  set onerror(handler: EventListener | null) {
    this.#setHandler('error', handler)
  }
  get onclose(): EventListener | null {
    return this.#handlers.get('close') ?? null
  }
  set onclose(handler: EventListener | null) {
    this.#setHandler('close', handler)
  }

  #connect(peer: SocketPeer, protocol: string | undefined): void {
    if (this.#readyState !== CONNECTING) return
    if (protocol === undefined) {
      this.#fail()
      return
    }
    this.#protocol = protocol
    this.#readyState = OPEN
    this.#session = peer.openStream(this.#outbox)
    this.dispatchEvent(new Event('open'))
  }

  #receive(text: string): void {
    if (this.#readyState !== OPEN) return
    this.dispatchEvent(new MessageEvent('message', { data: text, origin: new URL(this.url).origin }))
  }

  /** The server reads a frame of this client. */
  #deliver(data: unknown): void {
    if (this.#readyState === CLOSED) return
    if (typeof data === 'string') this.#session?.receive(data)
    else this.#outbox.close(1003, 'messages are text')
  }

  #fail(): void {
    this.#readyState = CLOSED
    this.dispatchEvent(new Event('error'))
    this.dispatchEvent(new SocketCloseEvent(1006, '', false))
  }

  #end(code: number, reason: string, wasClean: boolean): void {
    if (this.#readyState === CLOSED) return
    this.#readyState = CLOSED
    this.#outbox.discard()
    this.#session?.closed()
    this.dispatchEvent(new SocketCloseEvent(code, reason, wasClean))
  }

  #setHandler(type: string, handler: EventListener | null): void {
    const previous = this.#handlers.get(type)
    if (previous) this.removeEventListener(type, previous)
    this.#handlers.delete(type)
    if (typeof handler !== 'function') return
    this.#handlers.set(type, handler)
    this.addEventListener(type, handler)
  }
}

/** Node 22 has no CloseEvent of its own. */
class SocketCloseEvent extends Event {
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean

  constructor(code: number, reason: string, wasClean: boolean) {
    super('close')
    this.code = code
    this.reason = reason
    this.wasClean = wasClean
  }
}

function parseUrl(url: string | URL): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^(ws|http)s?:$/.test(parsed.protocol)) {
    throw new DOMException(`Not a WebSocket URL: ${String(url).slice(0, 200)}`, 'SyntaxError')
  }
  parsed.protocol = parsed.protocol.replace('http', 'ws')
  parsed.hash = ''
  return parsed
}

function parseProtocols(protocols: string | readonly string[]): readonly string[] {
  const list = typeof protocols === 'string' ? [protocols] : [...protocols]
  const valid = list.every((name) => TOKEN.test(name)) && new Set(list).size === list.length
  if (!valid) throw new DOMException('Subprotocols are distinct tokens', 'SyntaxError')
  return list
}

function sizeOf(data: string | ArrayBufferLike | Blob | ArrayBufferView): number {
  if (typeof data === 'string') return encoder.encode(data).byteLength
  return data instanceof Blob ? data.size : data.byteLength
}
