import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatDate } from '../values/time.ts'
import { dayNumber, yearOf } from './civil-date.ts'
import { newYorkTime } from './new-york.ts'
import { sessionOf, sessionOn, tradingDayOf, xnys } from './xnys.ts'

const HOUR = 3_600_000_000

test.each([
  ['a winter day, 14:30 to 21:00 UTC', [2026, 1, 6], [14.5, 21]],
  ['a summer day, 13:30 to 20:00 UTC', [2026, 7, 6], [13.5, 20]],
  ['the Friday before the clocks go forward', [2026, 3, 6], [14.5, 21]],
  ['the Monday after the clocks went forward', [2026, 3, 9], [13.5, 20]],
  ['the Monday after the clocks went back', [2026, 11, 2], [14.5, 21]],
  ['the day after Thanksgiving closes at 13:00', [2026, 11, 27], [14.5, 18]],
  ['Christmas Eve closes at 13:00', [2026, 12, 24], [14.5, 18]],
  ['the third of July closes at 13:00 when the fourth is a Friday', [2025, 7, 3], [13.5, 17]],
] as const)('%s', (_name, [year, month, day], [open, close]) => {
  const midnight = dayNumber(year, month, day) * 24 * HOUR
  expect(sessionOn(year, month, day)).toEqual({
    open: midnight + open * HOUR,
    close: midnight + close * HOUR,
  })
})

test.each([
  ['a Saturday', [2026, 1, 10]],
  ['a Sunday', [2026, 1, 11]],
  ["New Year's Day", [2026, 1, 1]],
  ['Martin Luther King day', [2026, 1, 19]],
  ["Washington's birthday", [2026, 2, 16]],
  ['Good Friday', [2026, 4, 3]],
  ['Memorial Day', [2026, 5, 25]],
  ['Juneteenth', [2026, 6, 19]],
  ['Independence Day, kept on Friday', [2026, 7, 3]],
  ['Labor Day', [2026, 9, 7]],
  ['Thanksgiving', [2026, 11, 26]],
  ['Christmas', [2026, 12, 25]],
  ['the mourning of 2025-01-09', [2025, 1, 9]],
] as const)('there is no session on %s', (_name, [year, month, day]) => {
  expect(sessionOn(year, month, day)).toBeUndefined()
})

test('there is a session on the Friday before a New Year on Saturday', () => {
  expect(sessionOn(2021, 12, 31)).toBeDefined()
})

test('phases change before, at and after the session, and the next one is found over a long weekend', () => {
  const thursday = dayNumber(2026, 4, 2)
  const hours = tradingDayOf(thursday)
  const monday = tradingDayOf(dayNumber(2026, 4, 6))
  if (!hours || !monday) throw new Error('both are trading days')
  const changes = [
    [newYorkTime(thursday, 4), 'preMarket'],
    [newYorkTime(thursday, 9.5), 'open'],
    [newYorkTime(thursday, 16), 'postMarket'],
    [newYorkTime(thursday, 20), 'closed'],
    [monday.preMarketOpen, 'preMarket'],
  ] as const
  let before = 'closed'
  let time = newYorkTime(thursday, 1)
  for (const [change, phase] of changes) {
    expect(xnys.nextChange(time)).toBe(change)
    expect(xnys.phaseAt(change - 1)).toBe(before)
    expect(xnys.phaseAt(change)).toBe(phase)
    before = phase
    time = change
  }
})

test('the hours after an early close are as long as after any other', () => {
  const day = dayNumber(2026, 11, 27)
  expect(tradingDayOf(day)).toMatchObject({
    close: newYorkTime(day, 13),
    postMarketClose: newYorkTime(day, 17),
  })
})

const recorded = new URL('../../../../../shared/data/exchange_calendars/xnys.csv', import.meta.url)

test.skipIf(!existsSync(recorded))(
  'every session from 1990 to 2023 equals the published calendar (skipped where ../shared/data is missing)',
  () => {
    const lines = readFileSync(recorded, 'utf8').trim().split('\n').slice(1)
    const published = new Map(
      lines.map((line) => {
        const [date = '', open = '', close = ''] = line.split(',')
        return [dayOfText(date), { open: Date.parse(open) * 1000, close: Date.parse(close) * 1000 }]
      }),
    )
    const last = Math.max(...published.keys())
    for (let day = Math.min(...published.keys()); day <= last; day += 1) {
      expect(sessionOf(day), formatDate(day)).toEqual(published.get(day))
    }
  },
)

const lean = new URL(
  '../../../../../shared/data/lean/market-hours/market-hours-database.json',
  import.meta.url,
)

test.skipIf(!existsSync(lean))(
  'holidays to 2028 and early closes to 2026 equal a second table (skipped where ../shared/data is missing)',
  () => {
    const entry = JSON.parse(readFileSync(lean, 'utf8')).entries['Equity-usa-[*]']
    const listedHolidays = new Set<number>(entry.holidays.map(dayOfText))
    const listedEarly = new Set<number>(Object.keys(entry.earlyCloses).map(dayOfText))
    for (let day = dayNumber(2000, 1, 1); day < dayNumber(2029, 1, 1); day += 1) {
      const weekend = ((day + 4) % 7) % 6 === 0
      const session = sessionOf(day)
      expect(session === undefined, formatDate(day)).toBe(weekend || listedHolidays.has(day))
      if (!session || yearOf(day) > 2026) continue
      expect(session.close - session.open < 6 * HOUR, formatDate(day)).toBe(listedEarly.has(day))
    }
  },
)

/** `2026-01-05...` or `1/5/2026`. */
function dayOfText(text: string): number {
  const [a = 0, b = 0, c = 0] = text.slice(0, 10).split(/[-/]/).map(Number)
  return a > 31 ? dayNumber(a, b, c) : dayNumber(c, a, b)
}
