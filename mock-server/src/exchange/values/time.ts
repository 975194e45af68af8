import type { Time } from './types.ts'

/**
 * RFC 3339 text and integer microseconds, without `Date`: the core's time is exact and the same on every
 * machine. Safe integers reach from 1684-07-28 to 2255-06-05; times outside are refused, as are leap seconds
 * (`:60`).
 */

export const MICROS_PER_MS = 1_000
export const MICROS_PER_SECOND = 1_000 * MICROS_PER_MS
export const MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND
export const MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE
export const MICROS_PER_DAY = 24 * MICROS_PER_HOUR

const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(?:[Zz]|([+-])(\d\d):(\d\d))$/

/** UTC text with always six decimals, for example `2026-11-22T14:30:00.000000Z`. */
export function formatTime(micros: Time): string {
  const days = Math.floor(micros / MICROS_PER_DAY)
  const inDay = micros - days * MICROS_PER_DAY
  const seconds = Math.floor(inDay / MICROS_PER_SECOND)
  const fraction = inDay - seconds * MICROS_PER_SECOND
  const minutes = Math.floor(seconds / 60)
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`
  return `${formatDate(days)}T${clock}.${String(fraction).padStart(6, '0')}Z`
}

/** Micros of an RFC 3339 text in any offset, finer digits cut; undefined when it is not one or out of range. */
export function parseTime(text: string): Time | undefined {
  const match = RFC_3339.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHour, offsetMinute] = match
  const days = parseDays(Number(year), Number(month), Number(day))
  if (days === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offset = sign === undefined ? 0 : Number(offsetHour) * 60 + Number(offsetMinute)
  if (Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59) return undefined
  const minutes = Number(hour) * 60 + Number(minute) + (sign === '-' ? offset : -offset)
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'))
  const time = days * MICROS_PER_DAY + (minutes * 60 + Number(second)) * MICROS_PER_SECOND + micros
  return Number.isSafeInteger(time) ? time : undefined
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function formatDate(days: number): string {
  const date = civilDate(days)
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`
}

/** Days since 1970-01-01, or undefined when there is no such day. */
export function parseDays(year: number, month: number, day: number): number | undefined {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const days = daysSinceEpoch(year, month, day)
  const back = civilDate(days)
  return back.month === month && back.day === day ? days : undefined
}

/** Start of the UTC day that follows `time`. */
export function nextMidnight(time: Time): Time {
  return (Math.floor(time / MICROS_PER_DAY) + 1) * MICROS_PER_DAY
}

/** Days of a civil date; the year starts in March so that the leap day comes last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
