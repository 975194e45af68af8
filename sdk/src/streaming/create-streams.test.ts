import { expect, test } from 'vitest'
import { isAuthenticationError, isPermissionDeniedError, isValidationError } from '../errors/guards.ts'
import { isProtocolError, isSupersededError } from './stream-errors.ts'
import { collect, createTestStreams, settle } from './testing.ts'

test('the first value is the present quote, and every later one follows', async () => {
  const { streams, server, clock } = createTestStreams()
  server.quote('AAPL', 100)
  const { values } = collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  server.quote('AAPL', 101)
  server.quote('AAPL', 102)
  await settle()
  expect(values.map(({ bidPrice, epoch, seq }) => [bidPrice, epoch, seq])).toEqual([
    ['100', 'epoch1', 1],
    ['101', 'epoch1', 2],
    ['102', 'epoch1', 3],
  ])
  expect(streams.state).toBe('live')
})

test('an account is told after the orders whose effects it shows', async () => {
  const { streams, server, clock } = createTestStreams()
  const state = (ordersSeq: number) => ({
    accountId: server.accountId,
    ordersSeq,
    balances: [],
    positions: [],
  })
  server.publish(`account.${server.accountId}`, 'account', state(0))
  server.order('orderAccepted', 1)
  const told: string[] = []
  const orders = collect(streams.orders())
  const account = collect(streams.account())
  await clock.advance(10)
  expect(account.values.map(({ ordersSeq, seq }) => [ordersSeq, seq])).toEqual([[0, 1]])
  server.order('orderFilled', 1)
  await settle()
  server.publish(`account.${server.accountId}`, 'account', state(3))
  await settle()
  told.push(`account ${account.values.length}`)
  server.order('orderFilled', 1)
  await settle()
  told.push(`account ${account.values.length}`)
  expect(told).toEqual(['account 1', 'account 2'])
  expect(orders.values.map(({ type }) => type)).toEqual(['orderFilled', 'orderFilled'])
  expect(account.values.at(-1)).toMatchObject({ ordersSeq: 3, epoch: 'epoch1', seq: 2 })
})

test('an account alone waits for nothing', async () => {
  const { streams, server, clock } = createTestStreams()
  const { accountId } = server
  server.publish(`account.${accountId}`, 'account', { accountId, ordersSeq: 7, balances: [], positions: [] })
  const { values } = collect(streams.account({ accountId }))
  await clock.advance(10)
  expect(values).toMatchObject([{ ordersSeq: 7, seq: 1 }])
})

test('bars of one timeframe are told from now on', async () => {
  const { streams, server, clock } = createTestStreams()
  const { values } = collect(streams.bars(['BRK.B'], { timeframe: '1m' }))
  await clock.advance(10)
  server.publish('bars.1m.BRK.B', 'bar', { symbol: 'BRK.B', timeframe: '1m', close: '1.00', final: false })
  await settle()
  expect(values).toMatchObject([{ type: 'bar', symbol: 'BRK.B', close: '1.00', seq: 1 }])
})

test('nothing connects before the first read', async () => {
  const { streams, server, clock } = createTestStreams()
  streams.quotes(['AAPL'])
  await clock.advance(5_000)
  expect(server.connects).toBe(0)
  expect(streams.state).toBe('idle')
})

test('two loops over one symbol share a subscription, and the second begins with the present quote', async () => {
  const { streams, server, clock } = createTestStreams()
  server.quote('AAPL', 100)
  const first = collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  server.quote('AAPL', 101)
  await settle()
  const second = collect(streams.quotes(['AAPL']))
  await settle()
  server.quote('AAPL', 102)
  await settle()
  expect(first.values.map(({ bidPrice }) => bidPrice)).toEqual(['100', '101', '102'])
  expect(second.values.map(({ bidPrice }) => bidPrice)).toEqual(['101', '102'])
  expect(server.received.filter(({ type }) => type === 'subscribe')).toHaveLength(1)
})

