import { expect, test } from 'vitest'
import { aRig, type Peer } from './rig.ts'

const positions = (peer: Peer) =>
  peer
    .take()
    .filter(({ type }) => type === 'heartbeat')
    .map(({ channels }) =>
      Object.fromEntries(
        Object.entries(channels as Record<string, { seq: number }>).map(([name, { seq }]) => [name, seq]),
      ),
    )

test('a heartbeat names the channels whose number changed, and all of them every 60 s', () => {
  const { market, feed, clock, open } = aRig()
  const peer = open()
  peer.subscribe('quotes.AAPL', 'quotes.MSFT', 'orders')
  clock.advance(5_000)
  expect(positions(peer)).toEqual([{ 'quotes.AAPL': 0, 'quotes.MSFT': 0, 'orders.acc_demo': 0 }])
  clock.advance(5_000)
  expect(positions(peer)).toEqual([{}])
  feed.publish([...market.set('AAPL', ['buy', 10_000, 1]), ...market.accept()])
  clock.advance(5_000)
  expect(positions(peer)).toEqual([{ 'quotes.AAPL': 1, 'orders.acc_demo': 1 }])
  clock.advance(45_000)
  expect(positions(peer)).toEqual([{}, {}, {}, {}, {}, {}, {}, {}, {}])
  clock.advance(5_000)
  expect(positions(peer)).toEqual([{ 'quotes.AAPL': 1, 'quotes.MSFT': 0, 'orders.acc_demo': 1 }])
})

test('a channel subscribed between two heartbeats is in the next one', () => {
  const { clock, open } = aRig()
  const peer = open()
  clock.advance(5_000)
  peer.subscribe('trades.AAPL')
  clock.advance(5_000)
  expect(positions(peer)).toEqual([{ 'trades.AAPL': 0 }])
})

test.each([1_000, 5_000, 60_000])('heartbeats come every %i ms where that was asked for', (heartbeatMs) => {
  const { clock, open } = aRig()
  const peer = open({ heartbeatMs })
  clock.advance(heartbeatMs - 1)
  expect(peer.take()).toEqual([])
  clock.advance(1)
  clock.advance(heartbeatMs)
  expect(peer.take()).toMatchObject([{ type: 'heartbeat' }, { type: 'heartbeat' }])
})

test.each([999, 60_001, 1_000.5, '5000'])('heartbeatMs %j is refused', (heartbeatMs) => {
  const { connect } = aRig()
  const peer = connect()
  peer.send({ type: 'authenticate', id: 'a', token: 'mk_demo', heartbeatMs })
  expect(peer.take().at(-1)).toMatchObject({
    type: 'error',
    id: 'a',
    problem: {
      code: 'malformed-message',
      errors: [{ pointer: '/heartbeatMs', detail: 'expected an integer from 1000 to 60000' }],
    },
  })
})

test('what is held back goes before the heartbeat, so that its numbers are no gap', () => {
  const { market, feed, clock, open } = aRig()
  const peer = open({ batchMs: 1_000 })
  peer.subscribe({ channel: 'quotes.AAPL', conflateMs: 60_000 }, 'trades.AAPL')
  clock.advance(4_900)
  peer.take()
  for (const quantity of [1, 2, 3]) {
    feed.publish([...market.set('AAPL', ['buy', 10_000, quantity]), ...market.print('AAPL', 10_000)])
  }
  clock.advance(100)
  expect(peer.take().map(({ type, firstSeq, seq }) => [type, firstSeq, seq])).toEqual([
    ['trade', undefined, 1],
    ['trade', undefined, 2],
    ['trade', undefined, 3],
    ['quote', 1, 3],
    ['heartbeat', undefined, undefined],
  ])
})

test('before authentication there is no heartbeat', () => {
  const { clock, connect } = aRig()
  const peer = connect()
  peer.take()
  clock.advance(4_999)
  expect(peer.take()).toEqual([])
})
