import { DataMessage } from '@openbourse/spec/schemas'
import { expect, test } from 'vitest'
import type { FeedMessage } from '../../src/feed/feed.ts'
import { aFeed, ScriptedMarket } from './scripted-market.ts'

function aMarket() {
  const market = new ScriptedMarket(['AAPL', 'MSFT'], ['acc_demo', 'acc_house'])
  const feed = aFeed(market)
  const heard: FeedMessage[] = []
  const listen = (channel: string) => feed.listen(channel, (message) => heard.push(message))
  return { market, feed, heard, listen }
}

test('a command that moves the best gives one quote and one delta', () => {
  const { market, feed, heard, listen } = aMarket()
  listen('quotes.AAPL')
  listen('book.AAPL')
  feed.publish(
    market.set(
      'AAPL',
      ['buy', 10_001, 500],
      ['buy', 10_000, 75],
      ['sell', 10_003, 1200],
      ['sell', 10_002, 300],
    ),
  )
  expect(heard.map(({ channel, seq, type }) => [channel, seq, type])).toEqual([
    ['book.AAPL', 1, 'delta'],
    ['quotes.AAPL', 1, 'quote'],
  ])
  expect(heard[0]?.data).toEqual({
    symbol: 'AAPL',
    bids: [
      { price: '100.01', quantity: '500' },
      { price: '100.00', quantity: '75' },
    ],
    asks: [
      { price: '100.02', quantity: '300' },
      { price: '100.03', quantity: '1200' },
    ],
    checksum: 443_360_549,
  })
  expect(heard[1]?.data).toEqual({
    symbol: 'AAPL',
    bidPrice: '100.01',
    bidQuantity: '500',
    askPrice: '100.02',
    askQuantity: '300',
    time: '2026-11-22T14:30:00.000001Z',
  })
})

test('a command behind the best gives a delta and no quote', () => {
  const { market, feed } = aMarket()
  feed.publish(market.set('AAPL', ['buy', 10_001, 500]))
  feed.publish(market.set('AAPL', ['buy', 9_999, 500]))
  expect([feed.seq('book.AAPL'), feed.seq('quotes.AAPL')]).toEqual([2, 1])
})

test('an empty side is null in price and quantity', () => {
  const { market, feed } = aMarket()
  feed.publish(market.set('AAPL', ['buy', 10_001, 500]))
  feed.publish(market.set('AAPL', ['buy', 10_001, 0], ['sell', 10_002, 1]))
  expect(feed.snapshot('quotes.AAPL')).toMatchObject({
    seq: 2,
    data: { bidPrice: null, bidQuantity: null, askPrice: '100.02', askQuantity: '1' },
  })
})

test('one command may touch several symbols', () => {
  const { market, feed } = aMarket()
  feed.publish([
    ...market.set('AAPL', ['buy', 1, 1]),
    ...market.set('MSFT', ['buy', 2, 1]),
    ...market.set('AAPL', ['sell', 3, 1]),
  ])
  expect([feed.seq('book.AAPL'), feed.seq('quotes.AAPL'), feed.seq('book.MSFT')]).toEqual([1, 1, 1])
})

test("order events carry the exchange's own numbers, for customers only", () => {
  const { market, feed, heard, listen } = aMarket()
  listen('orders.acc_demo')
  feed.publish([...market.accept(), ...market.accept('acc_house'), ...market.cancel()])
  expect(heard.map(({ seq, type, data }) => [seq, type, data])).toMatchObject([
    [
      1,
      'orderAccepted',
      { order: { status: 'new', updatedSeq: 1, limitPrice: '100.00', averageFillPrice: null } },
    ],
    [2, 'orderCanceled', { order: { status: 'canceled', updatedSeq: 2 }, reason: 'canceled-by-user' }],
  ])
  expect(feed.has('orders.acc_house')).toBe(false)
})

test('a feed that starts later goes on where the account is', () => {
  const market = new ScriptedMarket()
  market.accept()
  market.accept()
  const feed = aFeed(market)
  expect(feed.seq('orders.acc_demo')).toBe(2)
  feed.publish(market.cancel())
  expect(feed.seq('orders.acc_demo')).toBe(3)
  expect(feed.replay({ channel: 'orders.acc_demo', epoch: 'e1', fromSeq: 1 })).toMatchObject({
    outcome: 'gone',
    oldestSeq: 3,
  })
})

test('status and trades', () => {
  const { market, feed, heard, listen } = aMarket()
  listen('status.AAPL')
  listen('trades.AAPL')
  feed.publish([...market.halt('AAPL'), ...market.print('AAPL', 10_001, 5)])
  expect(heard.map(({ data }) => data)).toEqual([
    { symbol: 'AAPL', phase: 'open', halted: true, haltReason: 'news', market: 'normal' },
    {
      tradeId: 'trd_1',
      symbol: 'AAPL',
      price: '100.01',
      quantity: '5',
      time: '2026-11-22T14:30:00.000002Z',
      takerSide: 'buy',
      source: 'exchange',
    },
  ])
})

