import { nextReview, reviewBands } from '../execution/volatility.ts'
import type { DueSource } from './due-source.ts'

/** References of price bands are looked for anew, and books that stand at their band are paused. */
export const bands: DueSource = { next: nextReview, run: reviewBands }