test.each(['break', 'return', 'abort'] as const)(
  '%s unsubscribes, and the socket closes a second later',
  async (how) => {
    const { streams, server, clock } = createTestStreams()
    const abort = new AbortController()
    server.quote('AAPL', 100)
    const iterator = streams.quotes(['AAPL'], { signal: abort.signal })
    const loop = (async () => {
      for await (const _quote of iterator) if (how === 'break') break
    })()
    const outcome = loop.catch((error: unknown) => error)
    await clock.advance(10)
    if (how === 'return') await iterator.return()
    if (how === 'abort') abort.abort(new Error('enough'))
    await settle()
    if (how !== 'abort') expect(await outcome).toBeUndefined()
    else expect(await outcome).toMatchObject({ name: 'AbortedError', cause: new Error('enough') })
    expect(server.received.at(-1)).toMatchObject({ type: 'unsubscribe', channels: ['quotes.AAPL'] })
    const [socket] = server.sockets
    await clock.advance(1_000)
    expect(socket?.closedWith).toBe(1000)
    expect(streams.state).toBe('idle')
    expect(clock.timers.size).toBe(0)
  },
)

test('a subscription lives until its last loop ends', async () => {
  const { streams, server, clock } = createTestStreams()
  server.quote('AAPL', 100)
  const [first, second] = [streams.quotes(['AAPL']), streams.quotes(['AAPL'])]
  const { values } = collect(second)
  void first.next()
  await clock.advance(10)
  await first.return()
  await settle()
  server.quote('AAPL', 101)
  await settle()
  expect(values.map(({ bidPrice }) => bidPrice)).toEqual(['100', '101'])
  expect(server.received.some(({ type }) => type === 'unsubscribe')).toBe(false)
})

test('a loop that starts where one ended keeps the socket', async () => {
  const { streams, server, clock } = createTestStreams()
  for (const symbol of ['AAPL', 'MSFT', 'AAPL']) {
    server.quote(symbol, 100)
    const iterator = streams.quotes([symbol])
    const next = iterator.next()
    await clock.advance(10)
    expect((await next).value).toMatchObject({ symbol })
    await iterator.return()
    await clock.advance(500)
  }
  expect(server.connects).toBe(1)
})

test('a signal that has fired already ends the loop before it connects', async () => {
  const { streams, server } = createTestStreams()
  const iterator = streams.quotes(['AAPL'], { signal: AbortSignal.abort(new Error('early')) })
  await expect(iterator.next()).rejects.toMatchObject({ code: 'aborted', cause: new Error('early') })
  expect(server.connects).toBe(0)
})

test('a lost connection does not end the loop, and what was missed is replayed', async () => {
  const { streams, server, clock } = createTestStreams()
  const { values } = collect(streams.trades(['AAPL']))
  await clock.advance(10)
  server.trade('AAPL', 1)
  await settle()
  server.disconnect()
  expect(streams.state).toBe('backingOff')
  server.trade('AAPL', 2)
  server.trade('AAPL', 3)
  await clock.advance(2_000)
  server.trade('AAPL', 4)
  await settle()
  expect(values.map((item) => item.type === 'trade' && item.price)).toEqual(['1', '2', '3', '4'])
  expect(server.received.at(-1)).toMatchObject({
    channels: [{ channel: 'trades.AAPL', epoch: 'epoch1', fromSeq: 2 }],
  })
})

test('trades too old to be replayed show as one gap', async () => {
  const { streams, server, clock } = createTestStreams()
  const { values } = collect(streams.trades(['AAPL']))
  await clock.advance(10)
  server.trade('AAPL', 1)
  await settle()
  server.disconnect()
  for (const price of [2, 3, 4]) server.trade('AAPL', price)
  server.oldest.set('trades.AAPL', 4)
  await clock.advance(2_000)
  expect(values).toMatchObject([
    { type: 'trade', seq: 1 },
    { type: 'gap', symbol: 'AAPL', reason: 'gone', from: { seq: 2 }, to: { seq: 3 } },
    { type: 'trade', seq: 4 },
  ])
})

