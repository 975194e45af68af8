import { formatDate } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import type { SessionCalendar } from './calendar.ts'
import { SATURDAY, SUNDAY, weekday } from './civil-date.ts'
import { newYorkDay, newYorkTime } from './new-york.ts'

const TURN_HOUR = 17

/**
 * Foreign exchange: from Sunday 17:00 to Friday 17:00 New York time; each trade date begins at 17:00 of the day
 * before. Two holidays are no trade dates, and one that falls on a weekend is not kept on another day. When each bank
 * stops before a holiday, and begins after it, differs and is not simulated.
 */
export const fx: SessionCalendar = {
  name: '24x5',
  phaseAt: (time) => (isTraded(tradeDateOf(time)) ? 'open' : 'closed'),
  nextChange: (time) => nextTurnOn(time, (day) => isTraded(day) !== isTraded(day + 1)),
  endOfDay: (time) => nextTurnOn(time, isTraded),
}

/** Month and day of the holidays, each year. */
const HOLIDAYS: Readonly<Record<string, string>> = { '01-01': 'New Year', '12-25': 'Christmas' }

function isTraded(tradeDate: number): boolean {
  if (weekday(tradeDate) === SATURDAY || weekday(tradeDate) === SUNDAY) return false
  return HOLIDAYS[formatDate(tradeDate).slice(5)] === undefined
}

function tradeDateOf(time: Time): number {
  const day = newYorkDay(time)
  return time >= newYorkTime(day, TURN_HOUR) ? day + 1 : day
}

function nextTurnOn(time: Time, isTurn: (day: number) => boolean): Time {
  for (let day = newYorkDay(time); ; day += 1) {
    const turn = newYorkTime(day, TURN_HOUR)
    if (turn > time && isTurn(day)) return turn
  }
}
