import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFeed, ScriptedMarket } from './scripted-market.ts'

const CHANNELS = ['quotes.AAPL', 'book.AAPL', 'trades.AAPL', 'orders.acc_demo', 'quotes.MSFT', 'status.MSFT']

test('every message has the next place in the log, whatever its channel', () => {
  const market = new ScriptedMarket()
  const feed = aFeed(market)
  expect(feed.logEnd).toBe(0)
  feed.publish([...market.set('AAPL', ['buy', 10_000, 1]), ...market.accept(), ...market.halt('MSFT')])
  const page = feed.log({ channels: CHANNELS, after: 0, limit: 100 })
  expect(page.outcome === 'messages' && page.messages.map(({ offset }) => offset)).toEqual([1, 2, 3, 4])
  expect(feed.logEnd).toBe(4)
  expect(() => feed.log({ channels: ['quotes.NONE'], after: 0, limit: 1 })).toThrow('quotes.NONE')
})

test('what is gone is told by channel; what the other channels dropped does not matter', () => {
  const market = new ScriptedMarket()
  const feed = aFeed(market, { retention: { messages: 2 } })
  for (let price = 1; price <= 5; price += 1) feed.publish(market.set('AAPL', ['buy', price, 1]))
  feed.publish(market.accept())
  const lost = feed.log({ channels: ['quotes.AAPL', 'orders.acc_demo'], after: 3, limit: 9 })
  expect(lost).toEqual({ outcome: 'gone', lost: [{ channel: 'quotes.AAPL', oldestSeq: 4 }] })
  expect(feed.log({ channels: ['quotes.AAPL'], after: 6, limit: 9 }).outcome).toBe('messages')
  expect(feed.log({ channels: ['orders.acc_demo'], after: 0, limit: 9 }).outcome).toBe('messages')
})

test('bars that nobody had asked for were never written', () => {
  const market = new ScriptedMarket()
  const feed = aFeed(market)
  feed.publish(market.print('AAPL', 100))
  const bars = { channels: ['bars.1m.AAPL'], limit: 9 }
  expect(feed.log({ ...bars, after: 0 }).outcome).toBe('gone')
  expect(feed.log({ ...bars, after: feed.logEnd }).outcome).toBe('messages')
  feed.publish(market.print('AAPL', 101))
  const page = feed.log({ ...bars, after: 1 })
  expect(page.outcome === 'messages' && page.messages.map(({ offset, seq }) => [offset, seq])).toEqual([
    [3, 1],
  ])
})

test('a piece of the log is what a walk over all messages finds', () => {
  const happening = fc.constantFrom('quote', 'print', 'order', 'halt')
  fc.assert(
    fc.property(
      fc.array(happening, { maxLength: 60 }),
      fc.subarray(CHANNELS),
      fc.nat(150),
      fc.nat(40),
      (happenings, channels, after, limit) => {
        const market = new ScriptedMarket()
        const feed = aFeed(market)
        const all: { offset: number; channel: string }[] = []
        for (const name of CHANNELS) feed.listen(name, (message) => all.push(message))
        for (const [index, what] of happenings.entries()) {
          if (what === 'quote') feed.publish(market.set('AAPL', ['buy', index + 1, 1]))
          else if (what === 'print') feed.publish(market.print('AAPL', index + 1))
          else feed.publish(what === 'order' ? market.accept() : market.halt('MSFT'))
        }
        const wanted = all.filter(({ offset, channel }) => offset > after && channels.includes(channel))
        const page = feed.log({ channels, after, limit })
        expect(page.outcome === 'messages' && page.messages).toEqual(wanted.slice(0, limit))
      },
    ),
    { numRuns: 300 },
  )
})