test('a restart of the server gives orders a resync with what is true now', async () => {
  const { streams, server, clock } = createTestStreams()
  const { values } = collect(streams.orders())
  await clock.advance(10)
  server.order('orderAccepted', 1)
  await settle()
  server.restart()
  server.order('orderAccepted', 2)
  await clock.advance(2_000)
  server.order('orderFilled', 2)
  await settle()
  expect(values).toMatchObject([
    { type: 'orderAccepted', seq: 1 },
    {
      type: 'resync',
      reason: 'epochChanged',
      from: { epoch: 'epoch1', seq: 2 },
      to: { epoch: 'epoch2', seq: 1 },
      openOrders: [],
    },
    { type: 'orderFilled', epoch: 'epoch2', seq: 2 },
  ])
})

test('orders without an account and with the default one share a subscription', async () => {
  const { streams, server, clock } = createTestStreams()
  const all = collect(streams.orders())
  const named = collect(streams.orders({ accountId: 'acc_demo' }))
  await clock.advance(10)
  server.order('orderAccepted', 1)
  await settle()
  expect(all.values).toHaveLength(1)
  expect(named.values).toHaveLength(1)
  expect(server.received.filter(({ type }) => type === 'subscribe')).toMatchObject([
    { channels: [{ channel: 'orders.acc_demo' }] },
  ])
})

test('ready resolves when nothing can be missed any more', async () => {
  const { streams, server, clock } = createTestStreams()
  const orders = streams.orders()
  let isReady = false
  void orders.ready().then(() => {
    isReady = true
  })
  expect(isReady).toBe(false)
  await clock.advance(10)
  expect(isReady).toBe(true)
  server.order('orderAccepted', 1)
  server.order('orderFilled', 1)
  expect((await orders.next()).value).toMatchObject({ type: 'orderAccepted' })
  expect((await orders.next()).value).toMatchObject({ type: 'orderFilled' })
})

test.each([
  ['4403 throws PermissionDeniedError', 4403, isPermissionDeniedError],
  ['4409 throws SupersededError', 4409, isSupersededError],
])('%s and stays down', async (_name, code, guard) => {
  const { streams, server, clock } = createTestStreams()
  const loop = collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  server.disconnect(code)
  await clock.advance(60_000)
  expect(guard(loop.error)).toBe(true)
  expect(streams.state).toBe('failed')
  expect(server.connects).toBe(1)
  expect(clock.timers.size).toBe(0)
})

test('a wrong token gets one refresh, then AuthenticationError', async () => {
  const { streams, server, clock, tokens } = createTestStreams()
  server.refusedToken = 'token1'
  const loop = collect(streams.quotes(['AAPL']))
  await clock.advance(5_000)
  expect(streams.state).toBe('live')
  expect(tokens).toEqual([false, true])
  server.refusedToken = 'token3'
  server.disconnect(4402)
  await clock.advance(5_000)
  expect(tokens).toEqual([false, true, true])
  expect(isAuthenticationError(loop.error)).toBe(true)
})

test('protocol errors: the third within a minute throws ProtocolError', async () => {
  const { streams, server, clock } = createTestStreams()
  const loop = collect(streams.quotes(['AAPL']))
  for (const code of [1002, 1008, 1007]) {
    await clock.advance(10_000)
    expect(loop.isDone).toBe(false)
    server.disconnect(code)
  }
  await settle()
  expect(isProtocolError(loop.error)).toBe(true)
})

