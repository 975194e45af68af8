import { MICROS_PER_DAY } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import type { SessionCalendar } from './calendar.ts'
import { dayNumber, lastWeekday, nthWeekday, SATURDAY, SUNDAY, weekday, yearOf } from './civil-date.ts'
import { earlyCloses, holidays } from './xnys-holidays.ts'

/**
 * Regular sessions of the New York Stock Exchange: 9:30 to 16:00 New York time, early closes at 13:00. Extended
 * hours are not simulated: outside the regular session the phase is `closed`. Valid from 1990; holidays of the
 * future follow today's rules.
 */
export const xnys: SessionCalendar = {
  name: 'XNYS',
  phaseAt(time) {
    const session = sessionOf(dayOf(time))
    return session && time >= session.open && time < session.close ? 'open' : 'closed'
  },
  nextChange(time) {
    for (let day = dayOf(time); ; day += 1) {
      const session = sessionOf(day)
      if (session && time < session.open) return session.open
      if (session && time < session.close) return session.close
    }
  },
}

export interface Session {
  readonly open: Time
  readonly close: Time
}

/** The regular session of a day (days since 1970-01-01), if there is one. It never crosses midnight UTC. */
export function sessionOf(day: number): Session | undefined {
  if (weekday(day) === SATURDAY || weekday(day) === SUNDAY) return undefined
  const year = rulesOf(day)
  if (year.holidays.has(day)) return undefined
  const offsetHours = day >= year.summerStart && day < year.summerEnd ? 4 : 5
  const closeHour = year.earlyCloses.get(day) ?? 16
  const midnight = day * MICROS_PER_DAY + offsetHours * MICROS_PER_HOUR
  return { open: midnight + 9.5 * MICROS_PER_HOUR, close: midnight + closeHour * MICROS_PER_HOUR }
}

const MICROS_PER_HOUR = 3_600_000_000

interface Year {
  readonly year: number
  readonly holidays: ReadonlySet<number>
  readonly earlyCloses: ReadonlyMap<number, number>
  /** First and first-after day of daylight-saving time. */
  readonly summerStart: number
  readonly summerEnd: number
}

let latestYear: Year | undefined

/** Questions come in order of time, so the latest year is all that is worth keeping. */
function rulesOf(day: number): Year {
  const year = yearOf(day)
  if (latestYear?.year !== year) {
    latestYear = { year, holidays: holidays(year), earlyCloses: earlyCloses(year), ...summerTime(year) }
  }
  return latestYear
}

/** Energy Policy Act of 2005 (from 2007); before it the Uniform Time Act as amended in 1986. */
function summerTime(year: number): { summerStart: number; summerEnd: number } {
  if (year >= 2007) {
    return { summerStart: nthWeekday(year, 3, SUNDAY, 2), summerEnd: nthWeekday(year, 11, SUNDAY, 1) }
  }
  return { summerStart: nthWeekday(year, 4, SUNDAY, 1), summerEnd: lastWeekday(year, 10, SUNDAY) }
}

function dayOf(time: Time): number {
  return Math.floor(time / MICROS_PER_DAY)
}

/** For callers that think in dates: the session of a calendar date. */
export function sessionOn(year: number, month: number, day: number): Session | undefined {
  return sessionOf(dayNumber(year, month, day))
}
