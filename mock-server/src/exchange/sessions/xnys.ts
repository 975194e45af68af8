import type { Time } from '../values/types.ts'
import type { SessionCalendar, SessionPhase } from './calendar.ts'
import { dayNumber, SATURDAY, SUNDAY, weekday, yearOf } from './civil-date.ts'
import { newYorkDay, newYorkTime } from './new-york.ts'
import { earlyCloses, holidays } from './xnys-holidays.ts'

const SECOND = 1_000_000

/**
 * The New York Stock Exchange: pre-market from 4:00, regular session 9:30 to 16:00, post-market until 20:00 New
 * York time; early closes at 13:00, with a post-market until 17:00. Valid from 1990; holidays of the future follow
 * today's rules. Opens and closes by auction: orders for the open until 9:28, for the close until 15:50, for those of
 * the next day from 19:00 on, as brokers take them.
 */
export const xnys: SessionCalendar = {
  name: 'XNYS',
  phaseAt(time) {
    const day = tradingDayOf(newYorkDay(time))
    if (day === undefined) return 'closed'
    let phase: SessionPhase = 'closed'
    for (const [start, next] of changesOf(day)) if (time >= start) phase = next
    return phase
  },
  nextChange(time) {
    for (let number = newYorkDay(time); ; number += 1) {
      const day = tradingDayOf(number)
      if (day === undefined) continue
      for (const [start] of changesOf(day)) if (start > time) return start
    }
  },
  auctions: {
    openingEntry: 120 * SECOND,
    closingEntry: 600 * SECOND,
    nextEntry: 3 * 3_600 * SECOND,
    fastIndication: SECOND,
    slowIndication: 10 * SECOND,
    lastPart: 300 * SECOND,
  },
}

export interface Session {
  readonly open: Time
  readonly close: Time
}

export interface TradingDay extends Session {
  readonly preMarketOpen: Time
  readonly postMarketClose: Time
}

function changesOf(day: TradingDay): readonly (readonly [Time, SessionPhase])[] {
  return [
    [day.preMarketOpen, 'preMarket'],
    [day.open, 'open'],
    [day.close, 'postMarket'],
    [day.postMarketClose, 'closed'],
  ]
}

/** Whether the exchange opens on a day (days since 1970-01-01). */
function isTradingDay(day: number): boolean {
  if (weekday(day) === SATURDAY || weekday(day) === SUNDAY) return false
  return !rulesOf(day).holidays.has(day)
}

/** The hours of a day in New York, if it is one. The regular session never crosses midnight UTC. */
export function tradingDayOf(day: number): TradingDay | undefined {
  if (!isTradingDay(day)) return undefined
  const early = rulesOf(day).earlyCloses.get(day)
  return {
    preMarketOpen: newYorkTime(day, 4),
    open: newYorkTime(day, 9.5),
    close: newYorkTime(day, early ?? 16),
    postMarketClose: newYorkTime(day, early === undefined ? 20 : early + 4),
  }
}

/** The regular session of a day. */
export function sessionOf(day: number): Session | undefined {
  const hours = tradingDayOf(day)
  return hours && { open: hours.open, close: hours.close }
}

interface Year {
  readonly year: number
  readonly holidays: ReadonlySet<number>
  readonly earlyCloses: ReadonlyMap<number, number>
}

let latestYear: Year | undefined

/** Questions come in order of time, so the latest year is all that is worth keeping. */
function rulesOf(day: number): Year {
  const year = yearOf(day)
  if (latestYear?.year !== year) {
    latestYear = { year, holidays: holidays(year), earlyCloses: earlyCloses(year) }
  }
  return latestYear
}

/** For callers that think in dates: the session of a calendar date. */
export function sessionOn(year: number, month: number, day: number): Session | undefined {
  return sessionOf(dayNumber(year, month, day))
}
