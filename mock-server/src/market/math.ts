/**
 * Functions made of exact operations alone (+ - * / and square roots are rounded the same everywhere; `Math.log`
 * is not), so that the market is the same bits on every Node. Accurate to about 1e-15, `normal` to 1e-9.
 */

// biome-ignore lint/suspicious/noApproximativeNumericConstant: spelled out, so that no engine's own constant enters.
const LN_2 = 0.6931471805599453

/** Natural logarithm of a positive, finite number. */
export function log(value: number): number {
  let mantissa = value
  let exponent = 0
  while (mantissa > 1.5) {
    mantissa /= 2
    exponent += 1
  }
  while (mantissa < 0.75) {
    mantissa *= 2
    exponent -= 1
  }
  // ln(m) = 2 atanh(s), s = (m - 1) / (m + 1), |s| <= 0.2: twelve odd terms reach double precision.
  const s = (mantissa - 1) / (mantissa + 1)
  const square = s * s
  let sum = 0
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * square + 1 / odd
  return 2 * s * sum + exponent * LN_2
}

/** A waiting time of a Poisson process from a fraction in [0, 1); `mean` in any unit. */
export function exponential(unit: number, mean: number): number {
  return -log(1 - unit) * mean
}

/** e to the power of a number; 0 and infinity far outside of what a double holds. */
export function exp(value: number): number {
  const power = Math.round(value / LN_2)
  if (power < -1_000) return 0
  if (power > 1_000) return Number.POSITIVE_INFINITY
  const rest = value - power * LN_2
  // |rest| <= 0.35: fourteen terms of the series reach double precision.
  let sum = 1
  for (let term = 14; term >= 1; term -= 1) sum = 1 + (rest * sum) / term
  return sum * powerOfTwo(power)
}

function powerOfTwo(power: number): number {
  let result = 1
  let factor = power < 0 ? 0.5 : 2
  for (let left = Math.abs(power); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= factor
    factor *= factor
  }
  return result
}

/** A positive number to any power. */
export function power(base: number, exponent: number): number {
  return exp(log(base) * exponent)
}

/**
 * A standard normal value from a fraction in [0, 1): the inverse of its distribution, by the rational
 * approximation of P. J. Acklam (2003). One draw a value, so that draws stay countable.
 */
export function normal(unit: number): number {
  const p = unit < SMALLEST ? SMALLEST : unit
  if (p < TAIL) return tail(p)
  if (p > 1 - TAIL) return -tail(1 - p)
  const q = p - 0.5
  const r = q * q
  const above = ((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]
  const below = ((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1
  return (above * q) / below
}

function tail(p: number): number {
  const q = Math.sqrt(-2 * log(p))
  const above = ((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]
  return above / ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1)
}

/** Half of the finest step that a draw has. */
const SMALLEST = 1 / 8_589_934_592
const TAIL = 0.02425
const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
] as const
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
] as const
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const
