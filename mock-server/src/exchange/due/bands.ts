import { nextReview, reviewBands } from '../execution/volatility.ts'
import { type DueSource, NEVER } from './due-source.ts'

/** References of price bands are looked for anew, and books that stand at their band are paused. */
export const bands: DueSource = {
  next: (state) => (state.banded.size === 0 ? NEVER : nextReview(state)),
  run: reviewBands,
}
