/** Where the book is deepest, counting levels from 1 at the best. */
export function humpAt(depths: ArrayLike<number>): number {
  let deepest = 0
  for (let index = 1; index < depths.length; index += 1) {
    if ((depths[index] ?? 0) > (depths[deepest] ?? 0)) deepest = index
  }
  return deepest + 1
}

/** Mean depth of the levels 2 to 10 over that of the best. */
export function humpRatio(depths: ArrayLike<number>): number {
  let sum = 0
  for (let index = 1; index < 10; index += 1) sum += depths[index] ?? 0
  return sum / 9 / (depths[0] ?? Number.NaN)
}

/** The value of which a share of the weight lies below. */
export function weightedQuantile(weights: ReadonlyMap<number, number>, share: number): number {
  const entries = [...weights].sort(([left], [right]) => left - right)
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  let passed = 0
  for (const [value, weight] of entries) {
    passed += weight
    if (passed >= share * total) return value
  }
  return Number.NaN
}

/** Hill's tail exponent of weighted values, from those above the one below which `share` of the weight lies. */
export function weightedHill(weights: ReadonlyMap<number, number>, share: number): number {
  const threshold = weightedQuantile(weights, share)
  let sum = 0
  let total = 0
  for (const [value, weight] of weights) {
    if (value <= threshold) continue
    sum += weight * Math.log(value / threshold)
    total += weight
  }
  return total / sum
}
