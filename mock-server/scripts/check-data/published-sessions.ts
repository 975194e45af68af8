import { readFileSync } from 'node:fs'
import { dayNumber } from '../../src/exchange/sessions/civil-date.ts'
import { sessionsBetween } from '../../src/exchange/sessions/sessions.ts'
import { sessionOf, xnys } from '../../src/exchange/sessions/xnys.ts'
import { formatDate, MICROS_PER_DAY } from '../../src/exchange/values/time.ts'

const MICROS_PER_HOUR = 3_600_000_000

/** Every session of a published calendar, and no other. @throws what differs */
export function compareSessions(file: string): string {
  const published = new Map<number, readonly [number, number]>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [date = '', open = '', close = ''] = line.split(',')
    published.set(dayOf(date), [Date.parse(open) * 1000, Date.parse(close) * 1000])
  }
  const days = [...published.keys()]
  const [first, last] = [Math.min(...days), Math.max(...days)]
  for (let day = first; day <= last; day += 1) {
    const [session, expected] = [sessionOf(day), published.get(day)]
    if (session?.open === expected?.[0] && session?.close === expected?.[1]) continue
    throw new Error(`${formatDate(day)}: ${session?.open} to ${session?.close}, published ${expected}`)
  }
  return `${published.size} sessions from ${formatDate(first)} to ${formatDate(last)}`
}

interface Segment {
  readonly start: string
  readonly end: string
  readonly state: string
}

/** Holidays, early closes and extended hours of a second table, from 2000 on. @throws what differs */
export function compareHours(file: string): string {
  const entry = JSON.parse(readFileSync(file, 'utf8')).entries['Equity-usa-[*]']
  const holidays = new Set<number>(entry.holidays.map(dayOf))
  const early = new Set<number>(Object.keys(entry.earlyCloses).map(dayOf))
  const hours = (entry.monday as Segment[]).map(({ start, end }) => [hourOf(start), hourOf(end)])
  const expected = JSON.stringify(hours)
  let sessions = 0
  for (let day = dayNumber(2000, 1, 1); day < dayNumber(2027, 1, 1); day += 1) {
    const isWeekend = ((day + 4) % 7) % 6 === 0
    const session = sessionOf(day)
    const isExpected = !isWeekend && !holidays.has(day)
    if ((session !== undefined) !== isExpected) throw new Error(`${formatDate(day)}: a session, or none`)
    if (session === undefined) continue
    sessions += 1
    const isShort = session.close - session.open < 6 * MICROS_PER_HOUR
    if (isShort !== early.has(day)) throw new Error(`${formatDate(day)}: an early close, or none`)
    const told = JSON.stringify(hoursOn(day))
    if (!isShort && told !== expected)
      throw new Error(`${formatDate(day)}: hours ${told}, published ${expected}`)
  }
  return `${sessions} sessions, ${holidays.size} holidays, ${early.size} early closes, extended hours`
}

/** Pre-market, session and post-market of a day, in hours of New York. */
function hoursOn(day: number): readonly (readonly [number, number])[] {
  const midnight = day * MICROS_PER_DAY
  for (const session of sessionsBetween(xnys, midnight, midnight + MICROS_PER_DAY)) {
    const { preMarketOpen = 0, open, close, postMarketClose = 0 } = session
    // The session opens at 9:30.
    const hour = (time: number) => 9.5 + (time - open) / MICROS_PER_HOUR
    return [
      [hour(preMarketOpen), hour(open)],
      [hour(open), hour(close)],
      [hour(close), hour(postMarketClose)],
    ]
  }
  return []
}

function hourOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours + minutes / 60
}

/** `2026-01-05...` or `1/5/2026`. */
function dayOf(text: string): number {
  const [a = 0, b = 0, c = 0] = text.slice(0, 10).split(/[-/]/).map(Number)
  return a > 31 ? dayNumber(a, b, c) : dayNumber(c, a, b)
}
