import type {
  ChannelKind,
  ErrorMessage,
  GapMessage,
  GoneMessage,
  HeartbeatMessage,
  SubscribedMessage,
} from '@openbourse/spec'
import { createGapFill, type GapFill, type GapFillPorts } from './gap-fill.ts'
import { isNumbered, type Position } from './messages.ts'
import {
  bookProjection,
  orderProjection,
  type Projection,
  printProjection,
  recoveries,
  type StreamAccount,
  stateProjection,
} from './projections.ts'
import { streamError } from './stream-errors.ts'
import { createSubscriptions, type Desired, type SubscriptionPorts, unsent } from './subscriptions.ts'

/** One iterator's end of the channels that it reads. */
export interface Reader {
  push(value: unknown, bytes: number): void
  /** From now on nothing of the channel is missed; `name` as it was joined. */
  started(name: string): void
  /** Nothing more comes: the loop ends, or throws the error. */
  end(outcome: { readonly error?: unknown }): void
}

export interface ChannelsPorts extends GapFillPorts, SubscriptionPorts {
  /** Nobody reads anything any more. */
  idle(): void
}

interface StreamChannel extends Desired {
  readonly gapFill: GapFill
  /** With the name under which each joined. */
  readonly readers: Map<Reader, string>
  /** The latest value, for who joins later; only where the channel has a state. */
  present: { readonly live?: boolean } | undefined
  /** The last number that readers were told. */
  told?: Position
  /** Tells what was held back, if it may be told now. */
  release?: () => void
}

/** The channels that are read, each with one subscription and one sequence however many iterators share it. */
export interface Channels {
  join(name: string, reader: Reader): void
  leave(name: string, reader: Reader): void
  /** `orders` or `account` alone, once the account that it means is known, is the account's channel. */
  fullName(name: string): string
  /** Authenticated as the account that `orders` alone means. */
  online(accountId: string, conflateMs: number | undefined): void
  offline(): void
  /** A message that is about channels. */
  route(message: { readonly type: string }, bytes: number): void
  /** Ends all readers. */
  end(outcome: { readonly error?: unknown }): void
}

