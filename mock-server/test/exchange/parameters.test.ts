import { expect, test } from 'vitest'
import { ParameterTable } from '../../src/exchange/parameters/parameter.ts'
import { parameters } from '../../src/exchange/parameters/parameters.ts'
import { parseDecimal } from '../../src/exchange/values/decimal.ts'
import { parseTime } from '../../src/exchange/values/time.ts'

const at = (date: string) => parseTime(`${date}T15:00:00Z`) ?? 0
const row = (from: string, value = '1') => ({ name: 'rate', value, unit: 'of one', from, source: 'a test' })

test.each([
  ['2017-09-01', '3'],
  ['2017-09-05', '2'],
  ['2024-05-27', '2'],
  ['2024-05-28', '1'],
  ['2026-11-23', '1'],
])('on %s stocks settle after %s business days', (date, days) => {
  expect(parameters.at('stockSettlementDays', at(date))).toBe(parseDecimal(days))
})

test('before its first row a parameter has the value of that row', () => {
  const table = new ParameterTable([row('2020-01-01', '0.5'), row('2021-01-01')])
  expect(table.at('rate', at('1990-06-01'))).toBe(50_000_000n)
})

test('its bounds are the lowest and the highest that it ever has', () => {
  const table = new ParameterTable([row('2020-01-01', '2'), row('2021-01-01', '0.5'), row('2022-01-01', '3')])
  expect([table.least('rate'), table.most('rate')]).toEqual([50_000_000n, 300_000_000n])
})

test.each([
  ['no date', [row('2020-02-30')]],
  ['no decimal', [row('2020-01-01', '1e-3')]],
  ['not later', [row('2020-01-01'), row('2020-01-01')]],
])('a row with %s is refused', (_fault, rows) => {
  expect(() => new ParameterTable(rows)).toThrow(RangeError)
})
