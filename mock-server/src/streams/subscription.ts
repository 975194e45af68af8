import type { ChannelKind, SubscribedChannel } from '@openbourse/spec'
import type { FeedMessage } from '../feed/feed.ts'

/** What happens to a channel's messages while the peer is slow. */
export type SlowPolicy = 'conflate' | 'dropOldest' | 'send'

export const SLOW_POLICY: Readonly<Record<ChannelKind, SlowPolicy>> = {
  quotes: 'conflate',
  book: 'conflate',
  trades: 'dropOldest',
  bars: 'dropOldest',
  // Rare, and of a kind that nobody wants to miss.
  status: 'send',
  orders: 'send',
  account: 'send',
}

/**
 * catchingUp: what is wanted lies in the feed's ring, and is sent as fast as the peer reads.
 * live: every message is sent when it happens.
 * held: messages wait, for a slow peer or for a conflation interval; only the latest is remembered.
 * ended: unsubscribed or closed.
 */
export type SubscriptionPhase = 'catchingUp' | 'live' | 'held' | 'ended'

export interface Snapshot {
  readonly seq: number
  readonly data: object
  readonly time: string
}

/** One channel of one session: which number comes next, and what waits. */
export class Subscription {
  readonly channel: string
  readonly kind: ChannelKind
  /** At most one message in this time; 0 sends each. */
  readonly conflateMs: number
  phase: SubscriptionPhase = 'catchingUp'
  /** The first number not sent yet. */
  nextSeq = 1
  /** While held: the last message that waits. */
  latest: FeedMessage | undefined
  /** With conflation: when the next message may go. */
  dueMs = 0
  /** To be sent first: that what was asked for is gone, and the state instead. */
  goneSince: number | undefined
  snapshot: Snapshot | undefined
  /** The number in this session's last heartbeat. */
  heartbeatSeq: number | undefined
  stopListening: () => void = () => {}

  constructor(channel: string, kind: ChannelKind, conflateMs: number) {
    this.channel = channel
    this.kind = kind
    this.conflateMs = conflateMs
  }

  end(): void {
    this.phase = 'ended'
    this.latest = undefined
    this.snapshot = undefined
    this.stopListening()
  }
}

export function toSubscribedChannel(subscription: Subscription, epoch: string): SubscribedChannel {
  return { channel: subscription.channel, epoch, nextSeq: subscription.nextSeq }
}
