import type { Feed } from '../feed/feed.ts'
import type { Subscription } from './subscription.ts'

/** What a subscriber asked for: the present, or a number of an epoch. */
export interface Position {
  readonly epoch: string
  readonly fromSeq: number
}

/**
 * Sets where a new subscription begins. All of it is decided from one instant of the feed, in one turn: what
 * happens later has a later number and is found in the ring.
 */
export function setStart(feed: Feed, subscription: Subscription, wanted: Position | undefined): void {
  const { channel } = subscription
  if (wanted === undefined) {
    startNow(feed, subscription)
    return
  }
  const fromSeq = Math.max(1, wanted.fromSeq)
  const replay = feed.replay({ channel, epoch: wanted.epoch, fromSeq, limit: 0 })
  // A number that this epoch has not given yet cannot be one of ours.
  if (replay.outcome === 'messages' && fromSeq <= replay.nextSeq) {
    subscription.nextSeq = fromSeq
  } else if (replay.outcome === 'gone') {
    startAfterLoss(feed, subscription, replay.oldestSeq)
  } else {
    startNow(feed, subscription)
    subscription.goneSince = oldestSeq(feed, channel)
  }
}

/** What was wanted was dropped meanwhile: the state where there is one, else what is left. */
export function startAfterLoss(feed: Feed, subscription: Subscription, oldest: number): void {
  startNow(feed, subscription)
  if (subscription.snapshot === undefined) subscription.nextSeq = oldest
  subscription.goneSince = oldest
}

function startNow(feed: Feed, subscription: Subscription): void {
  const { channel } = subscription
  subscription.snapshot = feed.snapshot(channel)
  subscription.nextSeq = (subscription.snapshot?.seq ?? feed.seq(channel)) + 1
}

function oldestSeq(feed: Feed, channel: string): number {
  const replay = feed.replay({ channel, epoch: feed.epoch, fromSeq: 1, limit: 0 })
  return replay.outcome === 'gone' ? replay.oldestSeq : 1
}
