import type { FeedMessage } from './feed.ts'
import type { Message, MessageContent } from './message.ts'
import { Ring } from './ring.ts'

export type ChannelMessage = Message<Channel>

/** Numbers a message and keeps it. */
export type Emit = <Facts>(channel: Channel, content: MessageContent<Facts>) => void

export type Listener = (message: FeedMessage) => void

/**
 * What a channel's history is worth when memory runs short: `state` can be had again by a snapshot and goes
 * first, `prints` go after it, `private` is kept for the whole epoch.
 */
export type Worth = 'state' | 'prints' | 'private'

/** One channel of a feed: its numbers, what is kept of it, and who listens. */
export class Channel {
  readonly name: string
  readonly epoch: string
  readonly worth: Worth
  readonly ring: Ring<ChannelMessage>
  readonly listeners = new Set<Listener>()
  /** Up to this offset of the log something of this channel is no longer held, or was never written. */
  lostUpTo = 0

  constructor(name: string, epoch: string, worth: Worth) {
    this.name = name
    this.epoch = epoch
    this.worth = worth
    this.ring = new Ring()
  }
}
