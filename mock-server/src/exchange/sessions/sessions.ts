import { MICROS_PER_DAY } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import type { SessionCalendar, SessionPhase } from './calendar.ts'

/** One regular session, and the extended hours around it where there are any. */
export interface MarketSession {
  readonly preMarketOpen?: Time
  readonly open: Time
  readonly close: Time
  readonly postMarketClose?: Time
}

/** A calendar whose next session is further away than so many changes has none. */
const MOST_CHANGES = 1_000

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
  let preMarketOpen: Time | undefined
  // One micro earlier, so that a session that opens at `from` is a change.
  for (let change = calendar.nextChange(from - 1); change !== undefined && change < until; ) {
    const [phase, next] = [calendar.phaseAt(change), calendar.nextChange(change)]
    if (phase === 'open' && next !== undefined) yield sessionFrom(calendar, preMarketOpen, change, next)
    preMarketOpen = phase === 'preMarket' ? change : undefined
    change = next
  }
}

function sessionFrom(
  calendar: SessionCalendar,
  preMarketOpen: Time | undefined,
  open: Time,
  close: Time,
): MarketSession {
  const postMarketClose = calendar.phaseAt(close) === 'postMarket' ? calendar.nextChange(close) : undefined
  return {
    ...(preMarketOpen === undefined ? {} : { preMarketOpen }),
    open,
    close,
    ...(postMarketClose === undefined ? {} : { postMarketClose }),
  }
}

/** The hours that are told at `time`, and from when on they are to come: with a change that is late. */
export function hoursToldAt(calendar: SessionCalendar, time: Time): readonly [SessionCalendar, Time] {
  const late = calendar.lateSince?.(time)
  return [calendar.announced ?? calendar, late === undefined ? time : late - 1]
}

/** When the regular session opens, or closes, as it is told at `time`. */
export function toldTurn(calendar: SessionCalendar, time: Time, turn: 'open' | 'closed'): Time | undefined {
  const [hours, from] = hoursToldAt(calendar, time)
  return nextTurn(hours, from, turn)
}

/** When the regular session next opens, or closes, after `time`. */
export function nextTurn(calendar: SessionCalendar, time: Time, turn: 'open' | 'closed'): Time | undefined {
  return nextWhere(calendar, time, (before, after) => (turn === 'open' ? after : before) === 'open')
}

/** When the day of `time` ends for an order: the next end of a regular session, or of the hours after it. */
export function endOfDay(calendar: SessionCalendar, time: Time, isExtended: boolean): Time | undefined {
  if (isExtended) return nextWhere(calendar, time, (_, after) => after === 'closed')
  return calendar.endOfDay === undefined ? nextTurn(calendar, time, 'closed') : calendar.endOfDay(time)
}

function nextWhere(
  calendar: SessionCalendar,
  time: Time,
  isWanted: (before: SessionPhase, after: SessionPhase) => boolean,
): Time | undefined {
  let before = calendar.phaseAt(time)
  let change = calendar.nextChange(time)
  for (let changes = 0; change !== undefined && changes < MOST_CHANGES; changes += 1) {
    const after = calendar.phaseAt(change)
    if (isWanted(before, after)) return change
    before = after
    change = calendar.nextChange(change)
  }
  return undefined
}
