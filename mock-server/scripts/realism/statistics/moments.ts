/** Sample statistics of return series. Everything is undefined (NaN) where there are too few values. */

export function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0
  return sum / values.length
}

export function variance(values: ArrayLike<number>): number {
  const middle = mean(values)
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += ((values[index] ?? 0) - middle) ** 2
  return sum / values.length
}

/** Excess kurtosis: 0 for a normal distribution. */
export function kurtosis(values: ArrayLike<number>): number {
  const middle = mean(values)
  let second = 0
  let fourth = 0
  for (let index = 0; index < values.length; index += 1) {
    const square = ((values[index] ?? 0) - middle) ** 2
    second += square
    fourth += square * square
  }
  return (fourth * values.length) / (second * second) - 3
}

/** The same without the largest absolute values: one outlier decides the plain figure. */
export function trimmedKurtosis(values: ArrayLike<number>, share = 0.001): number {
  const sorted = Array.from(values).sort((left, right) => Math.abs(left) - Math.abs(right))
  return kurtosis(sorted.slice(0, sorted.length - Math.ceil(sorted.length * share)))
}

/** The value below which a share of the values lies, interpolated. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5)
}

/** Hill's estimate of the tail exponent of absolute values, from the largest share of them. */
export function hill(values: ArrayLike<number>, share: number): number {
  const sizes = Float64Array.from(values, Math.abs).sort().reverse()
  const count = Math.floor(sizes.length * share)
  const threshold = sizes[count] ?? Number.NaN
  if (count < 1 || !(threshold > 0)) return Number.NaN
  let sum = 0
  for (let index = 0; index < count; index += 1) sum += Math.log((sizes[index] ?? threshold) / threshold)
  return count / sum
}
