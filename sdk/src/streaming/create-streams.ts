import type { Timeframe } from '@openbourse/spec'
import { ArgumentError } from '../errors/client-errors.ts'
import type { LocalBook } from './book.ts'
import { createChannels, type Reader } from './channels.ts'
import { type ConnectionOptions, createConnection } from './connection.ts'
import type { ConnectionState } from './connection-state.ts'
import { conflate, createDeliveryQueue, dropOldest, keepLatest, type TradeGap } from './delivery-queue.ts'
import type { RefillPort } from './gap-fill.ts'
import { closedError, createIterator, type IteratorQueue, type StreamIterator } from './iterator.ts'
import { createOrderQueue } from './order-queue.ts'
import type {
  OrdersResync,
  OrderUpdate,
  StreamAccount,
  StreamBar,
  StreamQuote,
  StreamStatus,
  StreamTrade,
} from './projections.ts'
import { createTimers } from './timers.ts'

export interface StreamsOptions extends ConnectionOptions {
  /** What was lost is fetched over it. */
  readonly rest: RefillPort
}

/** What every stream method takes beside its channel. */
export interface StreamOptions {
  /** Unsubscribes and ends the loop with an AbortedError, whose cause is the signal's reason. */
  readonly signal?: AbortSignal
}

/** The connection went from one state to another. */
export interface StateChange {
  readonly state: ConnectionState
  readonly previous: ConnectionState
  /** Why, where the connection was lost or refused; for people. */
  readonly reason: string | undefined
}

/**
 * Live data over one WebSocket, which opens with the first loop and closes with the last. Loops over the same symbol
 * share a subscription. A lost connection does not end a loop: what was missed is fetched by number before it goes on.
 * A loop throws where going on is impossible: ProtocolError, AuthenticationError, PermissionDeniedError,
 * SupersededError, or the ApiError with which the server refused the channel.
 */
export interface Streams {
  /** What the connection is doing. */
  readonly state: ConnectionState
  /** Calls back at each change of {@link state} until the returned function is called. */
  onStateChange(listener: (change: StateChange) => void): () => void
  /**
   * Best bids and offers; the present quote of each symbol comes first. Who reads too slowly gets the latest of each
   * symbol, with `conflated` telling how many were skipped.
   * @example for await (const quote of client.stream.quotes(['AAPL'])) console.log(quote.bidPrice)
   */
  quotes(symbols: readonly string[], options?: StreamOptions): StreamIterator<StreamQuote>
  /** Prints. `type` is `trade`, or `gap` where prints were lost because they were read too slowly or are too old. */
  trades(symbols: readonly string[], options?: StreamOptions): StreamIterator<StreamTrade | TradeGap>
  /**
   * Bars of one timeframe after each print and, with `final`, when they are over by the market's clock; `gap` as for
   * trades. `client.bars.list` has those before.
   * @example for await (const bar of client.stream.bars(['AAPL'], { timeframe: '1m' })) console.log(bar)
   */
  bars(
    symbols: readonly string[],
    options: StreamOptions & { readonly timeframe: Timeframe },
  ): StreamIterator<StreamBar | TradeGap>
  /**
   * What happens to the account's orders: every event, in order, once. `resync` where events were lost for good, with
   * what is now true instead.
   * @param options.accountId the key's default account if not given
   */
  orders(
    options?: StreamOptions & { readonly accountId?: string },
  ): StreamIterator<OrderUpdate | OrdersResync>
  /**
   * The account's balances and positions: as they are, then after each change. A loop over `orders` of the account is
   * told an order's event before what it did to the account.
   * @param options.accountId the key's default account if not given
   */
  account(options?: StreamOptions & { readonly accountId?: string }): StreamIterator<StreamAccount>
  /** The order book, kept up to date and checked against the server's checksum: the same object after each change. */
  book(symbol: string, options?: StreamOptions): StreamIterator<LocalBook>
  /** Session phases and halts; the present status of each symbol comes first. */
  status(symbols: readonly string[], options?: StreamOptions): StreamIterator<StreamStatus>
  /** Ends all loops and closes the socket, for good. */
  close(): void
}

