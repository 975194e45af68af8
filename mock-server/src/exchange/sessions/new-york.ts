import { MICROS_PER_DAY, MICROS_PER_HOUR } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import { lastWeekday, nthWeekday, SUNDAY, yearOf } from './civil-date.ts'

/** Hours by which New York is behind UTC at noon of a day; the clocks change at night. */
function hoursBehind(day: number): 4 | 5 {
  const { start, end } = summerOf(yearOf(day))
  return day >= start && day < end ? 4 : 5
}

/** An hour of the clock in New York on a day (days since 1970-01-01), for example 9.5. */
export function newYorkTime(day: number, hour: number): Time {
  return day * MICROS_PER_DAY + (hoursBehind(day) + hour) * MICROS_PER_HOUR
}

/** The day in New York, which in summer turns an hour late: nothing happens then. */
export function newYorkDay(time: Time): number {
  return Math.floor((time - 5 * MICROS_PER_HOUR) / MICROS_PER_DAY)
}

interface Summer {
  readonly year: number
  /** First and first-after day of daylight-saving time. */
  readonly start: number
  readonly end: number
}

let latest: Summer | undefined

/** Questions come in order of time, so the latest year is all that is worth keeping. */
function summerOf(year: number): Summer {
  if (latest?.year !== year) latest = { year, ...summerTime(year) }
  return latest
}

/** Energy Policy Act of 2005 (from 2007); before it the Uniform Time Act as amended in 1986. */
function summerTime(year: number): { start: number; end: number } {
  if (year >= 2007) return { start: nthWeekday(year, 3, SUNDAY, 2), end: nthWeekday(year, 11, SUNDAY, 1) }
  return { start: nthWeekday(year, 4, SUNDAY, 1), end: lastWeekday(year, 10, SUNDAY) }
}
