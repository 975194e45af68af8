import { ErrorMessage, ServerMessage } from '@openbourse/spec/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../any-character.ts'
import { aRig, type Peer, type Rig } from './rig.ts'

const subscribe = (...channels: unknown[]) => JSON.stringify({ type: 'subscribe', id: 'x', channels })

/** A frame, the id its answer carries, the problem's code, a pointer, and a word of what would be right. */
const refused: [
  name: string,
  frame: string,
  id: string | null,
  code: string,
  pointer: string | undefined,
  hint: RegExp,
][] = [
  ['not JSON', '{"type":"ping","id":', null, 'malformed-message', undefined, /JSON object/],
  ['nothing', '', null, 'malformed-message', undefined, /JSON object/],
  ['an array', '[{"type":"ping","id":"x"}]', null, 'malformed-message', undefined, /JSON object/],
  ['a number', '1', null, 'malformed-message', undefined, /JSON object/],
  ['null', 'null', null, 'malformed-message', undefined, /JSON object/],
  ['no type', '{"id":"x"}', 'x', 'malformed-message', '/type', /authenticate, subscribe, unsubscribe, ping/],
  ['a type that is no string', '{"id":"x","type":7}', 'x', 'malformed-message', '/type', /one of/],
  ['an unknown type', '{"id":"x","type":"subscrib"}', 'x', 'unknown-message-type', '/type', /one of/],
  ['a name of Object', '{"id":"x","type":"constructor"}', 'x', 'unknown-message-type', '/type', /one of/],
  ['no id', '{"type":"ping"}', null, 'malformed-message', '/id', /required/],
  ['an id that is no string', '{"type":"ping","id":5}', null, 'malformed-message', '/id', /string/],
  [
    'an id too long',
    JSON.stringify({ type: 'ping', id: 'x'.repeat(65) }),
    null,
    'malformed-message',
    '/id',
    /64/,
  ],
  [
    'an unknown field',
    '{"type":"ping","id":"x","idd":1}',
    'x',
    'malformed-message',
    '/idd',
    /did you mean id/,
  ],
  [
    '__proto__',
    '{"type":"ping","id":"x","__proto__":{"a":1}}',
    'x',
    'malformed-message',
    '/__proto__',
    /unknown field/,
  ],
  ['no channels', '{"type":"subscribe","id":"x"}', 'x', 'malformed-message', '/channels', /required/],
  ['an empty list', subscribe(), 'x', 'malformed-message', '/channels', /at least 1/],
  ['a channel as text', subscribe('quotes.AAPL'), 'x', 'malformed-message', '/channels/0', /object/],
  [
    'a misspelt field',
    subscribe({ channel: 'quotes.AAPL', fromseq: 1 }),
    'x',
    'malformed-message',
    '/channels/0/fromseq',
    /fromSeq/,
  ],
  [
    'fromSeq without epoch',
    subscribe({ channel: 'quotes.AAPL', fromSeq: 1 }),
    'x',
    'malformed-message',
    '/channels/0/epoch',
    /go together/,
  ],
  [
    'a negative number',
    subscribe({ channel: 'quotes.AAPL', epoch: 'e1', fromSeq: -1 }),
    'x',
    'malformed-message',
    '/channels/0/fromSeq',
    /integer/,
  ],
  [
    'a fraction',
    subscribe({ channel: 'quotes.AAPL', epoch: 'e1', fromSeq: 1.5 }),
    'x',
    'malformed-message',
    '/channels/0/fromSeq',
    /integer/,
  ],
  [
    'conflation out of bounds',
    subscribe({ channel: 'quotes.AAPL', conflateMs: 60_001 }),
    'x',
    'malformed-message',
    '/channels/0/conflateMs',
    /60000/,
  ],
  [
    'no channel of the grammar',
    subscribe({ channel: 'quotes.AAPL' }, { channel: 'quote.AAPL' }),
    'x',
    'invalid-channel',
    '/channels/1/channel',
    /quotes\.SYMBOL/,
  ],
  [
    'an unknown symbol',
    subscribe({ channel: 'quotes.NONE' }),
    'x',
    'invalid-channel',
    '/channels/0/channel',
    /listInstruments/,
  ],
  [
    'an unknown account',
    subscribe({ channel: 'orders.acc_none' }),
    'x',
    'invalid-channel',
    '/channels/0/channel',
    /listAccounts/,
  ],
  [
    "another account's orders",
    subscribe({ channel: 'orders.acc_other' }),
    'x',
    'invalid-channel',
    '/channels/0/channel',
    /listAccounts/,
  ],
  [
    'conflation of trades',
    subscribe({ channel: 'trades.AAPL', conflateMs: 5 }),
    'x',
    'invalid-request',
    '/channels/0/conflateMs',
    /quotes and book/,
  ],
  [
    'batchMs out of bounds',
    '{"type":"authenticate","id":"x","token":"mk_demo","batchMs":1001}',
    'x',
    'malformed-message',
    '/batchMs',
    /1000/,
  ],
  [
    'another key',
    '{"type":"authenticate","id":"x","token":"mk_other"}',
    'x',
    'forbidden',
    undefined,
    /another key/,
  ],
]

