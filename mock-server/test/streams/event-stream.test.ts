import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLOSE_BYTES, HIGH_WATER_BYTES, LOW_WATER_BYTES, UNDRAINED_MS } from '../../src/streams/limits.ts'
import { assertEventStream } from '../contract-check.ts'
import { aRig, demo, type Rig } from './rig.ts'

/** The server's end of an answer's body. */
class FakeBody {
  text = ''
  buffered = 0
  stalled = false
  closed = 0
  #read = 0

  send(text: string): void {
    if (this.closed > 0) throw new Error('sent after close')
    this.text += text
    if (this.stalled) this.buffered += text.length
  }

  close(): void {
    this.closed += 1
  }

  bufferedAmount(): number {
    return this.buffered
  }

  /** What was written since the last call, block by block. */
  take(): string[] {
    const fresh = this.text.slice(this.#read)
    this.#read = this.text.length
    assertEventStream(fresh)
    return fresh.split('\n\n').filter(Boolean)
  }

  /** The same as `OFFSET channel seq`. */
  takeEvents(): string[] {
    return this.take().flatMap((block) => {
      const [, offset, data] = /^id: \S+:(\d+)\nevent: \S+\ndata: (.*)$/s.exec(block) ?? []
      if (offset === undefined || data === undefined) return []
      const { channel, seq } = JSON.parse(data)
      return [`${offset} ${channel} ${seq}`]
    })
  }
}

function open(rig: Rig, channels: readonly string[], after = rig.feed.logEnd, principal = demo) {
  const stream = rig.hub.openEvents({ principal, channels, after })
  if (stream === undefined) throw new Error('too many')
  const body = new FakeBody()
  stream.start(body)
  return { stream, body }
}

test('the first block is the place in the log, then comes every event of the channels, in its order', () => {
  const rig = aRig()
  const { market, feed } = rig
  feed.publish(market.set('AAPL', ['buy', 10_000, 1]))
  const { body } = open(rig, ['orders.acc_demo', 'quotes.AAPL'])
  expect(body.take()).toEqual(['retry: 1000\nid: e1:2'])
  feed.publish([...market.accept(), ...market.print('AAPL', 10_000)])
  feed.publish(market.set('AAPL', ['buy', 10_001, 2]))
  feed.publish(market.set('MSFT', ['buy', 10_001, 2]))
  feed.publish(market.cancel())
  expect(body.takeEvents()).toEqual(['3 orders.acc_demo 1', '6 quotes.AAPL 2', '9 orders.acc_demo 2'])
})

test('it goes on right after any event, with other channels too', () => {
  const rig = aRig()
  const { market, feed } = rig
  for (let price = 1; price <= 100; price += 1) {
    feed.publish([...market.set('AAPL', ['buy', price, 1]), ...market.accept()])
  }
  const all = open(rig, ['orders.acc_demo', 'book.AAPL'], 0).body.takeEvents()
  expect(all).toHaveLength(200)
  expect(open(rig, ['orders.acc_demo', 'book.AAPL'], 151).body.takeEvents()).toEqual(
    all.filter((event) => Number.parseInt(event, 10) > 151),
  )
  expect(open(rig, ['trades.AAPL'], 151).body.takeEvents()).toEqual([])
})

test('what happens between the answer and the first byte is not lost, and an answer never sent frees its place', () => {
  const rig = aRig({ hub: { limits: { messagesPerSecond: 1, burst: 1, connectionsPerAccount: 1 } } })
  const { market, feed, hub, clock } = rig
  const request = { principal: demo, channels: ['orders.acc_demo'], after: feed.logEnd }
  const stream = hub.openEvents(request)
  feed.publish(market.accept())
  const body = new FakeBody()
  expect(hub.backlogged()).toBe(true)
  stream?.start(body)
  expect(hub.backlogged()).toBe(false)
  expect(body.takeEvents()).toEqual(['1 orders.acc_demo 1'])
  expect(hub.openEvents(request)).toBeUndefined()
  stream?.closed()
  const forgotten = hub.openEvents(request)
  expect(hub.openEvents(request)).toBeUndefined()
  clock.advance(5_000)
  expect([hub.size, rig.listeners(), clock.pending]).toEqual([0, 0, 0])
  const late = new FakeBody()
  forgotten?.start(late)
  expect([late.text, late.closed]).toEqual(['', 1])
})

test('sessions and event streams share the limit of an account', () => {
  const rig = aRig({ hub: { limits: { messagesPerSecond: 9, burst: 9, connectionsPerAccount: 2 } } })
  open(rig, ['orders.acc_demo'])
  const session = rig.connect()
  session.send({ type: 'authenticate', id: 'a', token: 'mk_demo' })
  expect(session.take().map(({ type }) => type)).toEqual(['welcome', 'authenticated'])
  const request = { principal: demo, channels: ['orders.acc_demo'], after: 0 }
  expect(rig.hub.openEvents(request)).toBeUndefined()
  const second = rig.connect()
  second.send({ type: 'authenticate', id: 'a', token: 'mk_demo' })
  expect(second.socket.closedWith?.code).toBe(4429)
})

test('a comment comes every 5 s, whatever else is sent', () => {
  const rig = aRig()
  const { body } = open(rig, ['orders.acc_demo'])
  body.take()
  rig.clock.advance(4_999)
  rig.feed.publish(rig.market.accept())
  expect(body.takeEvents()).toHaveLength(1)
  rig.clock.advance(1)
  expect(body.take()).toEqual([': heartbeat'])
  rig.clock.advance(10_000)
  expect(body.take()).toEqual([': heartbeat', ': heartbeat'])
})

test.each([
  [
    'the server goes away',
    (rig: Rig) => rig.hub.endAll(1001, 'the mock is going away', 1000),
    ': the mock is going away',
  ],
  ['its key is revoked', (rig: Rig) => rig.hub.endKey(demo.keyId), ': the key was revoked'],
  ['its token expires', (rig: Rig) => rig.clock.advance(1_000), ': the token has expired'],
])('it ends when %s, and the last line says so', (_name, happen, line) => {
  const rig = aRig()
  const principal = { ...demo, expiresAtMs: rig.clock.nowMs() + 1_000 }
  const { body } = open(rig, ['orders.acc_demo', 'book.AAPL'], 0, principal)
  happen(rig)
  expect([body.take().at(-1), body.closed]).toEqual([line, 1])
  rig.feed.publish(rig.market.accept())
  expect([body.take(), rig.hub.size, rig.listeners(), rig.clock.pending]).toEqual([[], 0, 0, 0])
})

test('it lives 24 hours', () => {
  const rig = aRig()
  const { body } = open(rig, ['orders.acc_demo'])
  rig.clock.advance(86_400_000)
  expect([body.take().at(-1), body.closed]).toEqual([': a stream lives 24 hours', 1])
})

test('a reader who goes away leaves nothing behind', () => {
  const rig = aRig()
  const { body, stream } = open(rig, ['orders.acc_demo', 'quotes.AAPL'])
  stream.closed()
  stream.closed()
  rig.feed.publish(rig.market.accept())
  expect([body.takeEvents(), body.closed, rig.hub.size, rig.listeners(), rig.clock.pending]).toEqual([
    [],
    0,
    0,
    0,
    0,
  ])
})

test('a slow reader is served from the log when it reads again: every event, none twice', () => {
  const rig = aRig()
  const { market, feed, clock, hub } = rig
  const { body } = open(rig, ['orders.acc_demo', 'quotes.AAPL'])
  body.stalled = true
  body.buffered = HIGH_WATER_BYTES
  for (let price = 1; price <= 300; price += 1) {
    feed.publish([...market.set('AAPL', ['buy', price, 1]), ...market.accept()])
  }
  expect(body.buffered).toBeLessThan(HIGH_WATER_BYTES + 2_000)
  expect(hub.backlogged()).toBe(true)
  body.buffered = LOW_WATER_BYTES
  clock.advance(20)
  body.stalled = false
  body.buffered = 0
  clock.advance(20)
  const offsets = body.takeEvents().map((event) => event.split(' '))
  expect(offsets).toHaveLength(600)
  expect(
    offsets.filter(([, channel]) => channel === 'orders.acc_demo').map(([, , seq]) => Number(seq)),
  ).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
  expect(hub.backlogged()).toBe(false)
})

test('a reader that takes nothing for 5 s is ended, and so is one with more than 1 MiB before it', () => {
  const rig = aRig()
  const stuck = open(rig, ['orders.acc_demo']).body
  stuck.stalled = true
  rig.feed.publish(rig.market.accept())
  rig.clock.advance(UNDRAINED_MS - 1)
  expect(stuck.closed).toBe(0)
  rig.clock.advance(1)
  expect(stuck.closed).toBe(1)
  const flooded = open(rig, ['orders.acc_demo']).body
  flooded.buffered = CLOSE_BYTES + 1
  rig.feed.publish(rig.market.accept())
  expect([flooded.closed, rig.hub.size, rig.clock.pending]).toEqual([1, 0, 0])
})

test('a reader so slow that what it has not read is dropped is ended, and told so', () => {
  const rig = aRig({ feed: { retention: { messages: 4 } } })
  const { market, feed, clock } = rig
  const { body } = open(rig, ['book.AAPL'])
  body.stalled = true
  body.buffered = HIGH_WATER_BYTES
  for (let price = 1; price <= 10; price += 1) feed.publish(market.set('AAPL', ['buy', price, 1]))
  body.stalled = false
  body.buffered = 0
  clock.advance(20)
  expect(body.closed).toBe(1)
  expect(body.take().at(-1)).toMatch(/^: the reader is too slow: what it has not read is no longer held/)
})

test('whatever is published while it reads, stalls and comes back, it gets the log', () => {
  const step = fc.oneof(
    fc.record({
      what: fc.constantFrom('order', 'quote', 'print', 'other'),
      times: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record({ what: fc.constantFrom('stall', 'drain', 'resume'), times: fc.constant(1) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const rig = aRig()
      const { market, feed, clock } = rig
      const channels = ['quotes.AAPL', 'orders.acc_demo', 'trades.AAPL']
      let { body, stream } = open(rig, channels, 0)
      const seen: string[] = []
      const offset = () => Number.parseInt(seen.at(-1) ?? '0', 10)
      let price = 0
      for (const { what, times } of steps) {
        for (let time = 0; time < times; time += 1) {
          price += 1
          if (what === 'order') feed.publish(market.accept())
          else if (what === 'quote') feed.publish(market.set('AAPL', ['buy', price, 1]))
          else if (what === 'print') feed.publish(market.print('AAPL', price))
          else if (what === 'other') feed.publish(market.set('MSFT', ['buy', price, 1]))
          else if (what === 'stall')
            Object.assign(body, { stalled: true, buffered: HIGH_WATER_BYTES - 3_000 })
          else if (what === 'drain') Object.assign(body, { stalled: false, buffered: 0 })
          else {
            seen.push(...body.takeEvents())
            stream.closed()
            ;({ body, stream } = open(rig, channels, offset()))
          }
        }
        clock.advance(20)
      }
      Object.assign(body, { stalled: false, buffered: 0 })
      clock.advance(1_000)
      seen.push(...body.takeEvents())
      const log = feed.log({ channels, after: 0, limit: 10_000 })
      expect(
        log.outcome === 'messages' &&
          log.messages.map((each) => `${each.offset} ${each.channel} ${each.seq}`),
      ).toEqual(seen)
      expect(rig.errors).toEqual([])
    }),
    { numRuns: 300 },
  )
})
