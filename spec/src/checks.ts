/** The checks that JSON schema means and zod has not, or means differently. Used by the generated validators only. */

type Check<Value> = (value: Value) => boolean

/** Strings in JSON schema are counted in code points, in JavaScript in UTF-16 units. */
export function minLength(length: number): Check<string> {
  return (text) => [...text].length >= length
}

/** @see minLength */
export function maxLength(length: number): Check<string> {
  return (text) => text.length <= length || [...text].length <= length
}

/** zod's own integers are the safe ones; here the bounds decide. */
export function integerBetween(minimum: number, maximum: number): Check<number> {
  return (value) => Number.isInteger(value) && value >= minimum && value <= maximum
}

export const uniqueItems: Check<readonly unknown[]> = (items) => new Set(items).size === items.length

export function oneOf(values: readonly string[]): Check<string> {
  const known = new Set(values)
  return (text) => known.has(text)
}

/** The pattern beside it checks the form; what is left is whether the month has that day. */
export const dayExists: Check<string> = (text) => {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number)
  return !(day > daysOf(year, month))
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}
