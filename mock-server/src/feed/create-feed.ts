import { type Channel as ChannelName, parseChannel } from '@openbourse/spec'
import type {
  AccountChanged,
  ExchangeEvent,
  LevelChanged,
  OrderEvent,
  TradePrinted,
} from '../exchange/events.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import { Noted } from '../exchange/values/noted.ts'
import { formatTime } from '../exchange/values/time.ts'
import { Channel, type ChannelMessage, type Listener } from './channel.ts'
import type { Feed, LogPage, Replay } from './feed.ts'
import { EquityHistory } from './history/equity.ts'
import type { MarketHistory } from './history/market-history.ts'
import { readLog } from './log.ts'
import { Message, type MessageContent } from './message.ts'
import { AccountProjection } from './projections/account.ts'
import { OrderProjection } from './projections/orders.ts'
import { DEFAULT_RETENTION, Retention, type RetentionLimits } from './retention.ts'
import { SymbolFeed } from './symbol-feed.ts'

export interface FeedOptions {
  readonly view: ExchangeView
  /** Opaque; a new one whenever a feed starts. */
  readonly epoch: string
  /** Milliseconds of the machine's clock (not the world's), by which messages grow old. */
  now(): number
  /** @default 60 s, 8,192 messages a market channel, 32 MiB a world */
  readonly retention?: Partial<RetentionLimits>
}

export function createFeed(options: FeedOptions): Feed {
  return new WorldFeed(options)
}

class WorldFeed implements Feed {
  readonly epoch: string
  readonly #view: ExchangeView
  readonly #now: () => number
  readonly #retention: Retention
  readonly #orderEvents: OrderProjection
  readonly #accountStates: AccountProjection
  readonly #equity: EquityHistory
  /** By full name, as far as they were asked for. */
  readonly #channels = new Map<string, Channel>()
  readonly #symbols = new Map<string, SymbolFeed>()
  /** By account; undefined for accounts whose orders are not published. */
  readonly #orders = new Map<string, Channel | undefined>()
  readonly #accounts = new Map<string, Channel>()
  /** Symbols with prints or changed levels in the command that is being published. */
  readonly #touched = new Noted<SymbolFeed>()
  /** Messages on their way to listeners: a listener may cause further events, which wait for their turn. */
  readonly #outbox: ChannelMessage[] = []
  #delivering = false
  #logEnd = 0
  /** When the first bar in progress is over. */
  #nextBarEnd = Number.POSITIVE_INFINITY

  constructor({ view, epoch, now, retention }: FeedOptions) {
    this.epoch = epoch
    this.#view = view
    this.#now = now
    this.#orderEvents = new OrderProjection(view)
    this.#accountStates = new AccountProjection(view)
    this.#equity = new EquityHistory(view)
    this.#retention = new Retention({ ...DEFAULT_RETENTION, ...retention })
    for (const { symbol } of view.instruments()) this.#symbol(symbol)
  }

