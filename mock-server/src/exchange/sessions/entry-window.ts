import type { Time } from '../values/types.ts'
import type { SessionCalendar } from './calendar.ts'
import { nextTurn } from './sessions.ts'

export interface ClosedWindow {
  readonly why: 'never' | 'time'
  /** From when on orders are taken again; undefined when that is not known. */
  readonly until?: Time | undefined
}

/**
 * Why a customer's order for an auction is not taken at a time; undefined when it is: until shortly before the auction,
 * and for the next session's again some hours after the close.
 */
export function closedFor(
  timeInForce: 'opg' | 'cls',
  calendar: SessionCalendar | undefined,
  time: Time,
): ClosedWindow | undefined {
  const auctions = calendar?.auctions
  if (calendar?.announced !== undefined) return closedFor(timeInForce, calendar.announced, time)
  if (calendar === undefined || auctions === undefined) return { why: 'never' }
  const [turn, notice] =
    timeInForce === 'opg'
      ? (['open', auctions.openingEntry] as const)
      : (['closed', auctions.closingEntry] as const)
  const auction = nextTurn(calendar, time, turn)
  if (auction === undefined) return { why: 'time' }
  // Within these hours after a close nothing is taken: then it is the latest close, else the next one.
  const isMissed = time > auction - notice || (timeInForce === 'opg' && calendar.phaseAt(time) === 'open')
  const close = nextTurn(calendar, isMissed ? time : time - auctions.nextEntry, 'closed')
  if (!isMissed && (close === undefined || close > time)) return undefined
  return { why: 'time', until: close === undefined ? undefined : close + auctions.nextEntry }
}
