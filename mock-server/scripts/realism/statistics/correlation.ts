import { mean } from './moments.ts'

/** Correlation of two series of the same length. */
export function correlation(left: ArrayLike<number>, right: ArrayLike<number>): number {
  return laggedCorrelation(left, right, 0)
}

/** Correlation of `left` now with `right` so many places later. */
export function laggedCorrelation(left: ArrayLike<number>, right: ArrayLike<number>, lag: number): number {
  const meanLeft = mean(left)
  const meanRight = mean(right)
  let cross = 0
  let squaresLeft = 0
  let squaresRight = 0
  for (let index = 0; index < left.length; index += 1) {
    const here = (left[index] ?? 0) - meanLeft
    const there = (right[index] ?? 0) - meanRight
    squaresLeft += here * here
    squaresRight += there * there
    if (index + lag < right.length) cross += here * ((right[index + lag] ?? 0) - meanRight)
  }
  return cross / Math.sqrt(squaresLeft * squaresRight)
}

/** Autocorrelation at a lag, with the mean and variance of the whole series. */
export function autocorrelation(values: ArrayLike<number>, lag: number): number {
  return laggedCorrelation(values, values, lag)
}

/** How much faster variance grows over `steps` than it would without memory: 1 for a random walk. */
export function varianceRatio(returns: ArrayLike<number>, steps: number): number {
  const middle = mean(returns)
  let one = 0
  for (let index = 0; index < returns.length; index += 1) one += ((returns[index] ?? 0) - middle) ** 2
  one /= returns.length
  let sum = 0
  let many = 0
  let count = 0
  for (let index = 0; index < returns.length; index += 1) {
    sum += (returns[index] ?? 0) - middle
    if (index >= steps) sum -= (returns[index - steps] ?? 0) - middle
    if (index < steps - 1) continue
    many += sum * sum
    count += 1
  }
  return many / count / (steps * one)
}

/** Leverage effect: mean correlation of a return with the squares of those that follow; below 0 where falls upset. */
export function leverage(returns: ArrayLike<number>, lags: number): number {
  const squares = Float64Array.from(returns, (value) => value * value)
  let sum = 0
  for (let lag = 1; lag <= lags; lag += 1) sum += laggedCorrelation(returns, squares, lag)
  return sum / lags
}
