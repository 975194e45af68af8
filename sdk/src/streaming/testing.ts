import type { Clock } from '../ports/clock.ts'
import type { WebSocketLike } from '../ports/web-socket.ts'
import { bookChecksum } from './checksum.ts'
import { createStreams, type StreamsOptions } from './create-streams.ts'
import type { RefillPort } from './gap-fill.ts'
import type { NumberedMessage } from './messages.ts'
import type { Snapshot } from './sequence-state.ts'

/** Virtual time: `advance` fires what is due, in order, and lets promises settle in between. */
export class TestClock implements Clock {
  elapsedMs = 0
  readonly timers = new Set<{ readonly dueMs: number; readonly callback: () => void }>()

  nowMs(): number {
    return this.elapsedMs
  }

  monotonicMs(): number {
    return this.elapsedMs
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = { dueMs: this.elapsedMs + delayMs, callback }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  async advance(ms: number): Promise<void> {
    const endMs = this.elapsedMs + ms
    await settle()
    for (;;) {
      const due = [...this.timers].filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0]
      if (!due) break
      this.timers.delete(due)
      this.elapsedMs = Math.max(this.elapsedMs, due.dueMs)
      due.callback()
      await settle()
    }
    this.elapsedMs = endMs
  }
}

/** Lets every promise that waits for no clock settle. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

type Listener = (event: never) => void

export class FakeSocket implements WebSocketLike {
  readyState = 0
  readonly bufferedAmount = 0
  readonly listeners = new Map<string, Set<Listener>>()
  readonly server: FakeServer
  readonly subscribed = new Set<string>()
  authenticated = false
  closedWith: number | undefined
  terminated = false
  answersClose = true

  constructor(server: FakeServer) {
    this.server = server
    queueMicrotask(() => {
      if (server.refusesHandshakes || this.readyState !== 0) return
      this.readyState = 1
      this.emit('open', {})
    })
  }

  addEventListener(type: string, listener: Listener): void {
    const listeners = this.listeners.get(type) ?? new Set()
    this.listeners.set(type, listeners.add(listener))
  }

  removeEventListener(type: string, listener: Listener): void {
    this.listeners.get(type)?.delete(listener)
  }

  emit(type: string, event: object): void {
    const listeners = this.listeners.get(type)
    if (type === 'error' && !listeners?.size) throw new Error('unheard error event')
    for (const listener of [...(listeners ?? [])]) listener(event as never)
  }

  /** From the client. */
  send(text: string): void {
    queueMicrotask(() => this.server.receive(this, JSON.parse(text)))
  }

  /** By the client. */
  close(code?: number): void {
    this.readyState = 3
    this.closedWith = code
    this.server.sockets.delete(this)
    if (this.answersClose) queueMicrotask(() => this.emit('close', { code: code ?? 1005, reason: '' }))
  }

  terminate(): void {
    this.terminated = true
  }

  /** To the client. */
  deliver(message: object): void {
    queueMicrotask(() => {
      if (this.readyState === 1) this.emit('message', { data: JSON.stringify(message) })
    })
  }

  /** By the server or the network. */
  break(code: number, reason = ''): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.server.sockets.delete(this)
    if (code === 1006) this.emit('error', {})
    this.emit('close', { code, reason })
  }

  get listenerCount(): number {
    return [...this.listeners.values()].reduce((sum, { size }) => sum + size, 0)
  }
}

interface Received {
  readonly type: string
  readonly id: string
  readonly token?: string
  readonly channels?: readonly {
    readonly channel: string
    readonly epoch?: string
    readonly fromSeq?: number
  }[]
}

/** The server's side of the contract over in-memory channels, and the switches to break it. */
export class FakeServer {
  readonly sockets = new Set<FakeSocket>()
  readonly received: Received[] = []
  connects = 0
  epochNumber = 1
  logs = new Map<string, NumberedMessage[]>()
  /** Oldest number that can be refilled, by channel. */
  oldest = new Map<string, number>()
  accountId = 'acc_demo'
  refusesHandshakes = false
  isMute = false
  refusedToken: string | undefined
  unknownChannels = new Set<string>()
  /** What becomes of a message on its way to a client. */
  transmit: (message: object) => readonly object[] = (message) => [message]
  /** Awaited before each REST answer; may throw. */
  beforeRest: (what: string) => Promise<void> | void = () => {}
  /** The answer is of before the wait, as from a slow network or a lagging replica. */
  restIsStale = false
  readonly replicas = new Map<string, Snapshot>()
  restCalls: string[] = []

  readonly WebSocket = ((server: FakeServer) =>
    class extends FakeSocket {
      constructor() {
        super(server)
        server.connects += 1
        server.sockets.add(this)
      }
    })(this)

  get epoch(): string {
    return `epoch${this.epochNumber}`
  }

