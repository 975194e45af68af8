import type { FeedOptions } from '../../src/feed/create-feed.ts'
import type { Feed } from '../../src/feed/feed.ts'
import { createStreamHub, type StreamHubOptions } from '../../src/streams/hub.ts'
import type { StreamSession } from '../../src/streams/session.ts'
import type { Principal } from '../../src/worlds/principal.ts'
import { aFeed, ScriptedMarket } from '../feed/scripted-market.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeSocket, type Received } from './fake-socket.ts'

export const demo: Principal = {
  keyId: 'key_demo',
  defaultAccountId: 'acc_demo',
  accountIds: ['acc_demo'],
  scopes: ['trade', 'read', 'market-data'],
}
const marketDataOnly: Principal = { ...demo, keyId: 'key_data', scopes: ['market-data'] }
const other: Principal = {
  ...demo,
  keyId: 'key_other',
  defaultAccountId: 'acc_other',
  accountIds: ['acc_other'],
}
const principals = new Map([
  ['mk_demo', demo],
  ['mk_data', marketDataOnly],
  ['mk_other', other],
])

/** A world of one scripted market with a hub, a clock that stands still and sockets without a network. */
export function aRig(options: { hub?: Partial<StreamHubOptions>; feed?: Partial<FeedOptions> } = {}) {
  const market = new ScriptedMarket()
  const clock = new FakeClock()
  const feed = aFeed(market, { now: () => clock.nowMs(), ...options.feed })
  const listeners = countListeners(feed)
  const errors: unknown[] = []
  let sessions = 0
  const hub = createStreamHub({
    feed,
    clock,
    authenticator: { authenticate: (token) => principals.get(token) },
    worldTime: () => '2026-11-22T14:30:00.000000Z',
    nextSessionId: () => {
      sessions += 1
      return `ses_${sessions}`
    },
    onError: (error) => errors.push(error),
    ...options.hub,
  })
  return {
    market,
    clock,
    feed,
    hub,
    errors,
    listeners,
    /** A session that has only been welcomed. */
    connect: () => new Peer((socket) => hub.open(socket)),
    /** A session that has authenticated; its first messages are read. */
    open: (authenticate: object = {}) => {
      const peer = new Peer((socket) => hub.open(socket))
      peer.send({ type: 'authenticate', id: 'auth', token: 'mk_demo', ...authenticate })
      peer.socket.take()
      return peer
    },
  }
}

function countListeners(feed: Feed): () => number {
  const listening = new Set<() => void>()
  const listen = feed.listen.bind(feed)
  feed.listen = (channel, listener) => {
    const stop = listen(channel, listener)
    listening.add(stop)
    return () => {
      listening.delete(stop)
      stop()
    }
  }
  return () => listening.size
}

export type Rig = ReturnType<typeof aRig>

/** The client's end. */
export class Peer {
  readonly socket = new FakeSocket()
  readonly session: StreamSession

  constructor(open: (socket: FakeSocket) => StreamSession) {
    this.session = open(this.socket)
  }

  send(message: object): void {
    this.session.receive(JSON.stringify(message))
  }

  /** Subscribes and answers what came back. */
  subscribe(...channels: readonly (string | object)[]): Received[] {
    this.socket.take()
    const requests = channels.map((channel) => (typeof channel === 'string' ? { channel } : channel))
    this.send({ type: 'subscribe', id: 's', channels: requests })
    return this.take()
  }

  take(): Received[] {
    return this.socket.take()
  }
}

export function numbers(messages: readonly Received[], channel?: string): (number | undefined)[] {
  return messages.filter((each) => channel === undefined || each.channel === channel).map(({ seq }) => seq)
}