test('messages that are not what their type says break the connection, and the third within a minute the loop', async () => {
  const { streams, server, clock } = createTestStreams()
  const loop = collect(streams.quotes(['AAPL']))
  for (const broken of [
    { type: 'heartbeat' },
    { type: 'subscribed', id: '9' },
    { type: 'heartbeat', channels: null },
  ]) {
    await clock.advance(5_000)
    expect(streams.state).toBe('live')
    for (const socket of server.sockets) socket.deliver(broken)
    await settle()
  }
  expect(isProtocolError(loop.error)).toBe(true)
})

test('frames that are no JSON, no objects or of unknown types are passed over', async () => {
  const { streams, server, clock } = createTestStreams()
  server.quote('AAPL', 1)
  const { values } = collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  const [socket] = server.sockets
  for (const data of [
    '{"type":',
    '7',
    'null',
    '[]',
    '[null,{"type":7}]',
    '{"type":"news","data":{}}',
    new ArrayBuffer(4),
  ]) {
    socket?.emit('message', { data })
  }
  socket?.deliver({ type: 'quote', channel: 'quotes.AAPL', epoch: 'epoch1', time: 't', data: {} })
  server.quote('AAPL', 2)
  await settle()
  expect(values.map(({ bidPrice }) => bidPrice)).toEqual(['1', '2'])
  expect(streams.state).toBe('live')
})

test('a message that breaks the contract throws ProtocolError where messages are validated', async () => {
  const { streams, clock } = createTestStreams({
    validate: (message) =>
      (message as { type: string }).type === 'subscribed' ? '/channels/0: no' : undefined,
  })
  const loop = collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  expect(loop.error).toMatchObject({ code: 'invalid-message', message: '/channels/0: no' })
})

test('after a failure a new loop starts over, no sooner than a second after the last attempt', async () => {
  const { streams, server, clock } = createTestStreams()
  collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  server.disconnect(4409)
  await settle()
  server.quote('AAPL', 100)
  const { values } = collect(streams.quotes(['AAPL']))
  await clock.advance(900)
  expect(server.connects).toBe(1)
  await clock.advance(200)
  expect(server.connects).toBe(2)
  expect(values).toHaveLength(1)
})

test('a channel that the server does not know fails its own loop alone', async () => {
  const { streams, server, clock } = createTestStreams()
  server.unknownChannels.add('quotes.NOPE')
  for (const symbol of ['AAPL', 'MSFT']) server.quote(symbol, 100)
  const good = collect(streams.quotes(['AAPL']))
  const bad = collect(streams.quotes(['NOPE']))
  const mixed = collect(streams.quotes(['MSFT', 'NOPE']))
  const late = collect(streams.quotes(['MSFT']))
  await clock.advance(10)
  expect(isValidationError(bad.error)).toBe(true)
  expect(isValidationError(mixed.error)).toBe(true)
  expect(good.values).toHaveLength(1)
  expect(late.values).toHaveLength(1)
  expect(streams.state).toBe('live')
})

test('hundreds of channels go out in messages of 256, and a refusal is found in each', async () => {
  const { streams, server, clock } = createTestStreams()
  const symbols = Array.from({ length: 600 }, (_, index) => `S${index}`)
  server.unknownChannels.add('quotes.S599')
  const loops = symbols.map((symbol) => collect(streams.quotes([symbol])))
  await clock.advance(10)
  const sizes = server.received.flatMap(({ type, channels = [] }) =>
    type === 'subscribe' ? [channels.length] : [],
  )
  expect(sizes).toEqual([256, 256, 88, 87])
  expect(loops.map(({ values }) => values.length)).toEqual(
    symbols.map((symbol) => (symbol === 'S599' ? 0 : 1)),
  )
  expect(isValidationError(loops.at(-1)?.error)).toBe(true)
})

