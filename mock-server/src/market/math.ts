/**
 * Logarithm made of exact operations alone (+ - * / are rounded the same everywhere; `Math.log` is not), so
 * that waiting times are the same bits on every Node. Accurate to about 1e-15.
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
