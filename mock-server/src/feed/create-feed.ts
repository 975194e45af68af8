import { type Channel as ChannelName, parseChannel } from '@openbourse/spec'
import type { ExchangeEvent, LevelChanged, TradePrinted } from '../exchange/events.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import { Noted } from '../exchange/values/noted.ts'
import { formatTime } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import { AccountFeeds } from './account-feeds.ts'
import type { Channel, Emit, Listener } from './channel.ts'
import type { ChannelSnapshot, Feed, LogPage, Replay } from './feed.ts'
import { EquityHistory } from './history/equity.ts'
import type { MarketHistory } from './history/market-history.ts'
import { readLog } from './log.ts'
import { Outbox } from './outbox.ts'
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
  readonly #equity: EquityHistory
  readonly #accounts: AccountFeeds
  /** By full name, as far as they were asked for. */
  readonly #channels = new Map<string, Channel>()
  readonly #symbols = new Map<string, SymbolFeed>()
  /** Symbols with prints or changed levels in the command that is being published. */
  readonly #touched = new Noted<SymbolFeed>()
  readonly #outbox = new Outbox()
  #logEnd = 0
  /** When what is being published happened, by the machine's clock. */
  #nowMs = 0
  /** When the first bar in progress is over. */
  #nextBarEnd = Number.POSITIVE_INFINITY

  constructor({ view, epoch, now, retention }: FeedOptions) {
    this.epoch = epoch
    this.#view = view
    this.#now = now
    this.#equity = new EquityHistory(view)
    this.#accounts = new AccountFeeds({
      view,
      epoch,
      pricesOf: (symbol) => this.#symbol(symbol)?.prices,
      follow: (accountId) => this.#equity.follow(accountId),
    })
    this.#retention = new Retention({ ...DEFAULT_RETENTION, ...retention })
    for (const { symbol } of view.instruments()) this.#symbol(symbol)
  }

  publish(events: readonly ExchangeEvent[]): void {
    if (events.length > 0) this.#projectAll(events)
    for (let position = 0; position < this.#touched.count; position += 1)
      this.#touched.at(position).flush(this.#emit)
    this.#touched.clear()
    const { time } = this.#view
    if (time >= this.#nextBarEnd) this.#closeBars(time)
    this.#equity.passed(time)
    this.#outbox.deliver()
  }

  has(channel: string): boolean {
    return this.#find(channel) !== undefined
  }

  seq(channel: string): number {
    return this.#find(channel)?.lastSeq ?? 0
  }

  get logEnd(): number {
    return this.#logEnd
  }

  snapshot(name: string): ChannelSnapshot | undefined {
    const channel = parseChannel(name)
    if (channel?.name === 'account') return this.#accounts.snapshot(channel.accountId)
    if (channel === undefined || !('symbol' in channel) || channel.name === 'bars') return undefined
    const symbol = this.#symbol(channel.symbol)
    const state = symbol?.snapshot(channel.name)
    if (symbol === undefined || state === undefined) return undefined
    return {
      seq: symbol.channels[channel.name].lastSeq,
      data: state.data,
      time: formatTime(state.time),
    }
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
    const { oldestSeq, lastSeq } = channel
    const nextSeq = lastSeq + 1
    if (request.epoch !== this.epoch) return { outcome: 'otherEpoch', epoch: this.epoch, nextSeq }
    if (request.fromSeq < oldestSeq) return { outcome: 'gone', oldestSeq, nextSeq }
    const last = Math.min(request.toSeq ?? lastSeq, request.fromSeq + (request.limit ?? nextSeq) - 1)
    return { outcome: 'messages', messages: channel.messages(request.fromSeq, last), nextSeq }
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
    const after = channel.lastSeq
    const own: Listener = (message) => {
      if (message.seq > after) listener(message)
    }
    channel.listeners.add(own)
    return () => {
      channel.listeners.delete(own)
    }
  }

  /** Accounts are told before the levels of their command, and valued by the prices after it. */
  #projectAll(events: readonly ExchangeEvent[]): void {
    this.#nowMs = this.#now()
    for (const event of events) {
      if (event.type === 'LevelChanged') this.#level(event)
      else if (event.type === 'TradePrinted') this.#touch(event)
    }
    for (const event of events) this.#project(event)
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
        this.#accounts.order(event, this.#emit)
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
      case 'CorporateActionTookEffect':
        break
      case 'InstrumentListed':
        this.#symbol(event.symbol)
        break
      case 'AccountChanged':
        this.#accounts.changed(event, this.#emit)
        break
      case 'LevelChanged':
      case 'CommandRejected':
      case 'OrderRepeated':
        break
    }
  }

  #trade(event: TradePrinted): void {
    const symbol = this.#symbol(event.symbol)
    if (symbol === undefined) return
    symbol.trade(event, this.#emit)
    this.#nextBarEnd = Math.min(this.#nextBarEnd, symbol.bars.nextEnd)
  }

  /** Bars end by the world's clock, not by the next print. */
  #closeBars(time: Time): void {
    this.#nowMs = this.#now()
    this.#nextBarEnd = Number.POSITIVE_INFINITY
    for (const { bars } of this.#symbols.values()) {
      bars.passed(time, this.#emit)
      this.#nextBarEnd = Math.min(this.#nextBarEnd, bars.nextEnd)
    }
  }

  #level(event: LevelChanged): void {
    const symbol = this.#touch(event)
    if (symbol === undefined) return
    symbol.level(event)
    this.#accounts.pricesMoved(symbol.prices)
  }

  #touch(event: LevelChanged | TradePrinted): SymbolFeed | undefined {
    const symbol = this.#symbol(event.symbol)
    if (symbol !== undefined) this.#touched.add(symbol)
    return symbol
  }

  readonly #emit: Emit = (channel, facts) => {
    this.#logEnd += 1
    channel.append(facts, this.#logEnd, this.#nowMs)
    // Who listens hears it also where there is no memory to keep it.
    if (channel.listeners.size > 0) {
      const message = channel.message(channel.lastSeq)
      if (message !== undefined) this.#outbox.add(message)
    }
    this.#retention.keep(channel)
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
      return this.#accounts.of(accountId)?.[name]
    }
    const symbol = this.#symbol(channel.symbol)
    if (channel.name !== 'bars') return symbol?.channels[channel.name]
    const bars = symbol?.bars.channel(channel.timeframe)
    // Nobody asked for them before: what they would have been so far was never written.
    if (bars?.size === 0) bars.lostUpTo = this.#logEnd
    return bars
  }

  #symbol(symbol: string): SymbolFeed | undefined {
    const known = this.#symbols.get(symbol)
    if (known !== undefined) return known
    const instrument = this.#view.instrument(symbol)
    const listing = this.#view.listing(symbol)
    if (instrument === undefined || listing === undefined) return undefined
    const added = new SymbolFeed(this.#view, instrument, listing, this.epoch)
    this.#symbols.set(symbol, added)
    return added
  }
}
