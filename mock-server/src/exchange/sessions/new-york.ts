import { MICROS_PER_DAY, MICROS_PER_HOUR } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import { dayNumber, lastWeekday, nthWeekday, SUNDAY, yearOf } from './civil-date.ts'

/** New York's clock by the rule of law, without a time-zone table, which differs by Node version. */

const STANDARD_HOURS = 5
const DAYLIGHT_HOURS = 4

/** An hour of the clock in New York on a day (days since 1970-01-01), for example 9.5. */
export function newYorkTime(day: number, hour: number): Time {
  return newYorkToUtc(day, hour * MICROS_PER_HOUR)
}

/**
 * UTC of a wall-clock time, given as micros since midnight of a day. Of the hour that comes twice in autumn the first
 * is meant; the hour that spring leaves out counts as daylight time.
 */
export function newYorkToUtc(day: number, microsOfDay: number): Time {
  const hours = isDaylight(day, microsOfDay) ? DAYLIGHT_HOURS : STANDARD_HOURS
  return day * MICROS_PER_DAY + microsOfDay + hours * MICROS_PER_HOUR
}

/** The day in New York, which in summer turns an hour late: nothing happens then. */
export function newYorkDay(time: Time): number {
  return Math.floor((time - STANDARD_HOURS * MICROS_PER_HOUR) / MICROS_PER_DAY)
}

/** The clocks change at 02:00. */
function isDaylight(day: number, microsOfDay: number): boolean {
  const { start, end } = summerOf(day)
  if (day === start) return microsOfDay >= 2 * MICROS_PER_HOUR
  if (day === end) return microsOfDay < 2 * MICROS_PER_HOUR
  return day > start && day < end
}

interface Summer {
  /** First day of the year, and of the next one. */
  readonly from: number
  readonly until: number
  /** The days on which daylight-saving time begins and ends. */
  readonly start: number
  readonly end: number
}

let latest: Summer | undefined

/** Questions come in order of time, so the latest year is all that is worth keeping. */
function summerOf(day: number): Summer {
  if (latest === undefined || day < latest.from || day >= latest.until) {
    const year = yearOf(day)
    latest = { from: dayNumber(year, 1, 1), until: dayNumber(year, 12, 31) + 1, ...summerTime(year) }
  }
  return latest
}

/** Energy Policy Act of 2005 (from 2007); before it the Uniform Time Act of 1966, as amended in 1986 (from 1987). */
function summerTime(year: number): { start: number; end: number } {
  if (year >= 2007) return { start: nthWeekday(year, 3, SUNDAY, 2), end: nthWeekday(year, 11, SUNDAY, 1) }
  const start = year >= 1987 ? nthWeekday(year, 4, SUNDAY, 1) : lastWeekday(year, 4, SUNDAY)
  return { start, end: lastWeekday(year, 10, SUNDAY) }
}
