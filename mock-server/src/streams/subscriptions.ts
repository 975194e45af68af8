import type { SubscribedChannel } from '@openbourse/spec'
import type { Feed, FeedMessage } from '../feed/feed.ts'
import type { Delivery } from './delivery.ts'
import { setStart } from './starting-point.ts'
import type { GrantedChannel } from './subscribe.ts'
import { Subscription, toSubscribedChannel } from './subscription.ts'

/** The channels of one session, by their full names. */
export class Subscriptions {
  readonly #feed: Feed
  readonly #delivery: Delivery
  readonly #failed: (error: unknown) => void
  readonly #byName = new Map<string, Subscription>()

  constructor(feed: Feed, delivery: Delivery, failed: (error: unknown) => void) {
    this.#feed = feed
    this.#delivery = delivery
    this.#failed = failed
  }

  get size(): number {
    return this.#byName.size
  }

  values(): Iterable<Subscription> {
    return this.#byName.values()
  }

  /** How many of these the session does not have yet. */
  countNew(channels: readonly GrantedChannel[]): number {
    return channels.filter(({ name }) => !this.#byName.has(name)).length
  }

  /** Listens from now on, anew where it did before; nothing is sent before the delivery begins. */
  add({ name, kind, request }: GrantedChannel): Subscription {
    this.drop(name)
    const { conflateMs = 0, epoch, fromSeq } = request
    const subscription = new Subscription(name, kind, conflateMs)
    const from = epoch === undefined || fromSeq === undefined ? undefined : { epoch, fromSeq }
    setStart(this.#feed, subscription, from)
    subscription.stopListening = this.#feed.listen(name, (message) => this.#heard(subscription, message))
    this.#byName.set(name, subscription)
    return subscription
  }

  drop(name: string): void {
    const subscription = this.#byName.get(name)
    if (subscription === undefined) return
    this.#byName.delete(name)
    this.#delivery.end(subscription)
  }

  dropAll(): void {
    for (const name of [...this.#byName.keys()]) this.drop(name)
  }

  /** As `subscribed` and `unsubscribed` tell it. */
  list(): SubscribedChannel[] {
    return Array.from(this.#byName.values(), (each) => toSubscribedChannel(each, this.#feed.epoch))
  }

  #heard(subscription: Subscription, message: FeedMessage): void {
    try {
      this.#delivery.heard(subscription, message)
    } catch (error) {
      this.#failed(error)
    }
  }
}
