import { ServerMessage } from '@openbourse/spec/schemas'
import { expect, test } from 'vitest'
import { HIGH_WATER_BYTES } from '../../src/streams/limits.ts'
import { transition } from '../../src/streams/session-state.ts'
import { aRig } from './rig.ts'

test('every kind of message that a session sends follows the contract', () => {
  const { market, feed, clock, hub, open } = aRig()
  const peer = open()
  const messages = peer.subscribe(
    { channel: 'quotes.AAPL', epoch: 'e0', fromSeq: 7 },
    ...['book.AAPL', 'trades.AAPL', 'status.AAPL', 'orders'],
  )
  peer.socket.stalled = true
  peer.socket.buffered = HIGH_WATER_BYTES
  for (let index = 1; index < 300; index += 1) {
    feed.publish([...market.set('AAPL', ['sell', 10_000 + index, index]), ...market.print('AAPL', 10_000)])
  }
  feed.publish([...market.accept(), ...market.cancel(), ...market.halt('AAPL')])
  peer.socket.drain()
  clock.advance(5_000)
  peer.send({ type: 'ping', id: 'p' })
  peer.send({ type: 'pong', id: 'p' })
  peer.send({ type: 'unsubscribe', id: 'u', channels: ['book.AAPL'] })
  hub.endAll(1012, 'restart', 1_000)
  messages.push(...peer.take())
  for (const message of messages) expect(ServerMessage.safeParse(message).error).toBeUndefined()
  expect(new Set(messages.map(({ type }) => type))).toEqual(
    new Set([
      ...['subscribed', 'unsubscribed', 'pong', 'heartbeat', 'gone', 'gap', 'error', 'shutdown', 'snapshot'],
      ...['quote', 'delta', 'trade', 'status', 'orderAccepted', 'orderCanceled'],
    ]),
  )
})

test.each([
  ['connecting', { authenticated: 'open', endAnnounced: undefined, closed: 'closed' }],
  ['open', { authenticated: 'open', endAnnounced: 'ending', closed: 'closed' }],
  ['ending', { authenticated: 'ending', endAnnounced: undefined, closed: 'closed' }],
  ['closed', { authenticated: undefined, endAnnounced: undefined, closed: undefined }],
] as const)('a session that is %s', (state, next) => {
  const events = ['authenticated', 'endAnnounced', 'closed'] as const
  expect(Object.fromEntries(events.map((event) => [event, transition(state, event)]))).toEqual(next)
})
