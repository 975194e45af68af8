import { expect, test } from 'vitest'
import { stateHash } from '../../../src/exchange/canonical.ts'
import { restoreExchange } from '../../../src/exchange/create-exchange.ts'
import { type Kept, readValue, writeValue } from '../../../src/exchange/snapshot/kept.ts'
import { openDesk } from '../support/builders.ts'
import { quickCalendar, SECOND } from '../support/quick-calendar.ts'

function throughJson(value: unknown): unknown {
  return readValue(JSON.parse(JSON.stringify(writeValue(value, 'it'))) as Kept)
}

test('a field that is undefined keeps its place among the others', () => {
  const before = { one: undefined, two: 2, list: [undefined, '#undefined', 'undefined'] }
  const after = throughJson(before)
  expect(after).toStrictEqual(before)
  expect(Object.keys({ ...(after as typeof before), one: 1 })).toEqual(['one', 'two', 'list'])
})

test('what a stock without bands goes by is written alike after its close, restored before it or not', () => {
  const options = { calendar: quickCalendar, volatility: { marketWide: true } }
  const desk = openDesk(options)
  const restored = restoreExchange(JSON.parse(JSON.stringify(desk.exchange.snapshot())), options)
  for (const exchange of [desk.exchange, restored]) {
    const [accountId, symbol] = ['house', 'XYZ']
    const print = { accountId, symbol, priceTicks: 10_000, subTick: 0, quantityLots: 1 }
    exchange.execute({ type: 'PrintTrade', ...print, fills: false, source: 'recorded' })
    exchange.execute({ type: 'AdvanceTo', time: exchange.view.time + 5 * SECOND })
  }
  expect(stateHash(restored)).toBe(stateHash(desk.exchange))
})
