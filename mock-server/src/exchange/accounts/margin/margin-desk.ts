import type { Listing } from '../../instruments/listing.ts'
import type { SessionCalendar } from '../../sessions/calendar.ts'
import type { Time } from '../../values/types.ts'
import type { MarginRules } from './margin-rules.ts'

/** What the rules of margin look at beyond the account itself: the exchange's state. */
export interface MarginDesk {
  readonly marginRules: MarginRules
  readonly listings: ReadonlyMap<string, Listing>
  readonly calendar: SessionCalendar | undefined
  readonly time: Time
}
