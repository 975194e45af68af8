import { expect, test } from 'vitest'
import { newYorkToUtc } from '../../src/exchange/sessions/new-york.ts'
import { formatTime, parseDays } from '../../src/exchange/values/time.ts'
import { parseQuoteLine, parseTradeLine, QuotePairs } from '../../src/market/replay/lean-lines.ts'
import { LineFault } from '../../src/market/replay/replay-error.ts'
import { decodeTradeConditions } from '../../src/market/replay/trade-conditions.ts'
import { askLeg, bidLeg, quotePair, tradeLine } from './fixtures.ts'

const day = parseDays(2013, 10, 7) ?? 0

function pairUp(lines: readonly string[]) {
  const pairs = new QuotePairs()
  const quotes = lines.flatMap((line) => pairs.push(parseQuoteLine(line, day)))
  return [...quotes, ...pairs.end()].map(({ bid, ask }) => ({ bid, ask }))
}

test.each([
  ['2013-10-07', '09:30', '2013-10-07T13:30:00.000000Z', 'summer'],
  ['2013-12-02', '09:30', '2013-12-02T14:30:00.000000Z', 'winter'],
  ['2013-03-10', '01:59', '2013-03-10T06:59:00.000000Z', 'before the clock springs forward'],
  ['2013-03-10', '03:00', '2013-03-10T07:00:00.000000Z', 'after it'],
  ['2013-11-03', '01:59', '2013-11-03T05:59:00.000000Z', 'before the clock falls back'],
  ['2013-11-03', '02:00', '2013-11-03T07:00:00.000000Z', 'after it'],
  ['2026-03-06', '16:00', '2026-03-06T21:00:00.000000Z', 'the Friday before'],
  ['2026-03-09', '16:00', '2026-03-09T20:00:00.000000Z', 'the Monday after'],
  ['2006-04-03', '09:30', '2006-04-03T13:30:00.000000Z', 'the rule until 2006: first Sunday of April'],
  ['2006-03-31', '09:30', '2006-03-31T14:30:00.000000Z', 'the Friday before that'],
  ['2006-10-30', '09:30', '2006-10-30T14:30:00.000000Z', 'last Sunday of October'],
  ['1986-04-28', '09:30', '1986-04-28T13:30:00.000000Z', 'until 1986 the last Sunday of April'],
  ['1986-04-25', '09:30', '1986-04-25T14:30:00.000000Z', 'the Friday before that'],
  ['1998-01-02', '09:30', '1998-01-02T14:30:00.000000Z', 'the first day of the daily files'],
])('New York %s %s is %s (%s)', (date, clock, utc) => {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number)
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const micros = (hours * 60 + minutes) * 60_000_000
  expect(formatTime(newYorkToUtc(parseDays(year, month, dayOfMonth) ?? 0, micros))).toBe(utc)
})

test('a bid leg and the ask leg after it in the same millisecond are one quote', () => {
  expect(pairUp(quotePair('09:30:00', [182.5, 300], [182.6, 100]))).toEqual([
    { bid: { priceTicks: 18_250, quantityLots: 300 }, ask: { priceTicks: 18_260, quantityLots: 100 } },
  ])
})

test('legs without their partner stay alone', () => {
  const lines = [
    askLeg('09:29:59', 182.6, 100),
    bidLeg('09:30:00', 182.5, 300),
    askLeg('09:30:00.001', 182.7, 100),
    bidLeg('09:30:01', 182.5, 300),
    bidLeg('09:30:01', 182.4, 300),
  ]
  expect(pairUp(lines).map(({ bid, ask }) => [bid?.priceTicks, ask?.priceTicks])).toEqual([
    [undefined, 18_260],
    [18_250, undefined],
    [undefined, 18_270],
    [18_250, undefined],
    [18_240, undefined],
  ])
})

test('price zero empties a side', () => {
  const nothing = { priceTicks: null, quantityLots: 0 }
  expect(pairUp(['1000,0,0,0,0,Q,1,0', '1000,0,0,1826000,100,Q,1,0'])).toEqual([
    { bid: nothing, ask: { priceTicks: 18_260, quantityLots: 100 } },
  ])
  expect(pairUp(['1000,1825000,300,0,0,Q,1,0', '1000,0,0,0,0,Q,1,0'])).toEqual([
    { bid: { priceTicks: 18_250, quantityLots: 300 }, ask: nothing },
  ])
})

test('quotes between two ticks are rounded away from the spread, prints keep their exact price', () => {
  expect(parseQuoteLine('1000,1825050,300,0,0,Q,1,0', day).bid?.priceTicks).toBe(18_250)
  expect(parseQuoteLine('1000,0,0,1825050,300,Q,1,0', day).ask?.priceTicks).toBe(18_251)
  expect(parseTradeLine('1000,1825051,300,D,1,0', day)).toMatchObject({
    priceTicks: 18_250,
    subTick: 510_000,
  })
})

test.each([
  ['1', true, undefined],
  ['0', true, undefined],
  ['', true, undefined],
  ['20', true, ['intermarketSweep']],
  ['2000', true, ['extendedHours']],
  ['20002020', true, ['intermarketSweep', 'extendedHours', 'tradeThroughExempt']],
  ['80000000', true, ['oddLot']],
  ['40', false, ['openingPrint']],
  ['80', false, ['closingPrint']],
  ['4000000', false, ['officialOpen']],
  ['1000000', false, ['officialClose']],
  ['4000', false, ['outOfSequence']],
  ['4800', false, ['sold', 'outOfSequence']],
  ['20100200', false, ['derivativelyPriced', 'averagePrice', 'tradeThroughExempt']],
])('condition %s: may fill %s, named %j', (text, fills, names) => {
  expect(decodeTradeConditions(text)).toEqual({ fills, ...(names && { names }) })
})

test('a suspicious print fills nobody and says so', () => {
  const print = parseTradeLine(tradeLine('09:30:00', 182.5, 100, { suspicious: 1 }), day)
  expect(print).toMatchObject({ fills: false, conditions: ['suspicious'] })
})

test('a print without size is none', () => {
  expect(parseTradeLine('1000,1825000,0,N,4000000,0', day)).toBeUndefined()
})

test.each([
  ['1000,1825000,300,0,0,Q,1', 25, 'the line has 7 fields instead of 8'],
  ['1000,18x5000,300,0,0,Q,1,0', 6, 'bid price "18x5000" is not a whole number'],
  ['1000,1825000,-3,0,0,Q,1,0', 14, 'bid size "-3" is not a whole number'],
  ['86400000,1825000,3,0,0,Q,1,0', 1, "time 86400000 is beyond the day's 86400000 milliseconds"],
  ['1000,1825000,3,0,0,Q,1,no', 24, 'suspicious flag "no" is neither 0 nor 1'],
])('quote line %s is refused at column %i', (line, column, reason) => {
  expect(() => parseQuoteLine(line, day)).toThrow(new LineFault(column, reason))
  try {
    parseQuoteLine(line, day)
  } catch (fault) {
    expect(fault).toMatchObject({ column })
  }
})

test('a trade line with a bad condition is refused at its column', () => {
  expect(() => parseTradeLine('1000,1825000,100,P,xyz,0', day)).toThrow(
    'condition "xyz" is not a hexadecimal number',
  )
})
