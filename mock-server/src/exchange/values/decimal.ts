/**
 * Decimal strings of the contract and bigint units of 1e-8. Exact in both directions: no JavaScript number
 * with a fraction is ever made.
 */

export const DECIMAL_PLACES = 8
/** Units in one. */
export const UNIT = 100_000_000n
/** 10^15, in units of 1e-8: sums of several such amounts are decimals of the contract still. */
export const MOST_AMOUNT = 10n ** 15n * UNIT

const DECIMAL = /^(-?)(0|[1-9]\d{0,15})(?:\.(\d{1,8}))?$/

/** Units of 1e-8, or undefined when the text is not a decimal of the contract (`-0` is none). */
export function parseDecimal(text: string): bigint | undefined {
  const match = DECIMAL.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '0', fraction = ''] = match
  const units = BigInt(whole + fraction.padEnd(DECIMAL_PLACES, '0'))
  if (sign === '') return units
  return units === 0n ? undefined : -units
}

/** Canonical text: at least `minimumPlaces` decimals, further ones only as far as they are not zero. */
export function formatDecimal(units: bigint, minimumPlaces = 0): string {
  const negative = units < 0n
  const digits = String(negative ? -units : units).padStart(DECIMAL_PLACES + 1, '0')
  const point = digits.length - DECIMAL_PLACES
  let end = digits.length
  while (end > point + minimumPlaces && digits.charCodeAt(end - 1) === 48) end -= 1
  const text =
    end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`
  return negative ? `-${text}` : text
}

/** Quotient rounded half to even; the divisor must be positive. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n
  const absolute = negative ? -dividend : dividend
  const floor = absolute / divisor
  const twice = (absolute - floor * divisor) * 2n
  const up = twice > divisor || (twice === divisor && (floor & 1n) === 1n)
  const rounded = up ? floor + 1n : floor
  return negative ? -rounded : rounded
}

/** Quotient rounded down, below zero too; the divisor must be positive. */
export function divideDown(dividend: bigint, divisor: bigint): bigint {
  const towardsZero = dividend / divisor
  return dividend < 0n && towardsZero * divisor !== dividend ? towardsZero - 1n : towardsZero
}

/** Quotient rounded away from zero; the divisor must be positive. */
export function divideUp(dividend: bigint, divisor: bigint): bigint {
  const floor = dividend / divisor
  if (floor * divisor === dividend) return floor
  return dividend < 0n ? floor - 1n : floor + 1n
}
