import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Channel } from '../../src/feed/channel.ts'
import { Retention } from '../../src/feed/retention.ts'
import { aFeed, ScriptedMarket } from './scripted-market.ts'
import { TextContents } from './text-contents.ts'

const LIMITS = { ms: 60_000, messages: 20, bytes: 40_000 }

const step = fc.record({
  channel: fc.nat(5),
  afterMs: fc.oneof({ weight: 5, arbitrary: fc.nat(500) }, fc.nat(40_000)),
  dataLength: fc.nat(1_000),
})

test('market channels keep no more than age, count and memory allow; quotes and books go first', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
      const retention = new Retention(LIMITS)
      const channels = (['state', 'state', 'prints', 'prints', 'private', 'private'] as const).map(
        (worth, index) => new Channel(`channel-${index}`, 'e1', worth, new TextContents()),
      )
      let nowMs = 0
      for (const [position, { channel: index, afterMs, dataLength }] of steps.entries()) {
        nowMs += afterMs
        const channel = channels[index]
        if (channel === undefined) throw new Error('no such channel')
        const prints = channels.filter(({ worth }) => worth === 'prints')
        const printsBefore = prints.map(({ oldestSeq }) => oldestSeq)
        channel.append('x'.repeat(dataLength), position + 1, nowMs)
        retention.keep(channel)
        const market = channels.filter(({ worth }) => worth !== 'private')
        const sizes = market.flatMap((each) => heldBy(each).map((seq) => each.sizeOf(seq)))
        expect(retention.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
        expect(retention.bytes).toBeLessThanOrEqual(LIMITS.bytes)
        for (const each of channels) {
          if (each.worth === 'private') expect(each.oldestSeq).toBe(1)
          else expect(each.size).toBeLessThanOrEqual(LIMITS.messages)
        }
        if (channel.worth !== 'private' && channel.size > 0)
          expect(channel.keptAtMsOf(channel.oldestSeq)).toBeGreaterThanOrEqual(nowMs - LIMITS.ms)
        // Memory took a print of another channel only when no quote or book was left.
        const hasLost = prints.some(
          (other, index) => other !== channel && other.oldestSeq !== printsBefore[index],
        )
        if (hasLost) {
          for (const { worth, size } of channels) if (worth === 'state') expect(size).toBe(0)
        }
      }
    }),
    { numRuns: 1_000 },
  )
})

test('of one worth the oldest of the whole world goes first', () => {
  const retention = new Retention({ ms: 60_000, messages: 100, bytes: 10_000 })
  const left = new Channel('left', 'e1', 'state', new TextContents())
  const right = new Channel('right', 'e1', 'state', new TextContents())
  for (let index = 0; index < 60; index += 1) {
    const channel = index % 3 === 0 ? left : right
    channel.append('', index + 1, index)
    retention.keep(channel)
  }
  const oldest = [left, right].map((channel) => channel.keptAtMsOf(channel.oldestSeq))
  expect(Math.abs((oldest[0] ?? 0) - (oldest[1] ?? 0))).toBeLessThanOrEqual(2)
  expect(retention.bytes).toBeLessThanOrEqual(10_000)
})

test('what is replayed is what was published, contiguous, or said to be gone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 60 }), fc.nat(70), (waits, from) => {
      const market = new ScriptedMarket()
      let nowMs = 0
      const feed = aFeed(market, { now: () => nowMs, retention: { messages: 32 } })
      const texts: string[] = []
      feed.listen('trades.AAPL', (message) => texts.push(message.text))
      for (const waitMs of waits) {
        nowMs += waitMs
        feed.publish(market.print('AAPL', 10_000))
      }
      const fromSeq = from + 1
      const replay = feed.replay({ channel: 'trades.AAPL', epoch: 'e1', fromSeq })
      expect(texts.map((text) => JSON.parse(text).seq)).toEqual(waits.map((_, index) => index + 1))
      if (replay.outcome === 'gone') {
        expect(fromSeq).toBeLessThan(replay.oldestSeq)
      } else if (replay.outcome === 'messages') {
        expect(replay.messages.map(({ text }) => text)).toEqual(texts.slice(fromSeq - 1))
        expect(replay.nextSeq).toBe(waits.length + 1)
      } else {
        throw new Error(replay.outcome)
      }
    }),
    { numRuns: 500 },
  )
})

test('who listens hears what there is no memory to keep', () => {
  const market = new ScriptedMarket()
  // Prints fill it, before which quotes and books go.
  const feed = aFeed(market, { retention: { bytes: 20_000 } })
  const heard: number[] = []
  feed.listen('quotes.AAPL', ({ seq }) => heard.push(seq))
  for (let index = 1; index <= 40; index += 1) {
    feed.publish(market.print('MSFT', 10_000))
    feed.publish(market.set('AAPL', ['buy', 10_000, index]))
  }
  expect(heard).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  expect(feed.replay({ channel: 'quotes.AAPL', epoch: 'e1', fromSeq: 40 }).outcome).toBe('gone')
})

test('replays are cut by toSeq and limit, and another epoch is told apart', () => {
  const market = new ScriptedMarket()
  const feed = aFeed(market)
  for (let index = 0; index < 10; index += 1) feed.publish(market.print('AAPL', 10_000))
  const channel = 'trades.AAPL'
  const seqs = (request: object) => {
    const replay = feed.replay({ channel, epoch: 'e1', fromSeq: 1, ...request })
    return replay.outcome === 'messages' ? replay.messages.map(({ seq }) => seq) : replay.outcome
  }
  expect(seqs({ fromSeq: 3, toSeq: 5 })).toEqual([3, 4, 5])
  expect(seqs({ fromSeq: 3, limit: 2 })).toEqual([3, 4])
  expect(seqs({ fromSeq: 11 })).toEqual([])
  expect(seqs({ fromSeq: 99 })).toEqual([])
  expect(seqs({ limit: 0 })).toEqual([])
  expect(seqs({ epoch: 'e0' })).toBe('otherEpoch')
  expect(seqs({ channel: 'trades.NONE' })).toBe('unknownChannel')
})
/** The numbers of its messages. */
function heldBy({ oldestSeq, size }: Channel<string>): number[] {
  return Array.from({ length: size }, (_, index) => oldestSeq + index)
}
