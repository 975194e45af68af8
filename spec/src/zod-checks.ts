/** The checks that JSON schema means and zod has not, or means differently. Used by the generated validators only. */
import { z } from 'zod'

/** Strings in JSON schema are counted in code points, in JavaScript in UTF-16 units. */
export function minLength(length: number, message: string) {
  return z.refine<string>((text) => [...text].length >= length, message)
}

/** @see minLength */
export function maxLength(length: number, message: string) {
  return z.refine<string>((text) => text.length <= length || [...text].length <= length, message)
}

export function integerBetween(minimum: number, maximum: number, message: string) {
  return z.refine<number>((value) => Number.isInteger(value) && value >= minimum && value <= maximum, message)
}

export function uniqueItems(message: string) {
  return z.refine<readonly unknown[]>((items) => new Set(items).size === items.length, message)
}

/** The pattern beside it has checked the form; what is left is whether the month has that day. */
export function dateTime(message: string) {
  return z.refine<string>((text) => {
    const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number)
    return day <= daysOf(year, month)
  }, message)
}

/**
 * An enum that may gain values. Unknown ones fail like those of a closed enum, but the issue is marked, so that a
 * client can let them pass (see `validate`).
 */
export function openEnum<const Values extends readonly string[]>(values: Values, message: string) {
  const known = new Set<string>(values)
  return z
    .string(message)
    .check(z.refine<string>((text) => known.has(text), { error: message, params: { open: true } }))
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}