  publish(events: readonly ExchangeEvent[]): void {
    for (const event of events) this.#project(event)
    for (let position = 0; position < this.#touched.count; position += 1)
      this.#touched.at(position).flush(this.#emit)
    this.#touched.clear()
    if (this.#view.time >= this.#nextBarEnd) this.#closeBars()
    this.#equity.passed()
    this.#deliver()
  }

  has(channel: string): boolean {
    return this.#find(channel) !== undefined
  }

  seq(channel: string): number {
    return this.#find(channel)?.ring.lastSeq ?? 0
  }

  get logEnd(): number {
    return this.#logEnd
  }

  snapshot(name: string): { seq: number; data: object; time: string } | undefined {
    const channel = parseChannel(name)
    if (channel?.name === 'account') return this.#accountSnapshot(channel.accountId)
    if (channel === undefined || !('symbol' in channel) || channel.name === 'bars') return undefined
    const symbol = this.#symbol(channel.symbol)
    const state = symbol?.snapshot(channel.name)
    if (symbol === undefined || state === undefined) return undefined
    return {
      seq: symbol.channels[channel.name].ring.lastSeq,
      data: state.data,
      time: formatTime(state.time),
    }
  }

  #accountSnapshot(accountId: string): { seq: number; data: object; time: string } | undefined {
    const channel = this.#accountOf(accountId)
    const account = this.#view.account(accountId)
    if (channel === undefined || account === undefined) return undefined
    const { data, time } = this.#accountStates.snapshot(account)
    return { seq: channel.ring.lastSeq, data, time: formatTime(time) }
  }

  replay(request: {
    channel: string
    epoch: string
    fromSeq: number
    toSeq?: number
    limit?: number
  }): Replay {
    const channel = this.#find(request.channel)
    if (channel === undefined) return { outcome: 'unknownChannel' }
    this.#retention.expire(channel, this.#now())
    const { ring } = channel
    const nextSeq = ring.lastSeq + 1
    if (request.epoch !== this.epoch) return { outcome: 'otherEpoch', epoch: this.epoch, nextSeq }
    if (request.fromSeq < ring.oldestSeq) return { outcome: 'gone', oldestSeq: ring.oldestSeq, nextSeq }
    const last = Math.min(request.toSeq ?? ring.lastSeq, request.fromSeq + (request.limit ?? nextSeq) - 1)
    return { outcome: 'messages', messages: ring.slice(request.fromSeq, last), nextSeq }
  }

  log(request: { channels: readonly string[]; after: number; limit: number }): LogPage {
    const channels = request.channels.map((name) => {
      const channel = this.#find(name)
      if (channel === undefined) throw new Error(`Nothing is published on ${name}`)
      this.#retention.expire(channel, this.#now())
      return channel
    })
    return readLog(channels, request.after, request.limit)
  }

  readonly history: MarketHistory = {
    quotes: (symbol) => this.#symbol(symbol)?.quotes.newestFirst(),
    bars: (symbol, timeframe) => this.#symbol(symbol)?.bars.series(timeframe)?.newestFirst(),
    currentBar: (symbol, timeframe) => this.#symbol(symbol)?.bars.series(timeframe)?.current,
    worth: (accountId) => this.#equity.newestFirst(accountId),
    lastTrade: (symbol) => this.#symbol(symbol)?.lastTrade,
  }

  listen(name: string, listener: Listener): () => void {
    const channel = this.#find(name)
    if (channel === undefined) throw new Error(`Nothing is published on ${name}`)
    // Messages on their way were published before.
    const after = channel.ring.lastSeq
    const own: Listener = (message) => {
      if (message.seq > after) listener(message)
    }
    channel.listeners.add(own)
    return () => {
      channel.listeners.delete(own)
    }
  }

  #project(event: ExchangeEvent): void {
    switch (event.type) {
      case 'OrderAccepted':
      case 'OrderRejected':
      case 'OrderFilled':
      case 'OrderCanceled':
      case 'OrderExpired':
      case 'OrderReplaced':
      case 'OrderRestated':
      case 'OrderTriggered':
      case 'OrderPending':
      case 'TradeBusted':
      case 'TradeCorrected':
        this.#order(event)
        break
      case 'TradePrinted':
        this.#trade(event)
        break
      case 'PrintBusted':
      case 'PrintCorrected':
        this.#symbol(event.print.symbol)?.amend(event, this.#emit)
        break
      case 'StatusChanged':
        this.#symbol(event.symbol)?.status(event, this.#emit)
        break
      case 'LevelChanged':
        this.#level(event)
        break
      case 'CorporateActionTookEffect':
        break
      case 'InstrumentListed':
        this.#symbol(event.symbol)
        break
      case 'AccountChanged':
        this.#account(event)
        break
      case 'CommandRejected':
      case 'OrderRepeated':
        break
    }
  }

  #trade(event: TradePrinted): void {
    const symbol = this.#symbol(event.symbol)
    if (symbol === undefined) return
    symbol.trade(event, this.#emit)
    this.#touched.add(symbol)
    this.#nextBarEnd = Math.min(this.#nextBarEnd, symbol.bars.nextEnd)
  }

  /** Bars end by the world's clock, not by the next print. */
  #closeBars(): void {
    const { time } = this.#view
    this.#nextBarEnd = Number.POSITIVE_INFINITY
    for (const { bars } of this.#symbols.values()) {
      bars.passed(time, this.#emit)
      this.#nextBarEnd = Math.min(this.#nextBarEnd, bars.nextEnd)
    }
  }

