import type { SessionCalendar } from '../../exchange/sessions/calendar.ts'
import type { Time } from '../../exchange/values/types.ts'

/** How a time of the day differs from the mean of the day. */
export interface DayPattern {
  /** Of the rate of events, 1 in the mean. */
  rateAt(time: Time): number
  /** Of the deviation of returns, whose square is 1 in the mean. */
  deviationAt(time: Time): number
}

/** Every time of the day is like every other. */
export const NO_PATTERN: DayPattern = { rateAt: () => 1, deviationAt: () => 1 }

/**
 * What each thirteenth of a session is like, 9:30 to 16:00 New York by half hours: the mean of six sessions of single
 * stocks (IBM, 7 and 8 October 2013; BAC, 7 October 2013; AAPL, 5, 6 and 9 June 2014). First its share of the volume,
 * in percent.
 */
const VOLUMES = [18.5, 9.4, 7.4, 6.1, 6.4, 5.5, 5.3, 5.6, 4.1, 6.9, 4.6, 6.1, 14.1]
/** Then its mean absolute 1-minute return over that of the session: more at the open than volume tells, less at the close. */
const SIZES = [2.37, 1.56, 0.97, 0.83, 0.87, 0.73, 0.8, 0.9, 0.74, 1.03, 0.72, 0.68, 0.8]
const MEAN_SQUARE = SIZES.reduce((sum, size) => sum + size * size, 0) / SIZES.length
const RATES = VOLUMES.map((percent) => (percent * VOLUMES.length) / 100)
const DEVIATIONS = SIZES.map((size) => size / Math.sqrt(MEAN_SQUARE))
const DAY: Time = 86_400_000_000

/** A session of stocks: busy at the open and the close, quiet at noon; like the mean of it when there is none. */
export class SessionPattern implements DayPattern {
  readonly #calendar: SessionCalendar
  #from: Time = 0
  #until: Time = 0
  #isOpen = false

  constructor(calendar: SessionCalendar) {
    this.#calendar = calendar
  }

  rateAt(time: Time): number {
    return this.#partOf(RATES, time)
  }

  deviationAt(time: Time): number {
    return this.#partOf(DEVIATIONS, time)
  }

  #partOf(parts: readonly number[], time: Time): number {
    if (time >= this.#until || time < this.#from) this.#enter(time)
    if (!this.#isOpen) return 1
    return parts[Math.floor(((time - this.#from) / (this.#until - this.#from)) * parts.length)] ?? 1
  }

  /** The stretch between two changes of the calendar in which the time lies; one a day long where none is near. */
  #enter(time: Time): void {
    this.#isOpen = this.#calendar.phaseAt(time) === 'open'
    this.#until = this.#calendar.nextChange(time) ?? time + DAY
    this.#from = time
    let change = this.#calendar.nextChange(time - DAY)
    while (change !== undefined && change <= time) {
      this.#from = change
      change = this.#calendar.nextChange(change)
    }
  }
}
