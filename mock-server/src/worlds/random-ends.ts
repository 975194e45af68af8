import type { Calendars, SessionCalendar } from '../exchange/sessions/calendar.ts'
import type { Time } from '../exchange/values/types.ts'
import { Random } from '../market/random.ts'

/**
 * Opening and closing auctions that end at a moment which nobody knows before, as at most exchanges outside the US: so
 * many micros after the time that is announced, below `most`, drawn anew for each from the seed of the world. The
 * exchange has no chance of its own: to it these are the hours of its calendar.
 */
export function withRandomEnds(
  calendar: SessionCalendar,
  { seed, most }: { readonly seed: number; readonly most: Time },
): SessionCalendar {
  const { name, auctions, endOfDay } = calendar
  if (auctions === undefined) return calendar
  const isAuction = (change: Time): boolean =>
    (calendar.phaseAt(change - 1) === 'open') !== (calendar.phaseAt(change) === 'open')
  const endOf = (change: Time): Time =>
    isAuction(change)
      ? change + Random.stream(seed, calendar.name ?? 'custom', 'auction-end', String(change)).below(most)
      : change
  /** A change that is announced and not made yet. */
  const lateChange = (time: Time): Time | undefined => {
    const change = calendar.nextChange(time - most)
    return change !== undefined && change <= time && endOf(change) > time ? change : undefined
  }
  return {
    ...(name === undefined ? {} : { name }),
    auctions,
    ...(endOfDay === undefined ? {} : { endOfDay: (time: Time) => calendar.endOfDay?.(time) }),
    announced: calendar,
    lateSince: lateChange,
    phaseAt(time) {
      const late = lateChange(time)
      return calendar.phaseAt(late === undefined ? time : late - 1)
    },
    nextChange(time) {
      const change = lateChange(time) ?? calendar.nextChange(time)
      return change === undefined ? undefined : endOf(change)
    },
  }
}

/** All calendars of a world, each with its own draws. */
export function endAtRandom<
  All extends { readonly calendar?: SessionCalendar; readonly calendars: Calendars },
>(all: All, { seed, most }: { readonly seed: number; readonly most: Time }): All {
  if (most === 0) return all
  const drawn = (calendar: SessionCalendar) => withRandomEnds(calendar, { seed, most })
  const { calendar, calendars } = all
  return {
    ...all,
    ...(calendar === undefined ? {} : { calendar: drawn(calendar) }),
    calendars: Object.fromEntries(Object.entries(calendars).map(([name, each]) => [name, drawn(each)])),
  }
}
