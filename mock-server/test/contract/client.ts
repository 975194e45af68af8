import { assertAnswer, assertStreamMessage, operationOf } from '../contract-check.ts'
import type { Served } from './transports.ts'

/** A plain client that checks every answer and message against the contract. */

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly json: Json
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers that the contract check has validated
export type Json = any

export interface Sent {
  /** @default 'mk_demo'; null sends none */
  readonly key?: string | null
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string
  readonly headers?: Record<string, string>
}

export async function call(served: Served, request: string, sent: Sent = {}): Promise<Answer> {
  const [method = 'GET', target = '/'] = request.split(' ')
  const { key = 'mk_demo', body } = sent
  const headers: Record<string, string> = {
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...sent.headers,
  }
  const response = await served.fetch(`${served.baseUrl}${target}`, {
    method,
    headers,
    body: typeof body === 'object' ? JSON.stringify(body) : body,
  })
  const text = await response.text()
  calledOperations(served).add(operationOf(method, target))
  assertAnswer(method, target, { status: response.status, headers: response.headers, body: text })
  return {
    status: response.status,
    headers: response.headers,
    json: text === '' ? undefined : JSON.parse(text),
  }
}

const called = new WeakMap<Served, Set<string | undefined>>()

/** Operations that were called over this transport so far. */
export function calledOperations(served: Served): Set<string | undefined> {
  const operations = called.get(served) ?? new Set()
  called.set(served, operations)
  return operations
}

let orders = 0

/** Terms of a limit order for 10 AAPL with a client order id of its own. */
export function orderTerms(terms: object = {}): Record<string, unknown> {
  orders += 1
  return {
    clientOrderId: `test-${orders}`,
    symbol: 'AAPL',
    side: 'buy',
    type: 'limit',
    timeInForce: 'gtc',
    quantity: '10',
    limitPrice: '100.00',
    ...terms,
  }
}

export function submit(served: Served, terms: object = {}, sent: Sent = {}): Promise<Answer> {
  return call(served, 'POST /v1/orders', { ...sent, body: orderTerms(terms) })
}

/** One stream connection, read message by message. */
export class Stream {
  readonly socket: WebSocket
  /** Whatever the server sent and was not read yet; a close is `{ type: 'close', code, reason }`. */
  readonly #queue: Json[] = []
  #wake = (): void => {}
  #fault: unknown

  constructor(served: Served) {
    this.socket = served.openSocket(served.streamUrl, ['openbourse.v1.json'])
    this.socket.addEventListener('open', () => this.#push({ type: 'open', protocol: this.socket.protocol }))
    this.socket.addEventListener('close', ({ code, reason }) => this.#push({ type: 'close', code, reason }))
    this.socket.addEventListener('message', ({ data }) => this.#read(String(data)))
  }

  static async open(served: Served, token = 'mk_demo'): Promise<Stream> {
    const stream = new Stream(served)
    await stream.next('welcome')
    stream.send({ type: 'authenticate', id: 'auth', token })
    await stream.next('authenticated')
    return stream
  }

  static async subscribed(served: Served, ...channels: (string | object)[]): Promise<Stream> {
    const stream = await Stream.open(served)
    await stream.subscribe(...channels)
    return stream
  }

  async subscribe(...channels: (string | object)[]): Promise<Json> {
    const list = channels.map((channel) => (typeof channel === 'string' ? { channel } : channel))
    this.send({ type: 'subscribe', id: 'sub', channels: list })
    return this.next('subscribed')
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  /** The next message; of that type or channel, where one is given, passing over others. */
  async next(typeOrChannel?: string): Promise<Json> {
    for (;;) {
      const message = await this.#shift()
      if (typeOrChannel === undefined) return message
      if (message.type === typeOrChannel || message.channel === typeOrChannel) return message
      if (message.type === 'close') {
        throw new Error(`closed with ${message.code} ${message.reason} instead of ${typeOrChannel}`)
      }
    }
  }

  /** Proves that all that was sent before has been answered. */
  async settled(): Promise<void> {
    this.send({ type: 'ping', id: 'settled' })
    await this.next('pong')
  }

  async close(): Promise<void> {
    this.socket.close(1000)
    await this.next('close')
  }

  async #shift(): Promise<Json> {
    while (this.#queue.length === 0) {
      if (this.#fault) throw this.#fault
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return this.#queue.shift()
  }

  #read(text: string): void {
    try {
      for (const message of assertStreamMessage(text)) this.#push(message)
    } catch (fault) {
      this.#fault = fault
      this.#wake()
    }
  }

  #push(message: Json): void {
    this.#queue.push(message)
    this.#wake()
  }
}