/** The socket stays open this long after the last loop, for a next one. */
const lingerMs = 1_000

export function createStreams(options: StreamsOptions): Streams {
  const { clock, random, rest } = options
  const timers = createTimers(clock)
  const ports = { rest, timers, clock, random }
  const listeners = new Set<(change: StateChange) => void>()
  let previous: ConnectionState = 'idle'
  let lastId = 0
  const nextId = () => String(++lastId)

  const channels = createChannels({
    ...ports,
    nextId,
    send: (message) => connection.send(message),
    complete: () => connection.acknowledged(),
    distrust: (reason) => connection.reconnect(reason),
    idle() {
      const isDown = /idle|failed|closed/.test(connection.state)
      if (!isDown) timers.set('linger', lingerMs, () => connection.unwant())
    },
  })
  const connection = createConnection(options, {
    timers,
    nextId,
    online: channels.online,
    offline: channels.offline,
    message: channels.route,
    failed: (error) => channels.end({ error }),
    changed(state, reason) {
      const change = { state, previous, reason }
      previous = state
      for (const listener of [...listeners]) shield(() => listener(change))
    },
  })

  function open<Value>(
    names: readonly string[],
    createQueue: (fail: (error: unknown) => void) => IteratorQueue<Value>,
    { signal }: StreamOptions = {},
  ): StreamIterator<Value> {
    return createIterator(
      createQueue,
      { names, join: (reader) => join(names, reader), leave: (reader) => leave(names, reader) },
      signal,
    )
  }

  function join(names: readonly string[], reader: Reader): void {
    if (connection.state === 'closed') {
      reader.end({ error: closedError() })
      return
    }
    timers.clear('linger')
    for (const name of names) channels.join(name, reader)
    connection.want()
  }

  function leave(names: readonly string[], reader: Reader): void {
    for (const name of names) channels.leave(name, reader)
  }

  /** A loop over no symbols would wait for ever. */
  function named(kind: string, symbols: readonly string[]): string[] {
    if (Array.isArray(symbols) && symbols.length > 0) return symbols.map((symbol) => `${kind}.${symbol}`)
    throw new ArgumentError(`${kind} needs a list of symbols`)
  }

  return {
    get state() {
      return connection.state
    },
    onStateChange(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    quotes: (symbols, options) =>
      open(named('quotes', symbols), () => createDeliveryQueue<StreamQuote>(conflate), options),
    trades: (symbols, options) =>
      open(named('trades', symbols), () => createDeliveryQueue<StreamTrade | TradeGap>(dropOldest), options),
    bars: (symbols, { timeframe, ...options }) =>
      open(
        named(`bars.${timeframe}`, symbols),
        () => createDeliveryQueue<StreamBar | TradeGap>(dropOldest),
        options,
      ),
    orders({ accountId, ...options } = {}) {
      const name = accountId === undefined ? 'orders' : `orders.${accountId}`
      const reader = { name: `orders reader ${nextId()}`, channel: () => channels.fullName(name) }
      return open([name], (fail) => createOrderQueue({ ...reader, fail }, ports), options)
    },
    account: ({ accountId, ...options } = {}) =>
      open(
        [accountId === undefined ? 'account' : `account.${accountId}`],
        () => createDeliveryQueue<StreamAccount>(keepLatest),
        options,
      ),
    book: (symbol, options) =>
      open(named('book', [symbol]), () => createDeliveryQueue<LocalBook>(keepLatest, oneMessage), options),
    status: (symbols, options) =>
      open(named('status', symbols), () => createDeliveryQueue<StreamStatus>(conflate), options),
    close() {
      connection.close()
      channels.end({})
      timers.clearAll()
      listeners.clear()
    },
  }
}

const oneMessage = { messages: 1, bytes: Number.POSITIVE_INFINITY }

/** A listener that throws is its author's to hear of, not the stream's to die of. */
function shield(call: () => void): void {
  try {
    call()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
