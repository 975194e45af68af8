import { MICROS_PER_DAY, MICROS_PER_HOUR, parseDays } from '../../exchange/values/time.ts'
import type { Time } from '../../exchange/values/types.ts'

/**
 * New York's clock by the rule of law, without a time-zone table (which differs by Node version): daylight
 * saving since 2007 from the second Sunday of March to the first of November, 1987-2006 from the first Sunday
 * of April and 1967-1986 from the last, to the last of October; always at 02:00.
 */

const STANDARD_HOURS = 5
const DAYLIGHT_HOURS = 4

/**
 * UTC of a wall-clock time, given as micros since midnight of a day (days since 1970-01-01). Of the hour that
 * comes twice in autumn the first is meant; the hour that spring leaves out counts as daylight time.
 */
export function newYorkToUtc(day: number, year: number, microsOfDay: number): Time {
  const hours = isDaylight(day, year, microsOfDay) ? DAYLIGHT_HOURS : STANDARD_HOURS
  return day * MICROS_PER_DAY + microsOfDay + hours * MICROS_PER_HOUR
}

function isDaylight(day: number, year: number, microsOfDay: number): boolean {
  const { start, end } = daylightDays(year)
  if (day === start) return microsOfDay >= 2 * MICROS_PER_HOUR
  if (day === end) return microsOfDay < 2 * MICROS_PER_HOUR
  return day > start && day < end
}

function daylightDays(year: number): { start: number; end: number } {
  if (year >= 2007) return { start: sundayFrom(year, 3, 8), end: sundayFrom(year, 11, 1) }
  const end = sundayFrom(year, 10, 25)
  return { start: year >= 1987 ? sundayFrom(year, 4, 1) : sundayFrom(year, 4, 24), end }
}

/** The first Sunday on or after a day of the year. */
function sundayFrom(year: number, month: number, dayOfMonth: number): number {
  const day = parseDays(year, month, dayOfMonth) ?? 0
  // 1970-01-01 was a Thursday: Sundays are the days that leave 3 when divided by 7.
  return day + ((3 - (day % 7) + 7) % 7)
}
