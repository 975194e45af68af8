import type { BookUpdate } from '@openbourse/spec'
import type { Feed, FeedMessage } from '../feed/feed.ts'
import { messageText } from '../feed/message-text.ts'
import { conflatedText, mergeDeltas } from './conflate.ts'
import { TRADES_HELD } from './limits.ts'
import type { Outbox } from './outbox.ts'
import { startAfterLoss } from './starting-point.ts'
import { SLOW_POLICY, type Subscription } from './subscription.ts'
import type { SessionTimers } from './timers.ts'

/** Messages read from the ring at a time. */
const PAGE = 64

/**
 * Brings channel messages to the outbox: each number once and in order, at once or later. What waits stays in
 * the feed's ring; a subscription remembers only where it is. Anything sent may cause further events before
 * `send` returns, so every number is counted before its message goes.
 */
export class Delivery {
  readonly #feed: Feed
  readonly #outbox: Outbox
  readonly #timers: SessionTimers
  readonly #catchingUp = new Set<Subscription>()
  readonly #held = new Set<Subscription>()
  /** What the conflation timer waits for. */
  #armedMs = 0

  constructor(feed: Feed, outbox: Outbox, timers: SessionTimers) {
    this.#feed = feed
    this.#outbox = outbox
    this.#timers = timers
  }

  /** Whether something is still to be sent that the peer has been promised. */
  get behind(): boolean {
    return this.#catchingUp.size > 0
  }

  /** A new subscription, from its starting point on. */
  begin(subscription: Subscription): void {
    this.#catchingUp.add(subscription)
    this.#catchUp(subscription)
  }

  end(subscription: Subscription): void {
    subscription.end()
    this.#catchingUp.delete(subscription)
    this.#held.delete(subscription)
  }

