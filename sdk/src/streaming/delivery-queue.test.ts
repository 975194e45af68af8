import { expect, test } from 'vitest'
import {
  conflate,
  createDeliveryQueue,
  dropOldest,
  type Entry,
  keepLatest,
  type TradeGap,
} from './delivery-queue.ts'

const bytes = 100
const limits = { messages: 4, bytes: 1_000 }
const entry = <Value>(value: Value, size = bytes): Entry<Value> => ({ value, bytes: size })
const quote = (symbol: string, seq: number, conflated?: number) => ({
  symbol,
  seq,
  ...(conflated && { conflated }),
})
const trade = (symbol: string, seq: number) => ({ type: 'trade' as const, symbol, epoch: 'e', seq })
const gap = (
  symbol: string,
  from: number,
  to: number,
  reason: TradeGap['reason'] = 'slowReader',
): TradeGap => ({
  type: 'gap',
  symbol,
  reason,
  from: { epoch: 'e', seq: from },
  to: { epoch: 'e', seq: to },
})

test('quotes conflate to the latest of each symbol, in the order of those, counting what they stand for', () => {
  const entries = [quote('A', 1), quote('B', 1), quote('A', 2, 3), quote('C', 1), quote('A', 9)].map((q) =>
    entry(q),
  )
  conflate(entries)
  expect(entries.map(({ value }) => value)).toEqual([quote('B', 1), quote('C', 1), quote('A', 9, 5)])
})

test('a changed book is told once', () => {
  const entries = [entry('a'), entry('b')]
  keepLatest(entries)
  expect(entries).toEqual([entry('b')])
})

test.each([
  [
    'the oldest of one symbol',
    [trade('A', 1), trade('A', 2), trade('A', 3), trade('A', 4), trade('A', 5)],
    [gap('A', 1, 2), trade('A', 3), trade('A', 4), trade('A', 5)],
  ],
  [
    'a gap in front goes on growing',
    [gap('A', 1, 2), trade('A', 3), trade('A', 4), trade('A', 5), trade('A', 6)],
    [gap('A', 1, 3), trade('A', 4), trade('A', 5), trade('A', 6)],
  ],
  [
    'a gap that the server told of is swallowed',
    [trade('A', 1), gap('A', 2, 5, 'gone'), trade('A', 6), trade('A', 7), trade('A', 8)],
    [gap('A', 1, 5), trade('A', 6), trade('A', 7), trade('A', 8)],
  ],
  [
    'one gap for each symbol',
    [trade('A', 1), trade('B', 1), trade('A', 2), trade('B', 2), trade('A', 3), trade('B', 3)],
    [gap('A', 1, 2), gap('B', 1, 2), trade('A', 3), trade('B', 3)],
  ],
  [
    'a gap that nothing was dropped before keeps its reason',
    [gap('A', 1, 5, 'gone'), trade('B', 1), trade('B', 2), trade('B', 3), trade('B', 4)],
    [gap('A', 1, 5, 'gone'), gap('B', 1, 2), trade('B', 3), trade('B', 4)],
  ],
] as const)('trades past the bound: %s', (_name, before, after) => {
  const entries: Entry<(typeof before)[number]>[] = before.map((value) => entry(value))
  dropOldest(entries, limits)
  expect(entries.map(({ value }) => value)).toEqual(after)
})

test('trades past the bound of bytes are dropped as well', () => {
  const entries = [entry(trade('A', 1), 600), entry(trade('A', 2), 600)]
  dropOldest(entries, limits)
  expect(entries.map(({ value }) => value)).toEqual([gap('A', 1, 1), trade('A', 2)])
})

test('a queue hands over in order, to readers that came before or after', async () => {
  const queue = createDeliveryQueue<number>(keepLatest)
  const [first, second] = [queue.pull(), queue.pull()]
  for (const value of [1, 2, 3]) queue.push(value, bytes)
  expect(await Promise.all([first, second, queue.pull()])).toMatchObject([
    { value: 1 },
    { value: 2 },
    { value: 3 },
  ])
})

test('what waits is read before the end, and the error is thrown once', async () => {
  const queue = createDeliveryQueue<number>(keepLatest)
  queue.push(1, bytes)
  queue.end({ error: new Error('broken') })
  queue.push(2, bytes)
  expect(await queue.pull()).toMatchObject({ value: 1 })
  await expect(queue.pull()).rejects.toThrow('broken')
  expect(await queue.pull()).toEqual({ done: true, value: undefined })
})

test('the bound is of messages or of bytes, whichever comes first', () => {
  const sizes: number[] = []
  const queue = createDeliveryQueue<number>((entries) => {
    sizes.push(entries.length)
    entries.splice(0)
  }, limits)
  for (const value of [1, 2, 3, 4, 5]) queue.push(value, bytes)
  queue.push(1, 500)
  queue.push(2, 501)
  expect(sizes).toEqual([5, 2])
})
