import type { SessionCalendar, SessionPhase } from '../../../src/exchange/sessions/calendar.ts'
import { START } from './builders.ts'

export const SECOND = 1_000_000

/** Days of ten seconds, so that a run lives through several: each phase, with auctions. */
const DAY = 10 * SECOND
const TURNS: readonly (readonly [number, SessionPhase])[] = [
  [0, 'open'],
  [4 * SECOND, 'postMarket'],
  [6 * SECOND, 'closed'],
  [8 * SECOND, 'preMarket'],
]

export const quickCalendar: SessionCalendar = {
  phaseAt: (time) => TURNS.findLast(([start]) => (time - START) % DAY >= start)?.[1] ?? 'open',
  nextChange: (time) => {
    const day = time - ((time - START) % DAY)
    const next = [...TURNS.map(([start]) => day + start), day + DAY].find((turn) => turn > time)
    return next
  },
  auctions: {
    openingEntry: SECOND / 2,
    closingEntry: SECOND,
    nextEntry: SECOND,
    fastIndication: SECOND / 10,
    slowIndication: SECOND / 4,
    lastPart: SECOND / 2,
  },
}
