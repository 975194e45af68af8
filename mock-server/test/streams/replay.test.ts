import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Received } from './fake-socket.ts'
import { aRig, type Rig } from './rig.ts'

const CHANNELS = ['quotes.AAPL', 'book.AAPL', 'trades.AAPL', 'orders.acc_demo'] as const

const kind = fc.constantFrom('quote', 'trade', 'order', 'all')

const start = fc.oneof(
  fc.constant({}),
  fc.record({ epoch: fc.constant('e1'), fromSeq: fc.nat(60) }),
  fc.record({ epoch: fc.constant('e0'), fromSeq: fc.nat(60) }),
)

const scenario = fc.record({
  history: fc.array(kind, { maxLength: 40 }),
  starts: fc.tuple(start, start, start, start),
  retention: fc.constantFrom(5, 8_192),
  /** What happens inside which call of `send`, counted from the subscription on. */
  during: fc.array(fc.record({ call: fc.nat(40), kind }), { maxLength: 25 }),
  /** Subscribes from inside the delivery of another event. */
  insideDelivery: fc.boolean(),
  batchMs: fc.constantFrom(0, 0, 100),
  after: fc.array(kind, { maxLength: 5 }),
})

test('whatever happens inside any step of a subscription is delivered exactly once and in order', () => {
  fc.assert(
    fc.property(scenario, ({ history, starts, retention, during, insideDelivery, batchMs, after }) => {
      const rig = aRig({ feed: { retention: { messages: retention } } })
      for (const each of history) happen(rig, each)
      const peer = rig.open({ batchMs })
      let calls = 0
      peer.socket.onSend = () => {
        const call = calls
        calls += 1
        for (const event of during) if (event.call === call) happen(rig, event.kind)
      }
      const channels = CHANNELS.map((channel, index) => ({ channel, ...starts[index] }))
      const subscribe = () => peer.send({ type: 'subscribe', id: 's', channels })
      if (insideDelivery) {
        const stop = rig.feed.listen('trades.AAPL', () => {
          stop()
          subscribe()
        })
        happen(rig, 'all')
      } else {
        subscribe()
      }
      for (const each of after) happen(rig, each)
      rig.clock.advance(4_000)
      const messages = peer.take()
      expect(rig.errors).toEqual([])
      for (const [index, channel] of CHANNELS.entries()) {
        checkDelivered(rig, messages, { channel, from: starts[index] ?? {}, small: retention === 5 })
      }
    }),
    { numRuns: 1_000 },
  )
})

interface Check {
  readonly channel: string
  readonly from: { readonly epoch?: string }
  /** Whether the ring is so small that it may lose what was promised. */
  readonly small: boolean
}

/** The rule of a client: it takes the number that it expects next, and nothing else. */
function checkDelivered(rig: Rig, messages: readonly Received[], check: Check): void {
  const { channel, from, small } = check
  const subscribed = messages.find(({ type }) => type === 'subscribed') as unknown as {
    channels: { channel: string; nextSeq: number }[]
  }
  const promised = subscribed.channels.find((each) => each.channel === channel)?.nextSeq
  let next = promised
  let resynced = false
  const own = messages.filter((message) => message.channel === channel)
  for (const { type, seq = 0, firstSeq, oldestSeq } of own) {
    if (type === 'gone') {
      // Told, either at once, or because a ring of five messages has lost what was promised.
      expect(from.epoch).toBeDefined()
      if (next !== promised || resynced) expect(small).toBe(true)
      resynced = true
      if (channel === 'trades.AAPL' && (next ?? 0) < Number(oldestSeq)) next = Number(oldestSeq)
    } else if (type === 'snapshot') {
      expect(seq + 1).toBeGreaterThanOrEqual(next ?? 0)
      if (!small) expect(seq + 1).toBe(promised)
      next = seq + 1
    } else {
      expect(firstSeq).toBeUndefined()
      expect(seq).toBe(next)
      next = seq + 1
    }
  }
  expect(next).toBe(rig.feed.seq(channel) + 1)
}

function happen({ market, feed }: Rig, kind: 'quote' | 'trade' | 'order' | 'all'): void {
  const quantity = 1 + (market.time % 1_000)
  const events = {
    quote: () => market.set('AAPL', ['buy', 10_000, quantity]),
    trade: () => market.print('AAPL', 10_000),
    order: () => market.accept(),
  }
  feed.publish(kind === 'all' ? [...events.trade(), ...events.order(), ...events.quote()] : events[kind]())
}

test('a long replay waits for its reader, loses nothing, and then goes live', () => {
  const { market, feed, clock, hub, open } = aRig()
  for (let index = 0; index < 3_000; index += 1) feed.publish(market.accept())
  const peer = open()
  peer.socket.stalled = true
  const messages = peer.subscribe({ channel: 'orders', epoch: 'e1', fromSeq: 1 })
  expect(peer.socket.buffered).toBeLessThan(300 * 1024)
  expect(hub.backlogged()).toBe(true)
  while (hub.backlogged()) {
    feed.publish(market.accept())
    peer.socket.buffered = 0
    clock.advance(20)
  }
  messages.push(...peer.take())
  peer.socket.drain()
  feed.publish(market.accept())
  messages.push(...peer.take())
  const seqs = messages.filter(({ type }) => type === 'orderAccepted').map(({ seq }) => seq)
  expect(seqs).toEqual(Array.from({ length: feed.seq('orders.acc_demo') }, (_, index) => index + 1))
  expect(peer.socket.closedWith).toBeUndefined()
})

test('what the ring loses during a paced replay is said to be gone', () => {
  const { market, feed, clock, open } = aRig({ feed: { retention: { messages: 2_000 } } })
  for (let index = 0; index < 2_000; index += 1) feed.publish(market.print('AAPL', 10_000))
  const peer = open()
  peer.socket.stalled = true
  const messages = peer.subscribe({ channel: 'trades.AAPL', epoch: 'e1', fromSeq: 1 })
  for (let index = 0; index < 1_990; index += 1) feed.publish(market.print('AAPL', 10_000))
  while (peer.socket.buffered > 0) {
    peer.socket.buffered = 0
    clock.advance(20)
  }
  messages.push(...peer.take())
  const [gone, ...more] = messages.filter(({ type }) => type === 'gone')
  expect(more).toEqual([])
  expect(gone).toMatchObject({ oldestSeq: 1_991 })
  expect(messages.at(-1)?.seq).toBe(3_990)
})
