import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MaintainedBook } from './book.ts'
import { bookChecksum, crc32 } from './checksum.ts'
import { collect, createTestStreams, FakeServer } from './testing.ts'

const level = (price: string, quantity: string) => ({ price, quantity })

test("the checksum of the contract's vector", () => {
  const asks = [level('100.02', '300'), level('100.03', '1200')]
  const bids = [level('100.01', '500'), level('100.00', '75')]
  expect(bookChecksum(asks, bids)).toBe(443360549)
  expect(crc32('10002300100031200100015001000075')).toBe(443360549)
  expect(crc32('123456789')).toBe(0xcbf43926)
  expect(bookChecksum([], [])).toBe(0)
})

test('leading zeros and the point do not count, and no more than ten levels do', () => {
  expect(bookChecksum([level('0.05', '0.00100')], [])).toBe(crc32('5100'))
  const asks = Array.from({ length: 12 }, (_, index) => level(String(index + 1), '1'))
  expect(bookChecksum(asks, [])).toBe(bookChecksum(asks.slice(0, 10), []))
})

const change = fc.record({
  side: fc.constantFrom('bids', 'asks'),
  price: fc.integer({ min: 1, max: 40 }),
  quantity: fc.integer({ min: 0, max: 3 }),
})

test('the local book equals the book of the server after every change', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 100 }), (changes) => {
      const server = new FakeServer()
      const book = new MaintainedBook('A')
      book.replace({ epoch: 'e', seq: 0, time: 't', data: { bids: [], asks: [], checksum: 0 } })
      for (const { side, price, quantity } of changes) {
        // Apart, so that the book is never crossed: bids 8.1 to 12.0, asks 14.1 to 18.0.
        const text = ((side === 'bids' ? 80 : 140) / 10 + price / 10).toFixed(1)
        const pair = [text, String(quantity)] as const
        server.book('A', side === 'bids' ? [pair] : [], side === 'asks' ? [pair] : [])
        const message = server.log('book.A').at(-1)
        expect(book.apply(message as never)).toBe(true)
        expect({ bids: book.bids, asks: book.asks }).toEqual(server.bookOf('A'))
        expect(book.best()).toEqual({ bid: book.bids[0], ask: book.asks[0] })
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a wrong checksum or a crossed book is not live, and takes nothing until it is replaced', () => {
  const book = new MaintainedBook('A')
  const at = { epoch: 'e', seq: 1, time: 't' }
  const empty = { bids: [], asks: [], checksum: 0 }
  expect(book.apply({ ...at, data: empty })).toBe(false)
  expect(book.replace({ ...at, data: empty })).toBe(true)
  expect(book.apply({ ...at, data: { ...empty, bids: [level('1', '1')], checksum: 7 } })).toBe(false)
  expect(book.apply({ ...at, data: empty })).toBe(false)
  const crossed = { bids: [level('2', '1')], asks: [level('2', '1')] }
  const checksum = bookChecksum(crossed.asks, crossed.bids)
  expect(book.replace({ ...at, data: { ...crossed, checksum } })).toBe(false)
  expect(book.replace({ ...at, data: empty })).toBe(true)
})

test('a mismatch takes a snapshot, no more than one in 2, 4, 8 s while it goes on', async () => {
  const { streams, server, clock } = createTestStreams()
  const { values } = collect(streams.book('AAPL'))
  await clock.advance(10)
  let wrong = true
  const honest = server.snapshotOf.bind(server)
  server.snapshotOf = (channel) => {
    const state = honest(channel)
    return wrong ? { ...state, data: { ...state.data, checksum: 1 } } : state
  }
  server.publish('book.AAPL', 'delta', { symbol: 'AAPL', bids: [level('1', '1')], asks: [], checksum: 5 })
  await clock.advance(1)
  const snapshots = () => server.restCalls.filter((call) => call.startsWith('snapshot')).length
  expect(snapshots()).toBe(1)
  await clock.advance(5_900)
  expect(snapshots()).toBe(2)
  await clock.advance(200)
  expect(snapshots()).toBe(3)
  expect(values).toHaveLength(1)
  expect(values[0]?.live).toBe(false)
  wrong = false
  await clock.advance(10_000)
  expect(values).toHaveLength(2)
  expect(values[1]).toMatchObject({ live: true, bids: [level('1', '1')] })
})

test('a second loop begins with the book as it is', async () => {
  const { streams, server, clock } = createTestStreams()
  server.book('AAPL', [['1', '5']], [['2', '5']])
  collect(streams.book('AAPL'))
  await clock.advance(10)
  const { value } = await streams.book('AAPL').next()
  expect(value?.best()).toEqual({ bid: level('1', '5'), ask: level('2', '5') })
})
