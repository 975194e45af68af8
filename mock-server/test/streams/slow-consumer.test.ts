import type { BookUpdate } from '@openbourse/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLOSE_BYTES, HIGH_WATER_BYTES, TRADES_HELD, UNDRAINED_MS } from '../../src/streams/limits.ts'
import type { Received } from './fake-socket.ts'
import { aRig } from './rig.ts'

/** A session whose peer has stopped reading, with more than the high-water mark before it. */
function aSlowPeer(...channels: string[]) {
  const rig = aRig()
  const peer = rig.open()
  peer.subscribe(...channels)
  peer.socket.stalled = true
  peer.socket.buffered = HIGH_WATER_BYTES
  return { ...rig, peer }
}

test('a slow peer gets the latest quote and book for all that it missed', () => {
  const { market, feed, clock, peer } = aSlowPeer('quotes.AAPL', 'book.AAPL', 'quotes.MSFT')
  feed.publish(market.set('AAPL', ['buy', 10_000, 1]))
  expect(peer.take().map(({ seq }) => seq)).toEqual([1])
  feed.publish(market.set('AAPL', ['buy', 10_001, 2], ['sell', 10_005, 9]))
  feed.publish(market.set('AAPL', ['buy', 10_001, 0], ['buy', 9_999, 3]))
  feed.publish(market.set('MSFT', ['buy', 500, 3]))
  expect(peer.take()).toEqual([])
  peer.socket.drain()
  clock.advance(20)
  expect(peer.take()).toMatchObject([
    { channel: 'quotes.AAPL', firstSeq: 1, seq: 3, data: { bidPrice: '100.00', askPrice: '100.05' } },
    {
      channel: 'book.AAPL',
      firstSeq: 2,
      seq: 3,
      data: {
        bids: [
          { price: '100.01', quantity: '0' },
          { price: '99.99', quantity: '3' },
        ],
        asks: [{ price: '100.05', quantity: '9' }],
      },
    },
    { channel: 'quotes.MSFT', seq: 1 },
  ])
  feed.publish(market.set('MSFT', ['buy', 501, 3]))
  expect(peer.take().map(({ seq, firstSeq }) => [firstSeq, seq])).toEqual([[undefined, 2]])
})

test('a slow peer loses the oldest trades and is told which', () => {
  const { market, feed, clock, peer } = aSlowPeer('trades.AAPL')
  const count = TRADES_HELD + 11
  for (let index = 0; index < count; index += 1) feed.publish(market.print('AAPL', 10_000))
  expect(peer.take()).toHaveLength(1)
  peer.socket.drain()
  clock.advance(20)
  const [gap, ...trades] = peer.take()
  expect(gap).toEqual({ type: 'gap', channel: 'trades.AAPL', epoch: 'e1', firstSeq: 2, seq: 11 })
  expect(trades.map(({ seq }) => seq)).toEqual(Array.from({ length: TRADES_HELD }, (_, index) => index + 12))
})

test('few enough trades wait without a gap', () => {
  const { market, feed, clock, peer } = aSlowPeer('trades.AAPL')
  for (let index = 0; index < 5; index += 1) feed.publish(market.print('AAPL', 10_000))
  peer.socket.drain()
  clock.advance(20)
  expect(peer.take().map(({ type, seq }) => [type, seq])).toEqual(
    [1, 2, 3, 4, 5].map((seq) => ['trade', seq]),
  )
})

test('order events are sent however slow the peer is', () => {
  const { market, feed, peer } = aSlowPeer('orders', 'status.AAPL')
  for (let index = 0; index < 50; index += 1) feed.publish(market.accept())
  feed.publish(market.halt('AAPL'))
  expect(peer.take().map(({ seq }) => seq)).toEqual([
    ...Array.from({ length: 50 }, (_, index) => index + 1),
    1,
  ])
})

