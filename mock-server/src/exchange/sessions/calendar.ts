import type { Time } from '../values/types.ts'

/**
 * When a market trades. An exchange without a calendar is always open and its trade date ends at 00:00 UTC;
 * with one, the trade date ends when `phaseAt` turns to `closed`.
 */
export interface SessionCalendar {
  /** For example `XNYS`. @default 'custom' */
  readonly name?: string
  phaseAt(time: Time): 'open' | 'closed'
  /** The first later instant at which `phaseAt` answers otherwise; undefined when it never does. */
  nextChange(time: Time): Time | undefined
}