test.each(refused)('%s is refused, and session and orders go on', (_, frame, id, code, pointer, hint) => {
  const rig = aRig()
  const peer = rig.open()
  peer.subscribe('orders')
  peer.session.receive(frame)
  const [error, ...more] = peer.take()
  expect(more).toEqual([])
  expect(ErrorMessage.safeParse(error).error).toBeUndefined()
  expect(error).toMatchObject({
    type: 'error',
    id,
    problem: { code, instance: '/v1/stream', processed: 'no' },
  })
  const { problem } = error as unknown as {
    problem: { detail: string; errors?: { pointer: string; detail: string }[] }
  }
  if (pointer !== undefined) expect(problem.errors?.map((item) => item.pointer)).toContain(pointer)
  expect(JSON.stringify(problem)).toMatch(hint)
  expectWorking(rig, peer)
})

test('another account and no account read the same', () => {
  const { open } = aRig()
  const [others, nobody] = ['acc_other', 'acc_nobod'].map((account) => {
    const peer = open()
    peer.session.receive(subscribe({ channel: `orders.${account}` }))
    return peer.socket.frames
      .at(-1)
      ?.replaceAll(account, 'ACCOUNT')
      .replace(/ses_\d/, 'SESSION')
  })
  expect(others).toBe(nobody)
})

test('orders need a scope that market data alone is not', () => {
  const rig = aRig()
  const peer = rig.open({ token: 'mk_data' })
  expect(peer.subscribe('orders', 'quotes.AAPL')).toMatchObject([
    {
      type: 'error',
      id: 's',
      problem: { code: 'missing-scope', status: 403, errors: [{ pointer: '/channels/0' }] },
    },
  ])
  expect(peer.subscribe('quotes.AAPL')).toHaveLength(2)
})

test('one bad channel of a message changes nothing', () => {
  const { market, feed, listeners, open } = aRig()
  const peer = open()
  peer.subscribe('quotes.AAPL', 'quotes.NONE')
  feed.publish(market.set('AAPL', ['buy', 1, 1]))
  expect([peer.take(), listeners()]).toEqual([[], 0])
})

test('before authenticate everything else is refused', () => {
  const { connect, clock } = aRig()
  const peer = connect()
  peer.take()
  for (const type of ['subscribe', 'unsubscribe', 'ping']) {
    peer.send({
      type,
      id: type,
      ...(type === 'ping'
        ? {}
        : { channels: type === 'subscribe' ? [{ channel: 'quotes.AAPL' }] : ['quotes.AAPL'] }),
    })
    expect(peer.take()).toMatchObject([{ type: 'error', id: type, problem: { code: 'not-authenticated' } }])
  }
  peer.send({ type: 'authenticate', id: 'a', token: 'mk_demo' })
  expect(peer.take()).toMatchObject([{ type: 'authenticated' }])
  clock.advance(5_000)
  expect(peer.socket.closedWith).toBeUndefined()
})

test('a session has at most 1,024 channels, and stays when more are asked for', () => {
  const rig = aRig()
  const symbols = Array.from({ length: 1_025 }, (_, index) => `S${index}`)
  for (const symbol of symbols) rig.feed.publish(rig.market.list(symbol))
  const peer = rig.open()
  peer.subscribe(...symbols.slice(0, 1_000).map((symbol) => `trades.${symbol}`))
  expect(peer.subscribe(...symbols.slice(990).map((symbol) => `trades.${symbol}`))).toMatchObject([
    { type: 'error', id: 's', problem: { code: 'subscription-limit', status: 422 } },
  ])
  expect(peer.subscribe(...symbols.slice(990, 1_024).map((symbol) => `trades.${symbol}`))).toMatchObject([
    { type: 'subscribed' },
  ])
  peer.send({ type: 'unsubscribe', id: 'u', channels: ['trades.S0'] })
  peer.take()
  expectWorking(rig, peer, 'subscribe')
})

test('a message over 64 KiB closes with 1009, counted in bytes', () => {
  const { open } = aRig()
  const message = (length: number, character: string) => {
    const empty = JSON.stringify({ type: 'authenticate', id: 'x', token: '' })
    return JSON.stringify({ type: 'authenticate', id: 'x', token: character.repeat(length) }).padEnd(
      empty.length,
    )
  }
  const closes = [
    message(64 * 1024, 'a'),
    message(22_000, '€'),
    message(21_000, '€'),
    '{"type":"ping","id":"1"}'.padStart(64 * 1024),
  ].map((frame) => {
    const peer = open()
    peer.session.receive(frame)
    return [peer.socket.closedWith?.code, peer.take().at(-1)?.type]
  })
  expect(closes).toEqual([
    [1009, 'error'],
    [1009, 'error'],
    [undefined, 'error'],
    [undefined, 'pong'],
  ])
})

