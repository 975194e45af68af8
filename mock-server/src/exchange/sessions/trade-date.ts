import { MICROS_PER_DAY } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import type { SessionCalendar } from './calendar.ts'
import { newYorkDay } from './new-york.ts'
import { isTradingDay, tradingDayOf } from './xnys.ts'

/**
 * The trade date of what happens at a time, in days since 1970-01-01: with the calendar of New York the day of the
 * session that is on or comes next, so that an evening counts for the next day and a weekend for Monday; else the
 * day of UTC.
 */
export function tradeDateOf(calendar: SessionCalendar | undefined, time: Time): number {
  if (calendar?.name !== 'XNYS') return Math.floor(time / MICROS_PER_DAY)
  for (let day = newYorkDay(time); ; day += 1) {
    const hours = tradingDayOf(day)
    if (hours !== undefined && time < hours.postMarketClose) return day
  }
}

/** So many days on which New York trades after a day; 0 is the day itself, or the next one that is one. */
export function businessDayAfter(day: number, count: number): number {
  let date = day
  let left = count
  while (left > 0 || !isTradingDay(date)) {
    date += 1
    if (isTradingDay(date)) left -= 1
  }
  return date
}