  log(channel: string): NumberedMessage[] {
    const log = this.logs.get(channel) ?? []
    this.logs.set(channel, log)
    return log
  }

  seq(channel: string): number {
    return this.log(channel).length
  }

  publish(channel: string, type: string, data: object): void {
    const message = { channel, epoch: this.epoch, seq: this.seq(channel) + 1, type, time: 't', data }
    this.log(channel).push(message)
    if (message.seq % 4 === 0) this.replicas.set(channel, this.snapshotOf(channel))
    for (const socket of this.sockets) if (socket.subscribed.has(channel)) this.transfer(socket, message)
  }

  quote(symbol: string, price: number): void {
    this.publish(`quotes.${symbol}`, 'quote', quoteOf(symbol, price))
  }

  trade(symbol: string, price: number): void {
    this.publish(`trades.${symbol}`, 'trade', { symbol, price: String(price), tradeId: `trd_${price}` })
  }

  status(symbol: string, phase: string): void {
    this.publish(`status.${symbol}`, 'status', {
      symbol,
      phase,
      halted: false,
      haltReason: null,
      market: 'normal',
    })
  }

  order(type: string, id: number): void {
    this.publish(`orders.${this.accountId}`, type, { order: { orderId: `ord_${id}` } })
  }

  /** Levels as [price, quantity]; the checksum is of the whole book after it. */
  book(symbol: string, bids: readonly Pair[], asks: readonly Pair[]): void {
    const before = this.bookOf(symbol)
    const after = { bids: merge(before.bids, bids, -1), asks: merge(before.asks, asks, 1) }
    const levels = { bids: bids.map(levelOf), asks: asks.map(levelOf) }
    this.publish(`book.${symbol}`, 'delta', {
      symbol,
      ...levels,
      checksum: bookChecksum(after.asks, after.bids),
    })
  }

  bookOf(symbol: string): { bids: Level[]; asks: Level[] } {
    let book: { bids: Level[]; asks: Level[] } = { bids: [], asks: [] }
    for (const { data } of this.log(`book.${symbol}`)) {
      const delta = data as { bids: Level[]; asks: Level[] }
      const pairs = (levels: Level[]) => levels.map(({ price, quantity }): Pair => [price, quantity])
      book = { bids: merge(book.bids, pairs(delta.bids), -1), asks: merge(book.asks, pairs(delta.asks), 1) }
    }
    return book
  }

  heartbeat(): void {
    for (const socket of this.sockets) {
      if (!socket.authenticated) continue
      const channels = Object.fromEntries(
        [...socket.subscribed].map((channel) => [channel, { epoch: this.epoch, seq: this.seq(channel) }]),
      )
      this.transfer(socket, { type: 'heartbeat', time: 't', channels })
    }
  }

  /** A new epoch with empty channels, on the connections that there are. */
  renumber(): void {
    this.epochNumber += 1
    this.logs = new Map()
    this.oldest = new Map()
  }

  /** The connections die with the old epoch. */
  restart(code = 1012): void {
    this.renumber()
    for (const socket of [...this.sockets]) socket.break(code)
  }

  disconnect(code = 1006, reason = ''): void {
    for (const socket of [...this.sockets]) socket.break(code, reason)
  }

  private transfer(socket: FakeSocket, message: object): void {
    if (this.isMute) return
    for (const part of this.transmit(message)) socket.deliver(part)
  }

  receive(socket: FakeSocket, message: Received): void {
    this.received.push(message)
    if (this.isMute || socket.readyState !== 1) return
    const { id } = message
    const answer = (body: object) => this.transfer(socket, body)
    if (message.type === 'authenticate') {
      if (message.token === this.refusedToken) {
        answer({
          type: 'error',
          id,
          problem: { status: 401, code: 'invalid-credential', detail: 'no such key' },
        })
        return
      }
      socket.authenticated = true
      answer({ type: 'authenticated', id, accountId: this.accountId, scopes: [], heartbeatMs: 5_000 })
    } else if (message.type === 'ping') answer({ type: 'pong', id, time: 't' })
    else if (message.type === 'unsubscribe') {
      for (const channel of message.channels ?? []) socket.subscribed.delete(channel as unknown as string)
      answer({ type: 'unsubscribed', id, channels: [] })
    } else if (message.type === 'subscribe') this.subscribe(socket, message, answer)
  }