test('a missing acknowledgement is asked for once more, then the connection is given up', async () => {
  const { streams, server, clock } = createTestStreams()
  server.transmit = (message) => ((message as { type: string }).type === 'subscribed' ? [] : [message])
  collect(streams.trades(['AAPL']))
  await clock.advance(4_999)
  expect(server.received.filter(({ type }) => type === 'subscribe')).toHaveLength(1)
  await clock.advance(2)
  expect(server.received.filter(({ type }) => type === 'subscribe')).toHaveLength(2)
  expect(server.connects).toBe(1)
  await clock.advance(6_000)
  expect(server.connects).toBe(2)
  server.transmit = (message) => [message]
  await clock.advance(6_000)
  expect(streams.state).toBe('live')
})

test('a silent server is pinged after 7.5 s and abandoned after 12 s', async () => {
  const { streams, server, clock } = createTestStreams()
  collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  const [socket] = server.sockets
  server.isMute = true
  await clock.advance(7_480)
  expect(server.received.at(-1)?.type).not.toBe('ping')
  await clock.advance(30)
  expect(server.received.at(-1)?.type).toBe('ping')
  await clock.advance(4_400)
  expect(socket?.closedWith).toBe(undefined)
  await clock.advance(200)
  expect(socket?.closedWith).toBe(4000)
  expect(socket?.terminated).toBe(true)
  expect(streams.state).toBe('backingOff')
})

test('a channel that only heartbeats tell of is refilled, and the third time within a minute reconnects', async () => {
  const { streams, server, clock } = createTestStreams()
  const { values } = collect(streams.trades(['AAPL']))
  await clock.advance(10)
  server.transmit = (message) => ((message as { type: string }).type === 'trade' ? [] : [message])
  for (const price of [1, 2, 3]) {
    expect(server.connects).toBe(1)
    server.trade('AAPL', price)
    await clock.advance(5_000)
    server.heartbeat()
    await clock.advance(2_000)
  }
  expect(server.connects).toBe(2)
  expect(values.map((item) => item.type === 'trade' && item.price)).toEqual(['1', '2', '3'])
})

test('a slow reader of orders is fetched what it has not read, by number', async () => {
  const { streams, server, clock } = createTestStreams()
  const orders = streams.orders()
  const first = orders.next()
  await clock.advance(10)
  for (let id = 1; id <= 3_000; id += 1) server.order('orderAccepted', id)
  await settle()
  expect((await first).value).toMatchObject({ seq: 1 })
  const rest = collect(orders)
  await clock.advance(1_000)
  for (let id = 3_001; id <= 3_003; id += 1) server.order('orderAccepted', id)
  await settle()
  expect(rest.values.map((item) => item.type !== 'resync' && item.seq)).toEqual(
    Array.from({ length: 3_002 }, (_, index) => index + 2),
  )
})

test('a slow reader of quotes gets the latest with the number skipped; a fast one gets all', async () => {
  const { streams, server, clock } = createTestStreams()
  const slow = streams.quotes(['AAPL'])
  const first = slow.next()
  const fast = collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  for (let price = 1; price <= 1_500; price += 1) {
    server.quote('AAPL', price)
    if (price % 100 === 0) await settle()
  }
  await first
  expect(fast.values).toHaveLength(1_501)
  expect(fast.values.some(({ conflated }) => conflated)).toBe(false)
  expect((await slow.next()).value).toMatchObject({ seq: 1_001, conflated: 1_000 })
  expect((await slow.next()).value).toMatchObject({ seq: 1_002 })
})

test('close ends all loops, for good, and leaves no timers and no listeners', async () => {
  const { streams, server, clock } = createTestStreams()
  const changes: string[] = []
  streams.onStateChange(({ state }) => changes.push(state))
  const loops = [collect(streams.quotes(['AAPL'])), collect(streams.orders()), collect(streams.book('AAPL'))]
  await clock.advance(10)
  const [socket] = server.sockets
  streams.close()
  await settle()
  expect(loops.map(({ isDone, error }) => [isDone, error])).toEqual(loops.map(() => [true, undefined]))
  expect(socket?.closedWith).toBe(1000)
  // For an error, and for the end.
  expect(socket?.listenerCount).toBe(2)
  expect(clock.timers.size).toBe(0)
  expect(socket?.terminated).toBe(false)
  expect(changes).toEqual(['connecting', 'authenticating', 'subscribing', 'live', 'closed'])
  const late = collect(streams.quotes(['AAPL']))
  await clock.advance(10_000)
  expect(late.error).toMatchObject({ code: 'client-closed' })
  expect(server.connects).toBe(1)
})