export function createChannels(ports: ChannelsPorts): Channels {
  const channels = new Map<string, StreamChannel>()
  const subscriptions = createSubscriptions(channels, ports)
  let defaultAccountId = ''
  let isScheduled = false

  const fullName = (name: string) =>
    defaultAccountId && !name.includes('.') ? `${name}.${defaultAccountId}` : name
  const other = (name: string, kind: ChannelKind) => channels.get(name.replace(/^\w+/, kind))

  function join(joined: string, reader: Reader): void {
    const name = fullName(joined)
    const channel = channels.get(name) ?? create(name)
    channel.readers.set(reader, joined)
    if (channel.gapFill.state.epoch === undefined) return
    // A book that is wrong just now tells its readers when it is right again.
    if (channel.present && channel.present.live !== false) reader.push(channel.present, 0)
    reader.started(joined)
  }

  function create(name: string): StreamChannel {
    const kind = name.split('.', 1)[0] as ChannelKind
    const recovery = recoveries[kind]
    const projection = projectionOf(name, kind, () => channel.gapFill.input({ type: 'mismatched' }))
    let held: unknown
    const publish = (value: unknown, bytes: number) => {
      if (value === undefined) return
      held = kind === 'account' && isEarly(value as StreamAccount, other(name, 'orders')) ? value : undefined
      if (held) return
      if (recovery.first === 'snapshot') channel.present = value as { readonly live?: boolean }
      for (const reader of channel.readers.keys()) reader.push(value, bytes)
    }
    const fail = (error: unknown) => {
      drop(name, channel)
      endAll(channel, { error })
    }
    const gapFill = createGapFill(
      {
        name,
        channel: name,
        recovery,
        deliver(message, bytes) {
          publish(projection.deliver(message), bytes)
          told(message)
        },
        resync(effect) {
          publish(projection.resync(effect), 0)
          told(effect.snapshot)
          for (const [reader, joined] of channel.readers) reader.started(joined)
        },
        resubscribe() {
          Object.assign(channel, unsent)
          changed()
        },
        distrust: () => ports.distrust(`${name} is silent`),
        fail,
      },
      ports,
    )
    const told = ({ epoch, seq }: Position) => {
      channel.told = { epoch, seq }
      if (kind === 'orders') other(name, 'account')?.release?.()
    }
    const channel: StreamChannel = {
      release: () => publish(held, 0),
      gapFill,
      readers: new Map(),
      present: undefined,
      /** Without a position the server sends the state anew, which is what a channel in doubt wants. */
      resume() {
        const { mode, epoch, next: seq } = gapFill.state
        const continues = mode === 'live' || mode === 'refilling' || kind === 'orders'
        return epoch !== undefined && continues ? { epoch, seq } : undefined
      },
      subscribed: (position) => gapFill.input({ type: 'subscribed', ...position }),
      refused: (problem) => fail(streamError('subscribe', problem)),
    }
    channels.set(name, channel)
    changed()
    return channel
  }

  function drop(name: string, channel: StreamChannel): void {
    channel.gapFill.close()
    channels.delete(name)
    if (channel.request) subscriptions.drop(name)
  }

  /** A microtask later, so that loops that start or end in one turn go out together. */
  function changed(): void {
    if (isScheduled) return
    isScheduled = true
    queueMicrotask(() => {
      isScheduled = false
      for (const [name, channel] of channels) if (channel.readers.size === 0) drop(name, channel)
      subscriptions.flush()
      if (channels.size === 0) ports.idle()
    })
  }

  return {
    join,
    fullName,
    leave(joined, reader) {
      channels.get(fullName(joined))?.readers.delete(reader)
      changed()
    },
    online(accountId, conflateMs) {
      defaultAccountId = accountId
      for (const name of ['orders', 'account']) {
        const nameless = channels.get(name)
        if (!nameless || !accountId) continue
        drop(name, nameless)
        for (const [reader, joined] of nameless.readers) join(joined, reader)
      }
      subscriptions.online(conflateMs)
    },
    offline: subscriptions.offline,
    route(message, bytes) {
      if (isNumbered(message))
        channels.get(message.channel)?.gapFill.input({ type: 'message', message, bytes })
      else if (message.type === 'heartbeat') {
        for (const [name, position] of Object.entries((message as HeartbeatMessage).channels)) {
          channels.get(name)?.gapFill.input({ ...position, type: 'heartbeat' })
        }
      } else if (message.type === 'gap' || message.type === 'gone') {
        const notice = message as GapMessage | GoneMessage
        channels.get(notice.channel)?.gapFill.input(notice)
      } else if (message.type === 'subscribed') subscriptions.subscribed(message as SubscribedMessage)
      else if (message.type === 'error') subscriptions.refused(message as ErrorMessage)
    },
    end(outcome) {
      for (const [name, channel] of [...channels]) {
        drop(name, channel)
        endAll(channel, outcome)
      }
    },
  }
}

/** An account's state waits until the orders whose effects it includes were told. */
function isEarly({ epoch, ordersSeq }: StreamAccount, orders: StreamChannel | undefined): boolean {
  return orders?.told?.epoch === epoch && orders.told.seq < ordersSeq
}

/** Each reader leaves as it ends. */
function endAll({ readers }: StreamChannel, outcome: { readonly error?: unknown }): void {
  for (const reader of [...readers.keys()]) reader.end(outcome)
}

function projectionOf(name: string, kind: ChannelKind, mismatched: () => void): Projection<unknown> {
  const symbol = name.replace(/^(bars\.)?\w+\./, '')
  if (/^(trades|bars)$/.test(kind)) return printProjection(symbol)
  if (kind === 'orders') return orderProjection()
  return kind === 'book' ? bookProjection(symbol, mismatched) : stateProjection()
}