test('more than 1 MiB that nobody reads closes with 4408', () => {
  const { market, feed, peer, hub, clock } = aSlowPeer('orders')
  let published = 0
  while (peer.socket.closedWith === undefined) {
    feed.publish(market.accept())
    published += 1
    if (published > 5_000) throw new Error('never closed')
  }
  expect(peer.socket.closedWith.code).toBe(4408)
  expect(peer.socket.buffered).toBeGreaterThan(CLOSE_BYTES)
  expect(peer.socket.buffered).toBeLessThan(CLOSE_BYTES + 2_000)
  // Nothing was lost: the numbers that were sent have no hole, and the rest can be had by number.
  expect(peer.take().map(({ seq }) => seq)).toEqual(
    Array.from({ length: published }, (_, index) => index + 1),
  )
  expect([hub.size, clock.pending]).toEqual([0, 0])
})

test.each([
  ['much', HIGH_WATER_BYTES],
  ['little', 1],
])('a peer that takes nothing for 5 s is closed with 4408, when %s waits', (_, buffered) => {
  const { market, feed, clock, open } = aRig()
  const peer = open({ heartbeatMs: 60_000 })
  peer.subscribe('trades.AAPL')
  peer.socket.stalled = true
  peer.socket.buffered = buffered
  feed.publish(market.print('AAPL', 10_000))
  clock.advance(UNDRAINED_MS - 1)
  expect(peer.socket.closedWith).toBeUndefined()
  clock.advance(1)
  expect(peer.socket.closedWith).toEqual({ code: 4408, reason: 'slow consumer' })
})

test('a peer that reads a little all the time is kept', () => {
  const { market, feed, clock, peer } = aSlowPeer('quotes.AAPL')
  for (let index = 1; index <= 60; index += 1) {
    feed.publish(market.set('AAPL', ['buy', 10_000, index]))
    peer.socket.buffered -= 1_000
    clock.advance(1_000)
  }
  expect(peer.socket.closedWith).toBeUndefined()
})

test('a process that stood still does not blame its peers', () => {
  const { market, feed, clock, peer } = aSlowPeer('trades.AAPL')
  feed.publish(market.print('AAPL', 10_000))
  clock.sleep(30_000)
  clock.advance(0)
  expect(peer.socket.closedWith).toBeUndefined()
  clock.advance(UNDRAINED_MS)
  expect(peer.socket.closedWith?.code).toBe(4408)
})

test('the hub says that a peer is behind until it has read', () => {
  const { market, feed, clock, hub, peer } = aSlowPeer('quotes.AAPL')
  feed.publish(market.set('AAPL', ['buy', 10_000, 1]))
  expect(hub.backlogged()).toBe(true)
  peer.socket.drain()
  clock.advance(20)
  expect(hub.backlogged()).toBe(false)
})

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('event' as const),
      price: fc.nat(8),
      lots: fc.nat(4),
      side: fc.constantFrom('buy' as const, 'sell' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('stall' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drain' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(1_500) }) },
)

test('ranges of conflated messages touch without a hole or overlap, and end in the true state', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 80 }),
      fc.constantFrom(0, 0, 250, 1_000),
      fc.constantFrom(6, 8_192),
      (steps, conflateMs, retained) => {
        const rig = aRig({ feed: { retention: { messages: retained } } })
        const { market, feed, clock } = rig
        const peer = rig.open({ heartbeatMs: 1_000 })
        const conflated = ['quotes.AAPL', 'book.AAPL']
        const messages = peer.subscribe(
          ...conflated.map((channel) => ({ channel, conflateMs })),
          'trades.AAPL',
          'orders',
        )
        for (const each of steps) {
          if (each.do === 'event') {
            feed.publish([
              ...market.print('AAPL', 10_000),
              ...market.accept(),
              ...market.set('AAPL', [
                each.side,
                10_000 + each.price * (each.side === 'buy' ? -1 : 1),
                each.lots,
              ]),
            ])
          } else if (each.do === 'stall') {
            peer.socket.stalled = true
            peer.socket.buffered += HIGH_WATER_BYTES
          } else if (each.do === 'drain') {
            peer.socket.drain()
          } else {
            clock.advance(each.ms)
          }
          if (peer.socket.buffered > HIGH_WATER_BYTES * 2) peer.socket.drain()
        }
        peer.socket.drain()
        clock.advance(2_000)
        messages.push(...peer.take())
        expect([rig.errors, peer.socket.closedWith]).toEqual([[], undefined])
        for (const channel of [...conflated, 'trades.AAPL', 'orders.acc_demo']) {
          expect(coveredTo(messages, channel)).toBe(feed.seq(channel))
        }
        const quotes = messages.filter(({ channel }) => channel === 'quotes.AAPL')
        expect(quotes.at(-1)?.data).toEqual(feed.snapshot('quotes.AAPL')?.data)
        expect(bookOf(messages)).toEqual(wholeBook(feed.snapshot('book.AAPL')?.data as BookUpdate))
        // With conflation there is at most one message in each interval.
        if (conflateMs === 0)
          expect(messages.filter(({ type, firstSeq }) => type === 'trade' && firstSeq !== undefined)).toEqual(
            [],
          )
      },
    ),
    { numRuns: 1_000 },
  )
})