  /** The feed published a message. */
  heard(subscription: Subscription, message: FeedMessage): void {
    if (message.seq < subscription.nextSeq) return
    if (subscription.phase === 'live') {
      if (this.#mustWait(subscription)) this.#hold(subscription, message)
      else this.#sendLive(subscription, message)
    } else if (subscription.phase === 'held') {
      subscription.latest = message
    }
  }

  /** The peer has read: go on where it was left. */
  resume(): void {
    for (const subscription of this.#catchingUp) this.#catchUp(subscription)
    this.#flushDue()
  }

  /** Sends all that is held back, however slow the peer is. */
  flushAll(): void {
    for (const subscription of [...this.#held]) this.#flush(subscription)
  }

  #mustWait(subscription: Subscription): boolean {
    if (this.#outbox.slow && SLOW_POLICY[subscription.kind] !== 'send') return true
    return subscription.conflateMs > 0 && this.#timers.nowMs() < subscription.dueMs
  }

  #sendLive(subscription: Subscription, message: FeedMessage): void {
    this.#sent(subscription, message.seq)
    this.#outbox.share(message)
  }

  #hold(subscription: Subscription, message: FeedMessage): void {
    subscription.phase = 'held'
    subscription.latest = message
    this.#held.add(subscription)
    // A slow peer is asked again by the outbox; only conflation needs a time.
    const armed = this.#timers.has('conflate') && this.#armedMs <= subscription.dueMs
    if (!this.#outbox.slow && !armed) this.#armConflation()
  }

  #sent(subscription: Subscription, seq: number): void {
    subscription.nextSeq = seq + 1
    if (subscription.conflateMs > 0) subscription.dueMs = this.#timers.nowMs() + subscription.conflateMs
  }

  #armConflation(): void {
    let dueMs: number | undefined
    for (const held of this.#held) dueMs = Math.min(dueMs ?? held.dueMs, held.dueMs)
    if (dueMs === undefined) return
    this.#armedMs = dueMs
    const delayMs = Math.max(0, dueMs - this.#timers.nowMs())
    this.#timers.set('conflate', delayMs, () => this.#flushDue())
  }

  #flushDue(): void {
    const nowMs = this.#timers.nowMs()
    for (const subscription of [...this.#held]) {
      if (this.#outbox.slow) return
      if (subscription.dueMs <= nowMs) this.#flush(subscription)
    }
    this.#armConflation()
  }

  #flush(subscription: Subscription): void {
    this.#held.delete(subscription)
    const { latest, nextSeq } = subscription
    if (latest === undefined) return
    if (SLOW_POLICY[subscription.kind] === 'dropOldest') {
      this.#flushPrints(subscription)
      return
    }
    subscription.phase = 'live'
    subscription.latest = undefined
    if (subscription.kind === 'book' && nextSeq < latest.seq) {
      this.#flushBook(subscription, latest)
      return
    }
    this.#sent(subscription, latest.seq)
    this.#outbox.send(conflatedText(this.#feed.epoch, nextSeq, latest))
  }

  #flushBook(subscription: Subscription, latest: FeedMessage): void {
    const { channel, nextSeq } = subscription
    const { epoch } = this.#feed
    const replay = this.#feed.replay({ channel, epoch, fromSeq: nextSeq, toSeq: latest.seq })
    const merged =
      replay.outcome === 'messages'
        ? mergeDeltas(replay.messages.map(({ data }) => data as BookUpdate))
        : undefined
    if (merged === undefined) {
      // The ring has lost a delta: the whole book says the same.
      subscription.snapshot = this.#feed.snapshot(channel)
      this.#sendSnapshot(subscription)
      return
    }
    this.#sent(subscription, latest.seq)
    this.#outbox.send(conflatedText(epoch, nextSeq, latest, merged))
  }

  /** The last trades or bars that waited; a `gap` stands for those before them. */
  #flushPrints(subscription: Subscription): void {
    const { channel, latest } = subscription
    if (latest === undefined) return
    const { epoch } = this.#feed
    const fromSeq = Math.max(subscription.nextSeq, latest.seq - TRADES_HELD + 1)
    const replay = this.#feed.replay({ channel, epoch, fromSeq, toSeq: latest.seq })
    const messages = replay.outcome === 'messages' ? replay.messages : [latest]
    const firstSeq = messages[0]?.seq ?? latest.seq
    if (firstSeq > subscription.nextSeq) {
      const gap = { type: 'gap', channel, epoch, firstSeq: subscription.nextSeq, seq: firstSeq - 1 }
      subscription.nextSeq = firstSeq
      this.#outbox.send(JSON.stringify(gap))
    }
    for (const message of messages) {
      this.#sent(subscription, message.seq)
      this.#outbox.share(message)
    }
    // Still held until here: what happened meanwhile comes after.
    if (subscription.phase !== 'held') return
    if (subscription.latest !== latest) {
      this.#flushPrints(subscription)
      return
    }
    subscription.phase = 'live'
    subscription.latest = undefined
  }

  #catchUp(subscription: Subscription): void {
    while (subscription.phase === 'catchingUp') {
      if (this.#outbox.slow || this.#outbox.closed) return
      if (!this.#sendNext(subscription)) {
        subscription.phase = 'live'
        this.#catchingUp.delete(subscription)
      }
    }
  }

  /** The next thing that a subscription that catches up is owed; false when there is none. */
  #sendNext(subscription: Subscription): boolean {
    const { channel, nextSeq, goneSince } = subscription
    const { epoch } = this.#feed
    if (goneSince !== undefined) {
      subscription.goneSince = undefined
      this.#outbox.send(JSON.stringify({ type: 'gone', channel, epoch, oldestSeq: goneSince }))
      return true
    }
    if (subscription.snapshot !== undefined) {
      this.#sendSnapshot(subscription)
      return true
    }
    const page = this.#feed.replay({ channel, epoch, fromSeq: nextSeq, limit: PAGE })
    if (page.outcome === 'gone') {
      startAfterLoss(this.#feed, subscription, page.oldestSeq)
      return true
    }
    if (page.outcome !== 'messages' || page.messages.length === 0) return false
    for (const message of page.messages) {
      if (subscription.phase !== 'catchingUp' || this.#outbox.slow) break
      this.#sent(subscription, message.seq)
      this.#outbox.share(message)
    }
    return true
  }

  #sendSnapshot(subscription: Subscription): void {
    const { channel, snapshot } = subscription
    if (snapshot === undefined) return
    subscription.snapshot = undefined
    this.#sent(subscription, snapshot.seq)
    const { epoch } = this.#feed
    const { seq, time, data } = snapshot
    this.#outbox.send(messageText({ channel, epoch, seq, type: 'snapshot', time, data }))
  }
}
