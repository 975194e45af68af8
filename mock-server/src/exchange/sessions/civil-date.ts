import { formatDate, parseDays } from '../values/time.ts'

/** Which day of the year is which, on whole days since 1970-01-01. */

export const SUNDAY = 0
export const MONDAY = 1
export const THURSDAY = 4
export const FRIDAY = 5
export const SATURDAY = 6

export function dayNumber(year: number, month: number, day: number): number {
  const days = parseDays(year, month, day)
  if (days === undefined) throw new RangeError(`there is no day ${year}-${month}-${day}`)
  return days
}

export function yearOf(days: number): number {
  return Number(formatDate(days).slice(0, 4))
}

/** 0 is Sunday. */
export function weekday(days: number): number {
  return (((days + THURSDAY) % 7) + 7) % 7
}

/** The `nth` (1 = first) given weekday of a month, as a day number. */
export function nthWeekday(year: number, month: number, wanted: number, nth: number): number {
  const first = dayNumber(year, month, 1)
  return first + ((wanted - weekday(first) + 7) % 7) + (nth - 1) * 7
}

export function lastWeekday(year: number, month: number, wanted: number): number {
  const last = (month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) - 1
  return last - ((weekday(last) - wanted + 7) % 7)
}

/** Easter Sunday by the anonymous Gregorian computus. */
export function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  const month = Math.floor(n / 31)
  const day = (n % 31) + 1
  return dayNumber(year, month, day)
}