test('the tenth malformed message within 60 s closes with 1008', () => {
  const { clock, open } = aRig()
  const slow = open()
  for (let index = 0; index < 30; index += 1) {
    slow.session.receive('?')
    clock.advance(7_000)
  }
  expect(slow.socket.closedWith).toBeUndefined()
  const fast = open()
  for (let index = 0; index < 10; index += 1) {
    expect(fast.socket.closedWith).toBeUndefined()
    fast.session.receive('?')
  }
  expect(fast.socket.closedWith?.code).toBe(1008)
  expect(fast.take().filter(({ type }) => type === 'error')).toHaveLength(10)
})

test('a problem never repeats more than a short piece of what was sent', () => {
  const { open } = aRig()
  const peer = open()
  const long = `<script>\u0000\u202e${'x'.repeat(5_000)}`
  for (const frame of [
    { type: long, id: '1' },
    { type: 'ping', id: '2', [long]: 1 },
  ])
    peer.send(frame)
  peer.session.receive(subscribe({ channel: long.slice(0, 128) }))
  for (const frame of peer.socket.frames) {
    expect(frame.length).toBeLessThan(2_000)
    expect(JSON.parse(frame)?.problem?.detail ?? '').toMatch(/^[\x20-\x7e]*$/)
  }
})

const names = [
  'type',
  'id',
  'channels',
  'channel',
  'token',
  'epoch',
  'fromSeq',
  'conflateMs',
  'batchMs',
  'heartbeatMs',
  'exclusive',
  '__proto__',
  'constructor',
]
const words = [
  'authenticate',
  'subscribe',
  'unsubscribe',
  'ping',
  'quotes.AAPL',
  'orders',
  'orders.acc_other',
  'book.MSFT',
  'e1',
  'e0',
  'mk_demo',
  '',
  '..',
  'a'.repeat(70),
]
const value = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(...words),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.string(),
  ),
  node: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('node'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...names), tie('node'), { maxKeys: 5 }),
  ),
})).node
const nearly = fc
  .record({
    type: fc.constantFrom('subscribe', 'unsubscribe', 'ping', 'authenticate', 'x'),
    id: fc.oneof(fc.string({ maxLength: 3 }), value),
    extra: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 }),
  })
  .map(({ extra, ...rest }) => ({ ...rest, ...extra }))
const frame = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 200 }),
  value.map((each) => JSON.stringify(each)),
  nearly.map((each) => JSON.stringify(each)),
  nearly.chain((each) => {
    const text = JSON.stringify(each)
    return fc
      .tuple(fc.nat(text.length), fc.string({ maxLength: 3 }))
      .map(([at, junk]) => text.slice(0, at) + junk + text.slice(at + 1))
  }),
)

test('10,000 random frames: no failure inside, every answer follows the contract, and the next client is served', () => {
  const rig = aRig()
  let peer = rig.open()
  const before = Object.getOwnPropertyNames(Object.prototype).length
  for (const text of fc.sample(frame, { numRuns: 10_000, seed: 7 })) {
    if (peer.socket.closedWith !== undefined) peer = rig.open()
    peer.session.receive(text)
    for (const answer of peer.take()) {
      const schema = answer.type === 'error' ? ErrorMessage : ServerMessage
      if (!schema.safeParse(answer).success) throw new Error(JSON.stringify({ text, answer }))
    }
  }
  expect(rig.errors).toEqual([])
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before)
  const last = rig.open()
  last.subscribe('orders')
  expectWorking(rig, last)
})

test('deep and long frames are answered in no time', () => {
  const { open } = aRig()
  const frames = [
    '['.repeat(60_000),
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    subscribe(...Array(30_000).fill(1)),
    subscribe(...Array(9_000).fill({})),
    subscribe(
      ...Array(1_000).fill(Object.fromEntries(Array.from({ length: 8 }, (_, key) => [`k${key}`, 1]))),
    ),
    `{"type":"ping","id":"x",${Array.from({ length: 7_000 }, (_, index) => `"${index}":1`).join(',')}}`,
  ]
  for (const text of frames) {
    const peer = open()
    peer.session.receive(text)
    expect(peer.socket.frames.at(-1)?.length).toBeLessThan(10_000)
    expect(peer.take().at(-1)?.type).toBe('error')
  }
})

/** A good request is answered, and the orders of the account still arrive. */
function expectWorking({ market, feed, errors }: Rig, peer: Peer, ...already: 'subscribe'[]): void {
  if (already.length > 0) peer.subscribe('orders')
  peer.send({ type: 'ping', id: 'good' })
  feed.publish(market.accept())
  expect(peer.take()).toMatchObject([
    { type: 'pong', id: 'good' },
    { type: 'orderAccepted', seq: feed.seq('orders.acc_demo') },
  ])
  expect(errors).toEqual([])
  expect(peer.socket.closedWith).toBeUndefined()
}
