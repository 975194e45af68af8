import { expect, test } from 'vitest'
import { stateHash } from '../../src/exchange/canonical.ts'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import { exchangeOf } from '../../src/journal/kept-exchange.ts'
import { decodeEntries, encodeLines, writeEntry } from '../../src/journal/records.ts'
import { Day } from './a-day.ts'

test('the lines of an exchange stay short, however much it remembers', () => {
  const day = new Day()
  const { exchange } = day
  const longest = (): number => {
    const lines = [...exchange.snapshotParts()].map(writeEntry)
    const read = decodeEntries(encodeLines(lines))
    const restored = restoreExchange(exchangeOf([...read, ['command', 1]]) ?? expect.fail())
    expect(stateHash(restored)).toBe(stateHash(exchange))
    return Math.max(...lines.map((line) => line.length))
  }
  for (let command = 0; command < 300; command += 1) day.next()
  const before = longest()
  for (let command = 0; command < 1_200; command += 1) day.next()
  expect([...exchange.view.fills('ann')].length).toBeGreaterThan(200)
  expect(longest()).toBeLessThan(1.3 * before)
})

test('without a checkpoint there is no exchange', () => {
  expect(exchangeOf([['command', 1]])).toBeUndefined()
})
