import type { Time } from '../values/types.ts'
import type { SessionCalendar } from './calendar.ts'
import { FRIDAY, SUNDAY, weekday } from './civil-date.ts'
import { newYorkDay, newYorkTime } from './new-york.ts'

const TURN_HOUR = 17

/**
 * Foreign exchange: from Sunday 17:00 to Friday 17:00 New York time without a break; each trade date ends at 17:00.
 * Holidays are not simulated: on them trading is thin, not closed, and when each bank stops differs.
 */
export const fx: SessionCalendar = {
  name: '24x5',
  phaseAt(time) {
    const day = newYorkDay(time)
    const isEvening = time >= newYorkTime(day, TURN_HOUR)
    if (weekday(day) === SUNDAY) return isEvening ? 'open' : 'closed'
    if (weekday(day) === FRIDAY) return isEvening ? 'closed' : 'open'
    return weekday(day) < FRIDAY ? 'open' : 'closed'
  },
  nextChange: (time) => nextTurnOn(time, (day) => weekday(day) === SUNDAY || weekday(day) === FRIDAY),
  endOfDay: (time) => nextTurnOn(time, (day) => weekday(day) > SUNDAY && weekday(day) <= FRIDAY),
}

function nextTurnOn(time: Time, isTurn: (day: number) => boolean): Time {
  for (let day = newYorkDay(time); ; day += 1) {
    const turn = newYorkTime(day, TURN_HOUR)
    if (turn > time && isTurn(day)) return turn
  }
}
