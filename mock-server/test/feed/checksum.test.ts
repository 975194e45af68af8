import { expect, test } from 'vitest'
import { bookChecksum } from '../../src/feed/checksum.ts'
import { crc32 } from '../../src/feed/crc32.ts'
import { anInstrument } from './scripted-market.ts'

const instrument = anInstrument('AAPL')
const level = (priceTicks: number, quantityLots: number) => ({ priceTicks, quantityLots })

test("the contract's vector", () => {
  const book = {
    asks: [level(10_002, 300), level(10_003, 1200)],
    bids: [level(10_001, 500), level(10_000, 75)],
  }
  expect(bookChecksum(instrument, book)).toBe(443_360_549)
  expect(bookChecksum(instrument, book)).toBe(crc32('10002300100031200100015001000075'))
})

test('an empty book has 0', () => {
  expect(bookChecksum(instrument, { asks: [], bids: [] })).toBe(0)
})

test('points and leading zeros are left out, zeros at the end stay', () => {
  const coin = { ...anInstrument('BTC-USD'), tickSize: '0.01', lotSize: '0.00001' }
  const book = { asks: [level(7, 50)], bids: [level(5, 100_000)] }
  expect(bookChecksum(coin, book)).toBe(crc32('7505100000'))
})

test('only the ten best levels a side count', () => {
  const levels = Array.from({ length: 12 }, (_, index) => level(10_000 + index, 10))
  expect(bookChecksum(instrument, { asks: levels, bids: [] })).toBe(
    bookChecksum(instrument, { asks: levels.slice(0, 10), bids: [] }),
  )
})

test('numbers of any size give their digits', () => {
  for (const lots of [0, 9, 10, 99, 2_147_483_647, 2_147_483_648, Number.MAX_SAFE_INTEGER])
    expect(bookChecksum(instrument, { asks: [level(1, lots)], bids: [] })).toBe(crc32(`1${lots}`))
})
