import { mean, variance } from './moments.ts'

/** Spread of the waiting times over their mean: 1 for a Poisson process, more for bursts. */
export function arrivalVariation(times: ArrayLike<number>): number {
  const waits: number[] = []
  for (let index = 1; index < times.length; index += 1)
    waits.push((times[index] ?? 0) - (times[index - 1] ?? 0))
  return Math.sqrt(variance(waits)) / mean(waits)
}

/** Variance of the counts in windows over their mean (Fano factor): 1 for a Poisson process. */
export function fano(times: ArrayLike<number>, window: number, from: number, until: number): number {
  const counts = countIn(times, window, from, until)
  return variance(counts) / mean(counts)
}

/** How many happen in each whole window. */
export function countIn(times: ArrayLike<number>, window: number, from: number, until: number): Float64Array {
  const counts = new Float64Array(Math.floor((until - from) / window))
  for (let index = 0; index < times.length; index += 1) {
    const place = Math.floor(((times[index] ?? 0) - from) / window)
    if (place >= 0 && place < counts.length) counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

/** Mean move of the price from before an order to before the one `later` orders after it, in its direction. */
export function response(signs: ArrayLike<number>, prices: ArrayLike<number>, later: number): number {
  let sum = 0
  let count = 0
  for (let index = 0; index + later < signs.length; index += 1) {
    sum += (signs[index] ?? 0) * ((prices[index + later] ?? 0) - (prices[index] ?? 0))
    count += 1
  }
  return sum / count
}
