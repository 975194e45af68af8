import type { NumberedMessage, Position } from './messages.ts'

/** Where one channel stands. */
export interface SequenceState {
  readonly mode: 'waiting' | 'live' | 'refilling' | 'snapshotting'
  /** Undefined until the channel's first position is known. */
  readonly epoch: string | undefined
  /** The number to be delivered next. */
  readonly next: number
  /** The highest number of this epoch that is known to exist. */
  readonly known: number
  /** Messages that came too early, by their first number. */
  readonly buffer: readonly Arrival[]
  readonly bufferedBytes: number
  /** Of the last refill or snapshot asked for; answers to older ones change no mode. */
  readonly request: number
  /** How often that request has failed or brought nothing. */
  readonly attempt: number
  readonly reason: ResyncReason
  /** Epochs left for good, so that a late message of one is not taken for a restart. */
  readonly pastEpochs: readonly string[]
}

/**
 * - `start`: the channel's first state
 * - `epochChanged`: the server restarted or lost what it retained
 * - `gone`: the missing numbers are too old to be refilled
 * - `overflow`: too much arrived while numbers were missing
 * - `checksum`: the local book differed from the server's
 * - `snapshot`: the server sent a newer state by itself
 */
export type ResyncReason = 'start' | 'epochChanged' | 'gone' | 'overflow' | 'checksum' | 'snapshot'

export interface Arrival {
  readonly message: NumberedMessage
  readonly bytes: number
}

/** The state of a channel as of a number, from REST or the stream; without `data` it is a position alone. */
export interface Snapshot extends Position {
  readonly time?: string
  readonly data?: object
}

export type SequenceInput =
  | { readonly type: 'message'; readonly message: NumberedMessage; readonly bytes: number }
  /** Numbers up to `seq` exist; a gap was told by the server at once, so the channel is not silent. */
  | { readonly type: 'heartbeat' | 'gap'; readonly epoch: string; readonly seq: number }
  | { readonly type: 'subscribed'; readonly epoch: string; readonly nextSeq: number }
  /** `oldestSeq` is the first number still held. Without a request the stream said so. */
  | {
      readonly type: 'gone'
      readonly epoch: string
      readonly oldestSeq: number | undefined
      readonly request?: number
    }
  | { readonly type: 'refilled'; readonly request: number; readonly arrivals: readonly Arrival[] }
  | { readonly type: 'snapshotted'; readonly request: number; readonly snapshot: Snapshot }
  /** The request broke and is to be made again. */
  | { readonly type: 'failed'; readonly request: number }
  /** The state made of what was delivered is wrong. */
  | { readonly type: 'mismatched' }

export type SequenceEffect =
  | { readonly type: 'deliver'; readonly message: NumberedMessage; readonly bytes: number }
  | {
      readonly type: 'resync'
      readonly reason: ResyncReason
      /** The first number that was not delivered; undefined at the start. */
      readonly from: Position | undefined
      readonly snapshot: Snapshot
    }
  | {
      readonly type: 'refill'
      readonly request: number
      readonly attempt: number
      readonly epoch: string
      readonly from: number
      readonly to: number
      /** Only a heartbeat told of the missing numbers: the channel itself is silent. */
      readonly silent: boolean
    }
  | { readonly type: 'snapshot'; readonly request: number; readonly attempt: number }

/**
 * How a channel's state is taken anew: `rest` by a REST call, `stream` by subscribing again.
 * `first` says what the server sends first: the channel's `snapshot`, or `nothing` but the position.
 */
export interface Recovery {
  readonly by: 'rest' | 'stream'
  readonly first: 'snapshot' | 'nothing'
}

export interface SequenceLimits {
  readonly messages: number
  readonly bytes: number
}

export const bufferLimits: SequenceLimits = { messages: 10_000, bytes: 8 * 1024 * 1024 }

export function initialSequence(at?: Position): SequenceState {
  return {
    mode: at === undefined ? 'waiting' : 'live',
    epoch: at?.epoch,
    next: at === undefined ? 1 : at.seq,
    known: 0,
    buffer: [],
    bufferedBytes: 0,
    request: 0,
    attempt: 0,
    reason: 'start',
    pastEpochs: [],
  }
}
