import { MICROS_PER_DAY } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import type { SessionCalendar } from './calendar.ts'

/** One opening of the market. */
export interface MarketSession {
  readonly open: Time
  readonly close: Time
}

/**
 * The sessions that open at `from` or later and before `until`, in order. Without a calendar a day is one
 * session. A session that opened before `from` is left out, as is one that never closes.
 */
export function* sessionsBetween(
  calendar: SessionCalendar | undefined,
  from: Time,
  until: Time,
): Generator<MarketSession> {
  if (calendar === undefined) {
    const first = Math.ceil(from / MICROS_PER_DAY) * MICROS_PER_DAY
    for (let open = first; open < until; open += MICROS_PER_DAY) yield { open, close: open + MICROS_PER_DAY }
    return
  }
  // One micro earlier, so that a session that opens at `from` is a change.
  let change = calendar.nextChange(from - 1)
  while (change !== undefined && change < until) {
    const next = calendar.nextChange(change)
    if (calendar.phaseAt(change) === 'open' && next !== undefined) yield { open: change, close: next }
    change = next
  }
}

/** When the market next turns to `phase`, after `time`. */
export function nextTurn(calendar: SessionCalendar, time: Time, phase: 'open' | 'closed'): Time | undefined {
  const change = calendar.nextChange(time)
  if (change === undefined || calendar.phaseAt(change) === phase) return change
  return calendar.nextChange(change)
}
