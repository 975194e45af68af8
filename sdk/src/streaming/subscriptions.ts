import type { ErrorMessage, SubscribedMessage } from '@openbourse/spec'
import type { Position } from './messages.ts'
import type { Timers } from './timers.ts'

/** A channel that somebody reads, and how far its subscription has come on this connection. */
export interface Desired {
  /** Of the last request that named it; undefined while it is to be sent. */
  request?: string | undefined
  /** Its place in that request, by which a refusal points at it. */
  place?: number
  acknowledged?: boolean
  tries?: number
  /** Where to go on from; undefined where the state is to be sent anew. */
  resume(): Position | undefined
  /** The server tells what it will send first. */
  subscribed(position: { readonly epoch: string; readonly nextSeq: number }): void
  /** The server does not allow it. */
  refused(problem: object): void
}

export const unsent = { request: undefined, acknowledged: false, tries: 0 } as const

export interface SubscriptionPorts {
  readonly timers: Timers
  nextId(): string
  send(message: object): void
  /** Every desired channel is acknowledged. */
  complete(): void
  /** The server cannot be relied on. */
  distrust(reason: string): void
}

/** The channels that are desired, against those that the server acknowledged on this connection. */
export interface Subscriptions {
  /** Sends what has changed; nothing while there is no connection. */
  flush(): void
  /** Authenticated: subscribes to everything. */
  online(conflateMs: number | undefined): void
  offline(): void
  /** No longer desired. */
  drop(name: string): void
  subscribed(message: SubscribedMessage): void
  refused(message: ErrorMessage): void
}

const answerMs = 5_000
const timer = 'acknowledgements'
/** 256 channels with epoch and number are about 30 KiB; a message may have 64. */
const channelsAMessage = 256

export function createSubscriptions(
  desired: ReadonlyMap<string, Desired>,
  ports: SubscriptionPorts,
): Subscriptions {
  const dropped = new Set<string>()
  let isOnline = false
  let conflateMs: number | undefined

  function flush(): void {
    if (!isOnline) return
    send('unsubscribe', [...dropped])
    dropped.clear()
    const wanted = [...desired].filter(([, { request }]) => request === undefined)
    send('subscribe', wanted.map(requestOf), (id, index) => {
      const channel = wanted[index]?.[1]
      if (channel)
        Object.assign(channel, {
          request: id,
          place: index % channelsAMessage,
          tries: (channel.tries ?? 0) + 1,
        })
    })
    watch()
  }

  function send(
    type: string,
    channels: readonly unknown[],
    sent?: (id: string, index: number) => void,
  ): void {
    for (let from = 0; from < channels.length; from += channelsAMessage) {
      const id = ports.nextId()
      const batch = channels.slice(from, from + channelsAMessage)
      batch.forEach((_, index) => {
        sent?.(id, from + index)
      })
      ports.send({ type, id, channels: batch })
    }
  }

  function requestOf([channel, { resume }]: readonly [string, Desired]): object {
    const from = resume()
    return {
      channel,
      ...(from && { epoch: from.epoch, fromSeq: from.seq }),
      ...(/^(quotes|book)\./.test(channel) && { conflateMs }),
    }
  }

  /** Waits for what is not acknowledged: asks once more, then gives the connection up. */
  function watch(): void {
    const missing = () => [...desired.values()].filter(({ acknowledged }) => !acknowledged)
    if (missing().length === 0) {
      ports.timers.clear(timer)
      ports.complete()
      return
    }
    ports.timers.set(timer, answerMs, () => {
      if (missing().some(({ tries }) => tries === 2)) ports.distrust('no answer to subscribe')
      for (const channel of missing()) channel.request = undefined
      flush()
    })
  }

  return {
    flush,
    online(hint) {
      isOnline = true
      conflateMs = hint
      flush()
    },
    offline() {
      isOnline = false
      ports.timers.clear(timer)
      dropped.clear()
      for (const channel of desired.values()) Object.assign(channel, unsent)
    },
    drop: (name) => dropped.add(name),
    subscribed({ id, channels }) {
      for (const { channel: name, ...position } of channels) {
        const channel = desired.get(name)
        if (channel?.request !== id || channel.acknowledged) continue
        channel.acknowledged = true
        channel.subscribed(position)
      }
      watch()
    },
    refused({ id, problem }) {
      // What passes by itself is asked for again by the timer.
      if (problem.retryable) return
      const asked = [...desired].filter(([, { request }]) => request === id)
      const wrong = new Set(problem.errors?.map(({ pointer }) => pointer.split('/', 3)[2]))
      const named = asked.filter(([, { place }]) => wrong.has(String(place)))
      // The server changes nothing for a message of which one channel is wrong: the others go again.
      for (const [, channel] of asked) channel.request = undefined
      for (const [, channel] of named.length > 0 ? named : asked) channel.refused(problem)
      flush()
    },
  }
}
