import type { ChannelPosition } from '@openbourse/spec'
import type { Feed } from '../feed/feed.ts'
import { FULL_HEARTBEAT_MS } from './limits.ts'
import type { Subscription } from './subscription.ts'

/** Which numbers a session's heartbeats carry: those that changed, and from time to time all. */
export class HeartbeatNumbers {
  #fullAtMs: number | undefined

  next(subscriptions: Iterable<Subscription>, feed: Feed, nowMs: number): Record<string, ChannelPosition> {
    const full = this.#fullAtMs === undefined || nowMs - this.#fullAtMs >= FULL_HEARTBEAT_MS
    if (full) this.#fullAtMs = nowMs
    const channels: Record<string, ChannelPosition> = {}
    for (const subscription of subscriptions) {
      // Its number would only say what the peer knows: that there is more to come.
      if (subscription.phase === 'catchingUp') continue
      const seq = feed.seq(subscription.channel)
      if (!full && subscription.heartbeatSeq === seq) continue
      subscription.heartbeatSeq = seq
      channels[subscription.channel] = { epoch: feed.epoch, seq }
    }
    return channels
  }
}