test('a recorded print keeps what lies between two ticks', () => {
  const { market, feed, heard, listen } = aMarket()
  listen('trades.AAPL')
  const [print] = market.print('AAPL', 10_001, 5)
  if (print?.type !== 'TradePrinted') throw new Error('no print')
  feed.publish([{ ...print, subTick: 500_000, source: 'recorded', takerSide: null, conditions: ['odd-lot'] }])
  expect(heard[0]?.data).toMatchObject({
    price: '100.015',
    takerSide: null,
    source: 'recorded',
    conditions: ['odd-lot'],
  })
})

test('every message follows the contract, and its bytes are its text', () => {
  const { market, feed, heard, listen } = aMarket()
  for (const name of ['quotes', 'trades', 'book', 'status']) listen(`${name}.AAPL`)
  listen('orders.acc_demo')
  feed.publish(market.set('AAPL', ['buy', 10_001, 500], ['sell', 10_003, 1200]))
  feed.publish([
    ...market.halt('AAPL'),
    ...market.print('AAPL', 10_001),
    ...market.accept(),
    ...market.cancel(),
  ])
  expect(heard).toHaveLength(6)
  for (const message of heard) {
    expect(DataMessage.safeParse(JSON.parse(message.text)).error).toBeUndefined()
    expect(new TextDecoder().decode(message.bytes)).toBe(message.text)
    expect(message.bytes).toBe(message.bytes)
    expect(JSON.parse(message.text)).toEqual({
      channel: message.channel,
      epoch: 'e1',
      seq: message.seq,
      type: message.type,
      time: message.time,
      data: message.data,
    })
  }
})

test('a quote that was read is there as it was written, an order event is made anew, the same', () => {
  const { market, feed, heard, listen } = aMarket()
  listen('orders.acc_demo')
  listen('quotes.AAPL')
  feed.publish([...market.accept(), ...market.cancel(), ...market.set('AAPL', ['buy', 10_000, 1])])
  for (const [channel, isKept] of [
    ['orders.acc_demo', false],
    ['quotes.AAPL', true],
  ] as const) {
    const first = heard.filter((message) => message.channel === channel)
    const replay = feed.replay({ channel, epoch: 'e1', fromSeq: 1 })
    const again = replay.outcome === 'messages' ? replay.messages : []
    expect(first.length).toBeGreaterThan(0)
    expect(again.map(({ text }) => text)).toEqual(first.map(({ text }) => text))
    expect(again.map(({ data }, index) => data === first[index]?.data)).toEqual(first.map(() => isKept))
  }
})

test('there is a channel for each listed symbol and each customer, and for nothing else', () => {
  const { market, feed } = aMarket()
  expect(['quotes.AAPL', 'book.MSFT', 'orders.acc_demo'].map((name) => feed.has(name))).toEqual([
    true,
    true,
    true,
  ])
  const unknown = [
    'quotes.NONE',
    'quotes.',
    'quotes',
    'AAPL',
    '',
    'orders.acc_none',
    'bars.2m.AAPL',
    '__proto__',
  ]
  expect(unknown.filter((name) => feed.has(name))).toEqual([])
  feed.publish(market.list('TSLA'))
  expect(feed.has('quotes.TSLA')).toBe(true)
})

test('a listener that causes further events hears them after those on their way, in order', () => {
  const { market, feed, heard, listen } = aMarket()
  let left = 3
  feed.listen('quotes.AAPL', () => {
    if (left === 0) return
    left -= 1
    feed.publish(market.set('AAPL', ['buy', 20_000 - left, 1]))
  })
  listen('book.AAPL')
  listen('quotes.AAPL')
  feed.publish(market.set('AAPL', ['buy', 10_000, 1]))
  expect(heard.filter(({ channel }) => channel === 'quotes.AAPL').map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect(heard.filter(({ channel }) => channel === 'book.AAPL').map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test('a listener that fails keeps no other from hearing, and the publisher knows', () => {
  const { market, feed, heard, listen } = aMarket()
  feed.listen('trades.AAPL', () => {
    throw new Error('mine')
  })
  listen('trades.AAPL')
  expect(() => feed.publish(market.print('AAPL', 10_000))).toThrow('mine')
  expect(() => feed.publish(market.print('AAPL', 10_000))).toThrow('mine')
  expect(heard.map(({ seq }) => seq)).toEqual([1, 2])
})

test('who begins to listen inside a delivery hears only what comes later, and who stops hears nothing more', () => {
  const { market, feed, heard, listen } = aMarket()
  const stop = feed.listen('trades.AAPL', () => {
    stop()
    late()
    listen('trades.AAPL')
  })
  const late = feed.listen('trades.AAPL', (message) => heard.push(message))
  feed.publish(market.print('AAPL', 10_000))
  expect(heard).toEqual([])
  feed.publish(market.print('AAPL', 10_000))
  expect(heard.map(({ seq }) => seq)).toEqual([2])
})
