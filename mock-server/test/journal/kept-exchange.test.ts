import { expect, test } from 'vitest'
import type { ExchangeSnapshot } from '../../src/exchange/snapshot/snapshot.ts'
import { exchangeEntries, exchangeOf } from '../../src/journal/kept-exchange.ts'
import { decodeEntries, encodeLines, writeEntry } from '../../src/journal/records.ts'

const orders = Array.from({ length: 25_001 }, (_, number) => ({ number, text: '#o7 \n é' }))
const snapshot: ExchangeSnapshot = { state: { time: 1 }, accounts: [], listings: [], orders, groups: [] }

test('the orders of an exchange are kept in parts, none of which is too long for one text', () => {
  const entries = [...exchangeEntries(snapshot)]
  expect(entries.map(([kind]) => kind)).toEqual(['exchange', 'orders', 'orders', 'orders'])
  const read = decodeEntries(encodeLines(entries.map(writeEntry)))
  expect(exchangeOf([...read, ['command', 1]])).toEqual(snapshot)
})

test('without a checkpoint there is no exchange', () => {
  expect(exchangeOf([['command', 1]])).toBeUndefined()
})
