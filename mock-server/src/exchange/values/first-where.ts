/**
 * The first whole number from `low` on for which it holds; `high` where it holds for none below. Once it holds it holds
 * for all that follow, so that halving finds it.
 */
export function firstWhere(low: number, high: number, holds: (at: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** The last whole number from 0 to `most` for which it holds; what holds does so for all smaller ones, and for 0 anyhow. */
export function lastWhere(most: number, holds: (at: number) => boolean): number {
  return firstWhere(1, most + 1, (at) => !holds(at)) - 1
}