  #level(event: LevelChanged): void {
    const symbol = this.#symbol(event.symbol)
    if (symbol === undefined) return
    symbol.level(event)
    this.#touched.add(symbol)
  }

  /** Numbered by the exchange itself, so that REST answers and streams name one position. */
  #order(event: OrderEvent): void {
    const channel = this.#ordersOf(event.order.accountId)
    if (channel === undefined) return
    const { updatedSeq } = event.order
    if (channel.ring.size === 0) channel.ring.startAfter(updatedSeq - 1)
    if (updatedSeq !== channel.ring.lastSeq + 1) {
      throw new Error(`${channel.name}: event ${updatedSeq} after event ${channel.ring.lastSeq}`)
    }
    this.#emit(channel, this.#orderEvents.project(event))
  }

  /** After the order events of its command, whose effects it shows. */
  #account({ accountId, time }: AccountChanged): void {
    const channel = this.#accountOf(accountId)
    const account = this.#view.account(accountId)
    if (channel && account) this.#emit(channel, this.#accountStates.project(account, time))
  }

  #accountOf(accountId: string): Channel | undefined {
    const known = this.#accounts.get(accountId)
    if (known !== undefined) return known
    if (this.#view.account(accountId)?.kind !== 'customer') return undefined
    const channel = new Channel(`account.${accountId}`, this.epoch, 'private')
    this.#accounts.set(accountId, channel)
    this.#equity.follow(accountId)
    return channel
  }

  readonly #emit = <Facts>(channel: Channel, content: MessageContent<Facts>): void => {
    this.#logEnd += 1
    const place = { seq: channel.ring.lastSeq + 1, offset: this.#logEnd }
    const message = new Message(channel, place, content, this.#now())
    this.#retention.keep(message)
    if (channel.listeners.size > 0) this.#outbox.push(message)
  }

  /** One listener's failure is the publisher's to know, but no other listener's. */
  #deliver(): void {
    if (this.#delivering || this.#outbox.length === 0) return
    this.#delivering = true
    const failures: unknown[] = []
    for (let index = 0; index < this.#outbox.length; index += 1) {
      const message = this.#outbox[index]
      if (message === undefined) continue
      for (const listener of message.source.listeners) {
        try {
          listener(message)
        } catch (error) {
          failures.push(error)
        }
      }
      // Kept for the whole epoch, and hardly ever read twice: three copies of each would be most of the memory.
      if (message.source.worth === 'private') message.release()
    }
    this.#outbox.length = 0
    this.#delivering = false
    if (failures.length > 0) throw failures[0]
  }

  #find(name: string): Channel | undefined {
    const known = this.#channels.get(name)
    if (known !== undefined) return known
    const parsed = parseChannel(name)
    if (parsed === undefined) return undefined
    const channel = this.#open(parsed)
    if (channel !== undefined) this.#channels.set(name, channel)
    return channel
  }

  #open(channel: ChannelName): Channel | undefined {
    if ('accountId' in channel) {
      const { name, accountId } = channel
      return name === 'orders' ? this.#ordersOf(accountId) : this.#accountOf(accountId)
    }
    const symbol = this.#symbol(channel.symbol)
    if (channel.name !== 'bars') return symbol?.channels[channel.name]
    const bars = symbol?.bars.channel(channel.timeframe)
    // Nobody asked for them before: what they would have been so far was never written.
    if (bars?.ring.size === 0) bars.lostUpTo = this.#logEnd
    return bars
  }

  #symbol(symbol: string): SymbolFeed | undefined {
    const known = this.#symbols.get(symbol)
    if (known !== undefined) return known
    const instrument = this.#view.instrument(symbol)
    if (instrument === undefined) return undefined
    const added = new SymbolFeed(this.#view, instrument, this.epoch)
    this.#symbols.set(symbol, added)
    return added
  }

  #ordersOf(accountId: string): Channel | undefined {
    if (this.#orders.has(accountId)) return this.#orders.get(accountId)
    const account = this.#view.account(accountId)
    if (account === undefined) return undefined
    if (account.kind !== 'customer') {
      this.#orders.set(accountId, undefined)
      return undefined
    }
    const channel = new Channel(`orders.${accountId}`, this.epoch, 'private')
    channel.ring.startAfter(account.ordersSeq)
    this.#orders.set(accountId, channel)
    return channel
  }
}
