import type { SessionCalendar } from '../../exchange/sessions/calendar.ts'
import type { Time } from '../../exchange/values/types.ts'

/**
 * Share of a session's volume in each thirteenth of it, in percent: SPY, six days of October 2013, 9:30 to 16:00 New
 * York by half hours.
 */
const THIRTEENTHS = [12.7, 8.6, 8.1, 7.3, 7.9, 5.8, 4.0, 5.5, 4.9, 6.2, 4.4, 7.6, 17.1]
const DAY: Time = 86_400_000_000

/** How busy a time of the session is, 1 in the mean: busy at the open and the close, quiet at noon. */
export class SessionPattern {
  readonly #calendar: SessionCalendar
  #from: Time = 0
  #until: Time = 0
  #isOpen = false

  constructor(calendar: SessionCalendar) {
    this.#calendar = calendar
  }

  at(time: Time): number {
    if (time >= this.#until || time < this.#from) this.#enter(time)
    if (!this.#isOpen) return 1
    const part = Math.floor(((time - this.#from) / (this.#until - this.#from)) * THIRTEENTHS.length)
    return ((THIRTEENTHS[part] ?? 0) * THIRTEENTHS.length) / 100
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
