import {
  dayNumber,
  easterSunday,
  FRIDAY,
  lastWeekday,
  MONDAY,
  nthWeekday,
  SATURDAY,
  SUNDAY,
  THURSDAY,
  weekday,
} from './civil-date.ts'

/**
 * Holidays and early closes of the New York Stock Exchange from 1990 on, by the rules of NYSE Rule 7.2 and its
 * predecessors; days that no rule gives (mourning, storms, attacks) are listed.
 */

const UNSCHEDULED_CLOSURES: readonly (readonly [year: number, month: number, day: number])[] = [
  [1994, 4, 27], // funeral of Richard Nixon
  [2001, 9, 11],
  [2001, 9, 12],
  [2001, 9, 13],
  [2001, 9, 14],
  [2004, 6, 11], // funeral of Ronald Reagan
  [2007, 1, 2], // mourning for Gerald Ford
  [2012, 10, 29], // hurricane Sandy
  [2012, 10, 30],
  [2018, 12, 5], // mourning for George H. W. Bush
  [2025, 1, 9], // mourning for Jimmy Carter
]

const UNSCHEDULED_EARLY_CLOSES: readonly (readonly [year: number, month: number, day: number])[] = [
  [1997, 12, 26],
  [1999, 12, 31],
  [2003, 12, 26],
]

/** Day numbers on which the exchange does not open in `year`. */
export function holidays(year: number): ReadonlySet<number> {
  const newYear = dayNumber(year, 1, 1)
  const days = [
    // A New Year's Day on a Saturday is not made up for: the Friday before ends the accounting year.
    weekday(newYear) === SUNDAY ? newYear + 1 : newYear,
    nthWeekday(year, 2, MONDAY, 3),
    easterSunday(year) - 2,
    lastWeekday(year, 5, MONDAY),
    observed(dayNumber(year, 7, 4)),
    nthWeekday(year, 9, MONDAY, 1),
    nthWeekday(year, 11, THURSDAY, 4),
    observed(dayNumber(year, 12, 25)),
  ]
  if (year >= 1998) days.push(nthWeekday(year, 1, MONDAY, 3))
  if (year >= 2022) days.push(observed(dayNumber(year, 6, 19)))
  return new Set([...days, ...listed(UNSCHEDULED_CLOSURES, year)])
}

/** Hour in New York at which the exchange closes early, by day number. */
export function earlyCloses(year: number): ReadonlyMap<number, number> {
  const hour = year >= 1993 ? 13 : 14
  const days = listed(UNSCHEDULED_EARLY_CLOSES, year)
  if (year >= 1992) days.push(nthWeekday(year, 11, THURSDAY, 4) + 1)
  const christmasEve = dayNumber(year, 12, 24)
  if (isBetweenMondayAndThursday(christmasEve)) days.push(christmasEve)
  if (year >= 1995) days.push(...besideIndependenceDay(year))
  return new Map(days.map((day) => [day, hour]))
}

function besideIndependenceDay(year: number): number[] {
  const fourth = dayNumber(year, 7, 4)
  // Until 2012 a Thursday holiday shortened the Friday after it, since then the Wednesday before.
  if (weekday(fourth) === THURSDAY && year < 2013) return [fourth + 1]
  return isBetweenMondayAndThursday(fourth - 1) ? [fourth - 1] : []
}

function isBetweenMondayAndThursday(day: number): boolean {
  return weekday(day) >= MONDAY && weekday(day) < FRIDAY
}

/** A holiday on a Saturday is kept on Friday, one on a Sunday on Monday. */
function observed(day: number): number {
  if (weekday(day) === SATURDAY) return day - 1
  return weekday(day) === SUNDAY ? day + 1 : day
}

function listed(table: readonly (readonly [number, number, number])[], year: number): number[] {
  return table.filter(([of]) => of === year).map(([of, month, day]) => dayNumber(of, month, day))
}