test('with conflateMs a quiet channel sends at once, and a busy one once in the interval', () => {
  const { market, feed, clock, open } = aRig()
  const peer = open({ heartbeatMs: 60_000 })
  peer.subscribe({ channel: 'quotes.AAPL', conflateMs: 1_000 })
  clock.advance(1_000)
  const at: [number, unknown, unknown][] = []
  for (let elapsed = 0; elapsed < 3_500; elapsed += 100) {
    feed.publish(market.set('AAPL', ['buy', 10_000, elapsed + 1]))
    clock.advance(100)
    for (const { firstSeq, seq } of peer.take()) at.push([elapsed, firstSeq, seq])
  }
  expect(at).toEqual([
    [0, undefined, 1],
    [900, 2, 10],
    [1_900, 11, 20],
    [2_900, 21, 30],
  ])
})

test('each channel has its own interval', () => {
  const { market, feed, clock, open } = aRig()
  const peer = open({ heartbeatMs: 60_000 })
  peer.subscribe({ channel: 'quotes.AAPL', conflateMs: 30_000 }, { channel: 'quotes.MSFT', conflateMs: 200 })
  const both = () => [
    ...market.set('AAPL', ['buy', 10_000, market.time % 7]),
    ...market.set('MSFT', ['buy', 10_000, market.time % 7]),
  ]
  feed.publish(both())
  feed.publish(both())
  clock.advance(200)
  expect(peer.take().map(({ channel, seq }) => [channel, seq])).toEqual([['quotes.MSFT', 2]])
})

/** How far the messages of a channel reach without a hole, from its first snapshot or number. */
function coveredTo(messages: readonly Received[], channel: string): number {
  let last = 0
  for (const { channel: of, type, seq = 0, firstSeq = seq } of messages) {
    if (of !== channel) continue
    if (type === 'snapshot') expect(seq).toBeGreaterThanOrEqual(last)
    else expect(firstSeq).toBe(last + 1)
    last = seq
  }
  return last
}

function bookOf(messages: readonly Received[]) {
  const levels = { bids: new Map<string, string>(), asks: new Map<string, string>() }
  let checksum = 0
  for (const { channel, type, data } of messages) {
    if (channel !== 'book.AAPL') continue
    const update = data as BookUpdate
    for (const side of ['bids', 'asks'] as const) {
      if (type === 'snapshot') levels[side].clear()
      for (const { price, quantity } of update[side]) {
        if (quantity === '0') levels[side].delete(price)
        else levels[side].set(price, quantity)
      }
    }
    checksum = update.checksum
  }
  return { bids: [...levels.bids].sort(), asks: [...levels.asks].sort(), checksum }
}

function wholeBook({ bids, asks, checksum }: BookUpdate) {
  const entries = (side: BookUpdate['bids']) => side.map(({ price, quantity }) => [price, quantity]).sort()
  return { bids: entries(bids), asks: entries(asks), checksum }
}