test('a peer that does not answer the close is dropped 2 s later', async () => {
  const { streams, server, clock } = createTestStreams()
  void streams.quotes(['AAPL']).next()
  await clock.advance(10)
  const [socket] = server.sockets
  Object.assign(socket ?? {}, { answersClose: false })
  streams.close()
  await clock.advance(1_999)
  expect(socket).toMatchObject({ closedWith: 1000, terminated: false })
  await clock.advance(1)
  expect(socket?.terminated).toBe(true)
  expect(clock.timers.size).toBe(0)
})

test('timers and listeners stay constant over 1,000 reconnects, at most one a second', async () => {
  const { streams, server, clock } = createTestStreams()
  const { values } = collect(streams.trades(['AAPL']))
  await clock.advance(1_000)
  const timers = clock.timers.size
  const seen = new Set<unknown>()
  const startedMs = clock.elapsedMs
  for (let round = 1; round <= 1_000; round += 1) {
    const [socket] = server.sockets
    seen.add(socket)
    server.trade('AAPL', round)
    server.disconnect()
    expect(socket?.listenerCount).toBe(1)
    while (streams.state !== 'live') await clock.advance(500)
    await clock.advance(round % 3 === 0 ? 31_000 : 0)
    server.heartbeat()
  }
  await settle()
  expect(seen.size).toBe(1_000)
  expect(server.connects).toBe(1_001)
  expect(clock.elapsedMs - startedMs).toBeGreaterThan(1_000_000)
  expect(clock.timers.size).toBe(timers)
  expect(values).toHaveLength(1_000)
})

test('4429 waits the seconds that its reason names', async () => {
  const { streams, server, clock } = createTestStreams()
  collect(streams.quotes(['AAPL']))
  await clock.advance(10)
  server.disconnect(4429, '30')
  await clock.advance(29_900)
  expect(server.connects).toBe(1)
  await clock.advance(200)
  expect(server.connects).toBe(2)
})

test('after 4408 quotes are asked for conflated, until the connection has been well for 30 s', async () => {
  const { streams, server, clock } = createTestStreams()
  collect(streams.quotes(['AAPL']))
  collect(streams.trades(['AAPL']))
  await clock.advance(10)
  server.disconnect(4408)
  await clock.advance(3_000)
  expect(server.received.at(-1)).toMatchObject({ channels: [{ conflateMs: 100 }, {}] })
  for (let beat = 0; beat < 7; beat += 1) {
    await clock.advance(5_000)
    server.heartbeat()
  }
  server.disconnect()
  await clock.advance(3_000)
  expect(server.received.at(-1)?.channels?.[0]).not.toHaveProperty('conflateMs')
})

test('a listener that throws does not break the stream', async () => {
  const thrown: unknown[] = []
  const onError = (error: unknown) => thrown.push(error)
  process.prependListener('uncaughtException', onError)
  const others = process.listeners('uncaughtException').filter((listener) => listener !== onError)
  for (const listener of others) process.removeListener('uncaughtException', listener)
  try {
    const { streams, clock } = createTestStreams()
    streams.onStateChange(() => {
      throw new Error('the user was here')
    })
    collect(streams.quotes(['AAPL']))
    await clock.advance(100)
    expect(streams.state).toBe('live')
    expect(thrown.length).toBeGreaterThan(0)
  } finally {
    process.removeListener('uncaughtException', onError)
    for (const listener of others) process.on('uncaughtException', listener)
  }
})
