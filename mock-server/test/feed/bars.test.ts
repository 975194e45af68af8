import { DataMessage } from '@openbourse/spec/schemas'
import { expect, test } from 'vitest'
import type { FeedMessage } from '../../src/feed/feed.ts'
import { aFeed, ScriptedMarket } from './scripted-market.ts'

const SECOND = 1_000_000

function aMarket() {
  const market = new ScriptedMarket(['AAPL', 'MSFT'])
  const feed = aFeed(market)
  const heard: FeedMessage[] = []
  const listen = (channel: string) => feed.listen(channel, (message) => heard.push(message))
  /** The clock moves without anything else. */
  const pass = (micros: number) => {
    market.time += micros
    feed.publish([])
  }
  return { market, feed, heard, listen, pass }
}

test('the prints of one command make one message, numbered from the first listener on', () => {
  const { market, feed, heard, listen } = aMarket()
  feed.publish(market.print('AAPL', 10_000))
  listen('bars.1m.AAPL')
  feed.publish([...market.print('AAPL', 10_050), ...market.print('AAPL', 9_950)])
  expect(heard.map(({ seq, type }) => [seq, type])).toEqual([[1, 'bar']])
  expect(heard[0]?.data).toMatchObject({
    open: '100.00',
    high: '100.50',
    low: '99.50',
    close: '99.50',
    volume: '300',
    tradeCount: 3,
    final: false,
  })
})

test('a bar is over when the clock says so, once, at its own end', () => {
  const { market, feed, heard, listen, pass } = aMarket()
  listen('bars.1s.AAPL')
  listen('bars.5m.AAPL')
  feed.publish(market.print('AAPL', 10_000))
  pass(SECOND)
  pass(SECOND)
  expect(heard.map(({ channel, time }) => [channel, time])).toEqual([
    ['bars.1s.AAPL', '2026-11-22T14:30:00.000001Z'],
    ['bars.5m.AAPL', '2026-11-22T14:30:00.000001Z'],
    ['bars.1s.AAPL', '2026-11-22T14:30:01.000000Z'],
  ])
  expect(heard[2]?.data).toMatchObject({ final: true, tradeCount: 1 })
})

test('a print after the end closes one bar and opens the next, whatever lies between', () => {
  const { market, feed, heard, listen } = aMarket()
  listen('bars.1s.AAPL')
  feed.publish(market.print('AAPL', 10_000))
  market.time += 10 * SECOND
  feed.publish(market.print('AAPL', 10_100))
  const bars = heard.map(({ data }) => data as { start: string; close: string; final: boolean })
  expect(bars.map(({ start, close, final }) => [start.slice(17, 19), close, final])).toEqual([
    ['00', '100.00', false],
    ['00', '100.00', true],
    ['10', '101.00', false],
  ])
  for (const message of heard) expect(DataMessage.safeParse(JSON.parse(message.text)).success).toBe(true)
})

test('so many quotes and bars are kept, and no more', () => {
  const { market, feed } = aMarket()
  for (let count = 0; count < 10_500; count += 1) {
    market.time += SECOND
    feed.publish([...market.print('AAPL', 10_000 + count), ...market.set('AAPL', ['buy', 100, 1 + count])])
  }
  expect([...(feed.history.quotes('AAPL') ?? [])]).toHaveLength(10_000)
  expect([...(feed.history.bars('AAPL', '1s') ?? [])]).toHaveLength(5_001)
  expect(feed.history.bars('NONE', '1s')).toBeUndefined()
})
