import { ServerMessage } from '@openbourse/spec/schemas'
import { expect, test } from 'vitest'
import { REALISTIC_LIMITS } from '../../src/streams/limits.ts'
import { aRig, numbers } from './rig.ts'

test('welcome, authenticate, subscribe, data, ping, unsubscribe: every message follows the contract', () => {
  const { market, feed, connect } = aRig()
  const peer = connect()
  peer.send({ type: 'authenticate', id: 'a', token: 'mk_demo' })
  peer.send({ type: 'subscribe', id: 's', channels: [{ channel: 'quotes.AAPL' }, { channel: 'orders' }] })
  feed.publish([...market.set('AAPL', ['buy', 10_000, 5]), ...market.accept()])
  peer.send({ type: 'ping', id: 'p' })
  peer.send({ type: 'unsubscribe', id: 'u', channels: ['quotes.AAPL', 'trades.MSFT'] })
  feed.publish(market.set('AAPL', ['buy', 10_000, 6]))
  const messages = peer.take()
  for (const message of messages) expect(ServerMessage.safeParse(message).error).toBeUndefined()
  expect(messages).toMatchObject([
    { type: 'welcome', sessionId: 'ses_1', epoch: 'e1', heartbeatMs: 5000, authenticateWithinMs: 5000 },
    {
      type: 'authenticated',
      id: 'a',
      accountId: 'acc_demo',
      scopes: ['trade', 'read', 'market-data'],
      heartbeatMs: 5000,
    },
    {
      type: 'subscribed',
      id: 's',
      channels: [
        { channel: 'quotes.AAPL', epoch: 'e1', nextSeq: 1 },
        { channel: 'orders.acc_demo', epoch: 'e1', nextSeq: 1 },
      ],
    },
    { type: 'snapshot', channel: 'quotes.AAPL', seq: 0, data: { bidPrice: null } },
    { type: 'orderAccepted', channel: 'orders.acc_demo', seq: 1 },
    { type: 'quote', channel: 'quotes.AAPL', seq: 1 },
    { type: 'pong', id: 'p' },
    { type: 'unsubscribed', id: 'u', channels: [{ channel: 'orders.acc_demo', nextSeq: 2 }] },
  ])
})

test('quotes, book and status begin with a snapshot, trades and orders do not', () => {
  const { market, feed, open } = aRig()
  feed.publish([
    ...market.set('AAPL', ['buy', 10_000, 5]),
    ...market.print('AAPL', 10_000),
    ...market.halt('AAPL'),
  ])
  const names = ['quotes', 'book', 'status', 'trades'].map((name) => `${name}.AAPL`)
  const messages = open().subscribe(...names, 'orders')
  expect(messages.map(({ type, channel, seq }) => [type, channel, seq])).toEqual([
    ['subscribed', undefined, undefined],
    ['snapshot', 'quotes.AAPL', 1],
    ['snapshot', 'book.AAPL', 1],
    ['snapshot', 'status.AAPL', 1],
  ])
})

test('a number of this epoch is replayed from the ring', () => {
  const { market, feed, open } = aRig()
  for (let index = 0; index < 300; index += 1) feed.publish(market.print('AAPL', 10_000))
  const messages = open().subscribe({ channel: 'trades.AAPL', epoch: 'e1', fromSeq: 2 })
  expect(messages[0]).toMatchObject({ channels: [{ nextSeq: 2 }] })
  expect(numbers(messages.slice(1))).toEqual(Array.from({ length: 299 }, (_, index) => index + 2))
})

test.each([
  ['quotes.AAPL', { epoch: 'e0', fromSeq: 1 }, ['gone', 'snapshot']],
  ['quotes.AAPL', { epoch: 'e1', fromSeq: 1 }, ['gone', 'snapshot']],
  ['quotes.AAPL', { epoch: 'e1', fromSeq: 99 }, ['gone', 'snapshot']],
  ['quotes.AAPL', { epoch: 'e1', fromSeq: 4 }, ['quote', 'quote']],
  ['quotes.AAPL', { epoch: 'e1', fromSeq: 6 }, []],
  ['trades.AAPL', { epoch: 'e0', fromSeq: 1 }, ['gone']],
  ['trades.AAPL', { epoch: 'e1', fromSeq: 1 }, ['gone', 'trade', 'trade', 'trade']],
  ['orders.acc_demo', { epoch: 'e0', fromSeq: 1 }, ['gone']],
  [
    'orders.acc_demo',
    { epoch: 'e1', fromSeq: 0 },
    ['orderAccepted', 'orderAccepted', 'orderAccepted', 'orderAccepted', 'orderAccepted'],
  ],
])('%s from %j gives %j', (channel, position, types) => {
  const { market, feed, open } = aRig({ feed: { retention: { messages: 3 } } })
  for (let index = 1; index <= 5; index += 1) {
    feed.publish([
      ...market.set('AAPL', ['buy', 10_000, index]),
      ...market.print('AAPL', 10_000),
      ...market.accept(),
    ])
  }
  const messages = open().subscribe({ channel, ...position })
  expect(messages.map(({ type }) => type)).toEqual(['subscribed', ...types])
  const gone = messages.find(({ type }) => type === 'gone')
  const private_ = channel.startsWith('orders')
  if (gone !== undefined) expect(gone).toMatchObject({ channel, epoch: 'e1', oldestSeq: private_ ? 1 : 3 })
})

