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
