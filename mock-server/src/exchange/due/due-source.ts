import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'

/** Later than any time. */
export const NEVER = Number.POSITIVE_INFINITY

/** Something that happens because time passes. */
export interface DueSource {
  /** When it next has something to do. */
  next(state: ExchangeState): Time
  /** Does what is due at `state.time`; asked only when `next` is not later than that. */
  run(state: ExchangeState): void
}

export function earlier(one: Time | undefined, other: Time | undefined): Time | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.min(one, other)
}
