import type { ErrorMessage, SubscribedMessage } from '@openbourse/spec'
import type { Position } from './messages.ts'
import type { Timers } from './timers.ts'

/** A channel that somebody reads. */
export interface DesiredChannel {
  readonly name: string
  /** Where to go on from; undefined where the state is to be sent anew. */
  resume(): Position | undefined
  /** The server acknowledged the subscription and tells what it will send first. */
  acknowledged(position: { readonly epoch: string; readonly nextSeq: number }): void
  /** The server does not allow it. */
  refused(problem: object): void
}

export interface SubscriptionPorts {
  readonly timers: Timers
  nextId(): string
  send(message: object): void
  /** Every desired channel is acknowledged. */
  complete(): void
  /** The server does not answer. */
  unanswered(): void
}

/** The channels that are wanted, against those that the server acknowledged on this connection. */
export interface Subscriptions {
  add(channel: DesiredChannel): void
  remove(name: string): void
  /** Subscribes once more, for a state that the server sends with a subscription. */
  renew(name: string): void
  /** Authenticated: subscribes to everything. */
  online(conflateMs: number | undefined): void
  offline(): void
  subscribed(message: SubscribedMessage): void
  /** True if the error answered one of ours. */
  refused(message: ErrorMessage): boolean
}

interface Subscription {
  readonly channel: DesiredChannel
  /** Of the last request that named it; undefined while it has to be sent. */
  request: string | undefined
  acknowledged: boolean
  tries: number
}

const answerMs = 5_000
const timer = 'acknowledgements'
/** 256 channels with epoch and number are about 30 KiB; a message may have 64. */
const channelsAMessage = 256

export function createSubscriptions(ports: SubscriptionPorts): Subscriptions {
  const desired = new Map<string, Subscription>()
  const dropped = new Set<string>()
  let isOnline = false
  let scheduled = false
  let conflateMs: number | undefined

  /** Loops that start or end in one turn go out together. */
  function schedule(): void {
    if (scheduled || !isOnline) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      if (isOnline) flush()
    })
  }

  function flush(): void {
    for (const channels of chunks([...dropped]))
      ports.send({ type: 'unsubscribe', id: ports.nextId(), channels })
    dropped.clear()
    const unsent = [...desired.values()].filter(({ request }) => request === undefined)
    for (const batch of chunks(unsent)) subscribe(batch)
    watch()
  }

  function subscribe(batch: readonly Subscription[]): void {
    const id = ports.nextId()
    for (const subscription of batch) {
      subscription.request = id
      subscription.tries += 1
    }
    ports.send({ type: 'subscribe', id, channels: batch.map(({ channel }) => requestOf(channel)) })
  }

  function requestOf(channel: DesiredChannel): object {
    const from = channel.resume()
    return {
      channel: channel.name,
      ...(from && { epoch: from.epoch, fromSeq: from.seq }),
      ...(conflateMs && /^(quotes|book)\./.test(channel.name) && { conflateMs }),
    }
  }

  /** Waits for what is not acknowledged: asks once more, then gives the connection up. */
  function watch(): void {
    ports.timers.clear(timer)
    const missing = () => [...desired.values()].filter(({ acknowledged }) => !acknowledged)
    if (missing().length === 0) {
      ports.complete()
      return
    }
    ports.timers.set(timer, answerMs, () => {
      const still = missing()
      if (still.some(({ tries }) => tries > 1)) {
        ports.unanswered()
        return
      }
      for (const subscription of still) subscription.request = undefined
      flush()
    })
  }

  return {
    add(channel) {
      desired.set(channel.name, { channel, request: undefined, acknowledged: false, tries: 0 })
      schedule()
    },
    remove(name) {
      if (desired.get(name)?.request !== undefined) dropped.add(name)
      desired.delete(name)
      schedule()
    },
    renew(name) {
      const subscription = desired.get(name)
      if (subscription) Object.assign(subscription, { request: undefined, acknowledged: false, tries: 0 })
      schedule()
    },
    online(hint) {
      isOnline = true
      conflateMs = hint
      flush()
    },
    offline() {
      isOnline = false
      ports.timers.clear(timer)
      dropped.clear()
      for (const subscription of desired.values()) {
        Object.assign(subscription, { request: undefined, acknowledged: false, tries: 0 })
      }
    },
    subscribed({ id, channels }) {
      for (const { channel, epoch, nextSeq } of channels) {
        const subscription = desired.get(channel)
        if (subscription?.request !== id || subscription.acknowledged) continue
        subscription.acknowledged = true
        subscription.channel.acknowledged({ epoch, nextSeq })
      }
      watch()
    },
    refused({ id, problem }) {
      const asked = [...desired.values()].filter(({ request }) => request === id)
      if (asked.length === 0) return false
      // Passes by itself: the timer asks again.
      if (problem.retryable) return true
      const named = new Set(problem.errors?.map(({ channel }) => channel))
      // The server changes nothing for a message of which one channel is wrong, so the others go again.
      const isNamed = asked.some(({ channel }) => named.has(channel.name))
      for (const subscription of asked) {
        subscription.request = undefined
        if (!isNamed || named.has(subscription.channel.name)) {
          desired.delete(subscription.channel.name)
          subscription.channel.refused(problem)
        }
      }
      flush()
      return true
    },
  }
}

const chunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / channelsAMessage) }, (_, index) =>
    items.slice(index * channelsAMessage, (index + 1) * channelsAMessage),
  )