test('subscribing again starts the channel again', () => {
  const { market, feed, open } = aRig()
  const peer = open()
  peer.subscribe('quotes.AAPL')
  feed.publish(market.set('AAPL', ['buy', 10_000, 1]))
  expect(peer.subscribe('quotes.AAPL').map(({ type }) => type)).toEqual(['subscribed', 'snapshot'])
  feed.publish(market.set('AAPL', ['buy', 10_000, 2]))
  expect(numbers(peer.take())).toEqual([2])
})

test('a session that does not authenticate in 5 s is closed with 4401', () => {
  const { clock, connect } = aRig()
  const peer = connect()
  clock.advance(4_999)
  expect(peer.socket.closedWith).toBeUndefined()
  clock.advance(1)
  expect(peer.take().at(-1)).toMatchObject({
    type: 'error',
    id: null,
    problem: { code: 'authentication-timeout' },
  })
  expect(peer.socket.closedWith?.code).toBe(4401)
})

test('a wrong token is answered and closed with 4401, before and after the right one', () => {
  const { connect, open } = aRig()
  for (const peer of [connect(), open()]) {
    peer.send({ type: 'authenticate', id: 'x', token: 'mk_wrong' })
    expect(peer.take().at(-1)).toMatchObject({
      type: 'error',
      id: 'x',
      problem: { code: 'key-unknown', status: 401 },
    })
    expect(peer.socket.closedWith?.code).toBe(4401)
  }
})

test('authenticating again renews and changes what it names; another key is refused', () => {
  const { clock, open } = aRig()
  const peer = open({ heartbeatMs: 2_000 })
  peer.send({ type: 'authenticate', id: 'again', token: 'mk_demo', heartbeatMs: 3_000 })
  expect(peer.take()).toMatchObject([{ type: 'authenticated', id: 'again', heartbeatMs: 3_000 }])
  clock.advance(3_000)
  expect(peer.take().map(({ type }) => type)).toEqual(['heartbeat'])
  peer.send({ type: 'authenticate', id: 'third', token: 'mk_demo' })
  expect(peer.take()).toMatchObject([{ heartbeatMs: 3_000 }])
  peer.send({ type: 'authenticate', id: 'b', token: 'mk_other' })
  expect(peer.take()).toMatchObject([{ type: 'error', id: 'b', problem: { code: 'forbidden' } }])
  expect(peer.socket.closedWith).toBeUndefined()
})

test('with batchMs frames are arrays, answers included, in order', () => {
  const { market, feed, clock, open } = aRig()
  const peer = open({ batchMs: 50 })
  peer.subscribe('trades.AAPL')
  const before = peer.socket.frames.length
  for (let index = 0; index < 3; index += 1) feed.publish(market.print('AAPL', 10_000))
  expect(peer.socket.frames).toHaveLength(before)
  clock.advance(50)
  expect(JSON.parse(peer.socket.frames.at(-1) ?? '')).toMatchObject([{ seq: 1 }, { seq: 2 }, { seq: 3 }])
  feed.publish(market.print('AAPL', 10_000))
  peer.send({ type: 'ping', id: 'p' })
  expect(JSON.parse(peer.socket.frames.at(-1) ?? '')).toMatchObject([{ seq: 4 }, { type: 'pong' }])
  clock.advance(60)
  expect(peer.socket.frames).toHaveLength(before + 2)
})

test('a transport that takes bytes gets those of the feed, encoded once for all', () => {
  const { market, feed, open } = aRig()
  const peers = [open(), open()]
  const sent: (Uint8Array | undefined)[] = []
  for (const { socket } of peers) {
    socket.takesBytes = true
    socket.send = (_text: string, bytes?: Uint8Array) => void sent.push(bytes)
  }
  for (const peer of peers) peer.subscribe('trades.AAPL')
  sent.length = 0
  feed.publish(market.print('AAPL', 10_000))
  expect(sent).toHaveLength(2)
  expect(sent[0]).toBeInstanceOf(Uint8Array)
  expect(sent[0]).toBe(sent[1])
})

test('a later exclusive session takes over from an earlier one of the account', () => {
  const { open } = aRig()
  const [plain, first, other] = [
    open(),
    open({ exclusive: true }),
    open({ token: 'mk_other', exclusive: true }),
  ]
  const second = open({ exclusive: true })
  expect([plain, first, other, second].map(({ socket }) => socket.closedWith?.code)).toEqual([
    undefined,
    4409,
    undefined,
    undefined,
  ])
})