  private subscribe(
    socket: FakeSocket,
    { id, channels = [] }: Received,
    answer: (body: object) => void,
  ): void {
    const errors = channels.flatMap(({ channel }, index) =>
      this.unknownChannels.has(channel)
        ? [{ pointer: `/channels/${index}/channel`, code: 'invalid-channel', detail: 'no such channel' }]
        : [],
    )
    if (errors.length > 0) {
      answer({ type: 'error', id, problem: { status: 422, code: 'invalid-channel', detail: 'no', errors } })
      return
    }
    for (const { channel } of channels) socket.subscribed.add(channel)
    const asked = new Map(channels.map((item) => [item.channel, item]))
    const list = [...socket.subscribed].map((channel) => {
      const item = asked.get(channel)
      const replays =
        item?.fromSeq !== undefined && item.epoch === this.epoch && !this.isGone(channel, item.fromSeq)
      return { channel, epoch: this.epoch, nextSeq: replays ? item.fromSeq : this.seq(channel) + 1 }
    })
    answer({ type: 'subscribed', id, channels: list })
    for (const { channel, epoch, fromSeq } of channels) {
      const oldestSeq = this.oldest.get(channel) ?? 1
      const known = fromSeq !== undefined && epoch === this.epoch && !this.isGone(channel, fromSeq)
      if (known) for (const message of this.log(channel).slice(fromSeq - 1)) answer(message)
      else {
        if (fromSeq !== undefined) answer({ type: 'gone', channel, epoch: this.epoch, oldestSeq })
        const state = this.snapshotOf(channel)
        if (/^(quotes|book|status|account)/.test(channel)) answer({ channel, type: 'snapshot', ...state })
      }
    }
  }

  private isGone(channel: string, from: number): boolean {
    return from < (this.oldest.get(channel) ?? 1)
  }

  snapshotOf(channel: string): Snapshot & { readonly data: object } {
    const seq = this.seq(channel)
    const symbol = channel.slice(channel.indexOf('.') + 1)
    const at = { epoch: this.epoch, seq, time: 't' }
    if (channel.startsWith('book')) {
      const book = this.bookOf(symbol)
      return { ...at, data: { symbol, ...book, checksum: bookChecksum(book.asks, book.bids) } }
    }
    if (channel.startsWith('orders')) return { ...at, data: { openOrders: [], balances: [], positions: [] } }
    return { ...at, data: this.log(channel).at(-1)?.data ?? quoteOf(symbol, 0) }
  }

  readonly rest: RefillPort = {
    events: (channel, { epoch, from, to }) => {
      this.restCalls.push(`events ${channel} ${from}..${to}`)
      return this.answer('events', () => {
        if (epoch !== this.epoch) return { gone: {} }
        const oldestSeq = this.oldest.get(channel) ?? 1
        if (from < oldestSeq) return { gone: { oldestSeq } }
        return { messages: structuredClone(this.log(channel).slice(from - 1, Math.min(to, from + 999))) }
      })
    },
    snapshot: (channel) => {
      this.restCalls.push(`snapshot ${channel}`)
      const replica = this.restIsStale ? this.replicas.get(channel) : undefined
      return this.answer('snapshot', () => structuredClone(replica ?? this.snapshotOf(channel)))
    },
  }

  private async answer<Answer>(what: string, make: () => Answer): Promise<Answer> {
    const early = make()
    await this.beforeRest(what)
    return this.restIsStale ? early : make()
  }
}

export interface Level {
  readonly price: string
  readonly quantity: string
}

type Pair = readonly [price: string, quantity: string]

const levelOf = ([price, quantity]: Pair): Level => ({ price, quantity })

function merge(levels: readonly Level[], changes: readonly Pair[], direction: 1 | -1): Level[] {
  const byPrice = new Map(levels.map((level) => [level.price, level]))
  for (const pair of changes) byPrice.set(pair[0], levelOf(pair))
  return [...byPrice.values()]
    .filter(({ quantity }) => quantity !== '0')
    .sort((a, b) => (Number(a.price) - Number(b.price)) * direction)
}

export const quoteOf = (symbol: string, price: number) => ({
  symbol,
  bidPrice: String(price),
  bidQuantity: '1',
  askPrice: String(price + 1),
  askQuantity: '1',
  time: 't',
})

/** Streams against a fake server in virtual time. */
export function createTestStreams(overrides: Partial<StreamsOptions> = {}) {
  const clock = new TestClock()
  const server = new FakeServer()
  const tokens: boolean[] = []
  const streams = createStreams({
    url: 'ws://test/v1/stream',
    protocol: 'openbourse.v1.json',
    async getToken({ refresh }) {
      tokens.push(refresh)
      return `token${tokens.length}`
    },
    WebSocket: server.WebSocket,
    clock,
    random: { fraction: () => 0.5, bytes: (length) => new Uint8Array(length) },
    rest: server.rest,
    ...overrides,
  })
  return { streams, server, clock, tokens }
}

/** Reads in the background; what came so far is in `values`. */
export function collect<Value>(iterable: AsyncIterable<Value>) {
  const values: Value[] = []
  const outcome = { values, error: undefined as unknown, isDone: false }
  void (async () => {
    try {
      for await (const value of iterable) values.push(value)
    } catch (error) {
      outcome.error = error
    }
    outcome.isDone = true
  })()
  return outcome
}
