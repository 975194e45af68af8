import type {
  AccountSnapshot,
  AccountState,
  Bar,
  ChannelKind,
  LatestQuote,
  OrderEvent,
  OrderEventMessage,
  SymbolStatus,
  Trade,
  TradeMessage,
} from '@openbourse/spec'
import { type LocalBook, MaintainedBook } from './book.ts'
import type { TradeGap } from './delivery-queue.ts'
import type { NumberedMessage, Position } from './messages.ts'
import type { Recovery, ResyncReason, SequenceEffect } from './sequence-state.ts'

/** Only on a value that stands for older ones of the same symbol as well. */
interface Conflated {
  /** How many older values were skipped, because server or reader could not keep up. */
  readonly conflated?: number
}

/** A best bid and offer with its place in the channel. */
export type StreamQuote = LatestQuote & Conflated

/** The session phase and halts of a symbol with its place in the channel. */
export type StreamStatus = SymbolStatus & Position & Conflated & { readonly time: string }

/** A bar with its place in the channel. */
export type StreamBar = Bar & Position & { readonly type: 'bar' }

/** All that an account has, with its place in the channel. */
export type StreamAccount = AccountState & Position & Conflated & { readonly time: string }

/**
 * A public trade with its place in the channel, or what became of an earlier one with the same `tradeId`: `tradeBusted`
 * counts no more, `tradeCorrected` counts as it stands here.
 */
export type StreamTrade = Trade & Position & Pick<TradeMessage, 'type'>

/** What happened to an order: the whole order afterwards, and the fill if there was one. */
export type OrderUpdate = OrderEvent & Position & Pick<OrderEventMessage, 'type' | 'time'>

/**
 * Events of the account's orders were lost for good, as after a restart of the server: what was known is to be replaced
 * by this.
 */
export interface OrdersResync extends Pick<AccountSnapshot, 'openOrders' | 'balances' | 'positions'> {
  readonly type: 'resync'
  readonly reason: ResyncReason
  /** The first number that was not delivered. */
  readonly from: Position
  /** The last number that this includes; the next update follows it. */
  readonly to: Position
}

/** Turns the messages of one channel into what its iterators yield; undefined where there is nothing to tell. */
export interface Projection<Value> {
  deliver(message: NumberedMessage): Value | undefined
  resync(effect: Resync): Value | undefined
}

type Resync = SequenceEffect & { readonly type: 'resync' }

export const recoveries: Readonly<Record<ChannelKind, Recovery>> = {
  quotes: { by: 'rest', first: 'snapshot' },
  book: { by: 'rest', first: 'snapshot' },
  status: { by: 'stream', first: 'snapshot' },
  orders: { by: 'rest', first: 'nothing' },
  account: { by: 'rest', first: 'snapshot' },
  trades: { by: 'stream', first: 'nothing' },
  bars: { by: 'stream', first: 'nothing' },
}

/** Quotes, statuses and accounts: a snapshot is a value like any other. */
export function stateProjection<Value extends Position & Conflated>(): Projection<Value> {
  return {
    deliver({ data, epoch, seq, firstSeq = seq, time }) {
      const position = firstSeq < seq ? { epoch, seq, conflated: seq - firstSeq } : { epoch, seq }
      // Ours alone, fresh from the parser. The symbol's own time wins over the message's.
      return Object.assign({ time }, data, position) as unknown as Value
    },
    resync(effect) {
      const { data, epoch, seq, time } = effect.snapshot
      if (isUnchanged(effect)) return undefined
      return Object.assign({ time }, data, { epoch, seq }) as unknown as Value
    },
  }
}

/** Trades and bars: each stands for itself, and those that are lost leave a gap. */
export function printProjection(symbol: string): Projection<StreamTrade | StreamBar | TradeGap> {
  return {
    deliver: ({ type, data, epoch, seq }) =>
      Object.assign({ type }, data as Trade | Bar, { epoch, seq }) as StreamTrade | StreamBar,
    resync(effect) {
      const { from, reason, snapshot } = effect
      if (!from || isUnchanged(effect)) return undefined
      return { type: 'gap', symbol, reason, from, to: { epoch: snapshot.epoch, seq: snapshot.seq } }
    },
  }
}

/** The snapshot is of the very number that was delivered last. */
const isUnchanged = ({ from, snapshot: { epoch, seq } }: Resync): boolean =>
  from !== undefined && from.epoch === epoch && from.seq > seq

export function orderProjection(): Projection<OrderUpdate | OrdersResync> {
  return {
    deliver({ data, type, epoch, seq, time }) {
      return { ...(data as OrderEvent), type: type as OrderUpdate['type'], epoch, seq, time }
    },
    resync(effect) {
      const { from, reason } = effect
      const { data, epoch, seq } = effect.snapshot
      if (!from || isUnchanged(effect)) return undefined
      const { openOrders, balances, positions } = data as AccountSnapshot
      return { type: 'resync', reason, from, to: { epoch, seq }, openOrders, balances, positions }
    },
  }
}

/** `mismatched` is called where the book turns out wrong; its readers hear of it again when it is right. */
export function bookProjection(symbol: string, mismatched: () => void): Projection<LocalBook> {
  const book = new MaintainedBook(symbol)
  const unlessWrong = (right: boolean) => {
    if (right) return book
    mismatched()
    return undefined
  }
  return {
    deliver: (message) => (book.live ? unlessWrong(book.apply(message as BookChange)) : undefined),
    resync: ({ snapshot }) => unlessWrong(book.replace(snapshot as BookChange)),
  }
}

type BookChange = Parameters<MaintainedBook['apply']>[0]