test('a connection too many of an account is told so and closed with 4429', () => {
  const { open, connect, hub } = aRig({ hub: { limits: REALISTIC_LIMITS } })
  const peers = Array.from({ length: 5 }, () => open())
  const sixth = connect()
  sixth.send({ type: 'authenticate', id: 'a', token: 'mk_demo' })
  expect(sixth.take().at(-1)).toMatchObject({
    type: 'error',
    problem: { code: 'too-many-connections', retryAfterMs: 10_000 },
  })
  expect(sixth.socket.closedWith).toEqual({ code: 4429, reason: '10' })
  peers[0]?.session.closed()
  expect(open().socket.closedWith).toBeUndefined()
  expect(hub.size).toBe(5)
})

test('too many messages are refused; the second time within 10 s the session is closed', () => {
  const { clock, open } = aRig({ hub: { limits: REALISTIC_LIMITS } })
  const peer = open()
  const burst = (count: number) => {
    for (let index = 0; index < count; index += 1) peer.send({ type: 'ping', id: String(index) })
    return peer.take()
  }
  // One of the fifty was authenticate.
  expect(burst(49).every(({ type }) => type === 'pong')).toBe(true)
  expect(burst(1)).toMatchObject([
    { type: 'error', id: '0', problem: { code: 'too-many-messages', retryAfterMs: 1_000 } },
  ])
  clock.advance(1_000)
  expect(burst(20).every(({ type }) => type === 'pong')).toBe(true)
  clock.advance(11_000)
  burst(51)
  expect(peer.socket.closedWith).toBeUndefined()
  peer.send({ type: 'ping', id: 'last' })
  expect(peer.socket.closedWith).toEqual({ code: 4429, reason: '10' })
})

test('an end with grace is announced, serves on, and closes', () => {
  const { market, feed, clock, hub, open } = aRig()
  const peer = open()
  peer.subscribe('trades.AAPL')
  hub.endAll(1012, 'restart', 2_000)
  feed.publish(market.print('AAPL', 10_000))
  expect(peer.take()).toMatchObject([
    { type: 'shutdown', graceMs: 2_000 },
    { type: 'trade', seq: 1 },
  ])
  clock.advance(2_000)
  expect(peer.socket.closedWith).toEqual({ code: 1012, reason: 'restart' })
})

test('an end without grace closes at once', () => {
  const { hub, open, connect } = aRig()
  const peers = [open(), connect()]
  hub.endAll(1001, 'going away')
  expect(peers.map(({ socket }) => socket.closedWith?.code)).toEqual([1001, 1001])
  expect(hub.size).toBe(0)
})

test('a session lives for 24 hours', () => {
  const { clock, open } = aRig()
  const peer = open({ heartbeatMs: 60_000 })
  clock.advance(86_389_999)
  expect(peer.take().some(({ type }) => type === 'shutdown')).toBe(false)
  clock.advance(1)
  expect(peer.take().at(-1)).toMatchObject({ type: 'shutdown', graceMs: 10_000 })
  clock.advance(10_000)
  expect(peer.socket.closedWith?.code).toBe(1012)
})

test('whatever ends a session, no timer and no listener is left', () => {
  const { market, feed, clock, hub, listeners, open, connect, errors } = aRig()
  const ends = [
    (peer: ReturnType<typeof open>) => peer.session.closed(),
    (peer: ReturnType<typeof open>) => peer.session.end(1001, 'away'),
    (peer: ReturnType<typeof open>) => peer.session.receive('x'.repeat(70_000)),
    (peer: ReturnType<typeof open>) => {
      peer.session.end(1012, 'restart', 1_000)
      clock.advance(1_000)
    },
  ]
  for (const end of ends) {
    for (const begin of [connect, () => open({ batchMs: 100 })]) {
      const peer = begin()
      peer.subscribe({ channel: 'quotes.AAPL', conflateMs: 100 }, 'orders')
      feed.publish(market.set('AAPL', ['buy', 10_000, 1]))
      feed.publish(market.set('AAPL', ['buy', 10_000, 2]))
      end(peer)
      const frames = peer.socket.frames.length
      feed.publish([...market.set('AAPL', ['buy', 10_000, 3]), ...market.accept()])
      peer.send({ type: 'ping', id: 'late' })
      peer.session.closed()
      peer.session.end(1001, 'twice')
      expect([clock.pending, hub.size, listeners()]).toEqual([0, 0, 0])
      expect(peer.socket.frames).toHaveLength(frames)
    }
  }
  expect(errors).toEqual([])
})

test('a socket that fails ends its own session and no other', () => {
  const { market, feed, errors, hub, open } = aRig()
  const [broken, whole] = [open(), open()]
  for (const peer of [broken, whole]) peer.subscribe('trades.AAPL')
  broken.socket.send = () => {
    throw new Error('EPIPE')
  }
  feed.publish(market.print('AAPL', 10_000))
  expect(broken.socket.closedWith?.code).toBe(1011)
  expect(numbers(whole.take())).toEqual([1])
  expect([errors.length, hub.size]).toEqual([1, 1])
})
