import type { ExchangeEvent } from '../exchange/events.ts'
import type { MarketHistory } from './history/market-history.ts'

/** One numbered event of a channel, written once and shared by every reader. */
export interface FeedMessage {
  readonly channel: string
  readonly seq: number
  /** Its place in the log of all channels: 1, 2, 3 and so on in the order of publishing. */
  readonly offset: number
  /** `quote`, `trade`, `delta`, `status`, `orderFilled` ... */
  readonly type: string
  /** World time of the event, RFC 3339. */
  readonly time: string
  /** The contract's `data` object, frozen. */
  readonly data: object
  /** The whole data message as JSON text, without `firstSeq`; made on first use and kept. */
  readonly text: string
  /** Its UTF-8 bytes, made on first use and kept, so that a fan-out encodes once. */
  readonly bytes: Uint8Array
}

export type Replay =
  | { readonly outcome: 'messages'; readonly messages: readonly FeedMessage[]; readonly nextSeq: number }
  /** Older than the ring. `oldestSeq` is the first number still held. */
  | { readonly outcome: 'gone'; readonly oldestSeq: number; readonly nextSeq: number }
  | { readonly outcome: 'otherEpoch'; readonly epoch: string; readonly nextSeq: number }
  | { readonly outcome: 'unknownChannel' }

/** Pieces of the log of all channels, as far as somebody reads it. */
export type LogPage =
  | { readonly outcome: 'messages'; readonly messages: readonly FeedMessage[] }
  /** Some of what was asked for is no longer held: of which channels, and the first number that each still has. */
  | { readonly outcome: 'gone'; readonly lost: readonly LostChannel[] }

export interface LostChannel {
  readonly channel: string
  readonly oldestSeq: number
}

/** A channel's state after the message of this number. */
export interface ChannelSnapshot {
  readonly seq: number
  readonly data: object
  readonly time: string
}

/** Turns the exchange's events into numbered channel messages, keeps the latest of them, and tells listeners. */
export interface Feed {
  /** Minted when the feed starts; never returns. */
  readonly epoch: string
  /** Projects the events of one command; listeners hear each message before this returns. */
  publish(events: readonly ExchangeEvent[]): void
  /** Whether such a channel exists (a listed symbol, a customer's account). */
  has(channel: string): boolean
  /** Last number given in the channel; 0 before the first. */
  seq(channel: string): number
  /** The channel's present state as a `snapshot` data object, or undefined for channels without one. */
  snapshot(channel: string): ChannelSnapshot | undefined
  /** Messages from `fromSeq` to `toSeq` (default: the last), at most `limit`. */
  replay(request: { channel: string; epoch: string; fromSeq: number; toSeq?: number; limit?: number }): Replay
  /** The last offset given in the log of all channels; 0 before the first. */
  readonly logEnd: number
  /** What the channels published after an offset, in the order of the log, at most `limit`. @throws Error for an unknown channel */
  log(request: { channels: readonly string[]; after: number; limit: number }): LogPage
  /** By world time, whatever the channels still hold. */
  readonly history: MarketHistory
  /** Calls `listener` for every later message of the channel until the returned function is called. */
  listen(channel: string, listener: (message: FeedMessage) => void): () => void
}
