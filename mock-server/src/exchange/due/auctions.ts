import { indicate, prepareAuction } from '../execution/prepared-auction.ts'
import { reopen } from '../execution/reopen.ts'
import type { SessionCalendar } from '../sessions/calendar.ts'
import { toldTurn } from '../sessions/sessions.ts'
import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'
import { type DueSource, earlier, NEVER } from './due-source.ts'

/** What the next auctions would trade is told again and again; a reopening is held when its time has come. */
export const auctions: DueSource = {
  next(state) {
    let due = state.auctionsFrom ?? NEVER
    if (state.auctions.size === 0) return due
    for (const { auction } of state.auctions) {
      if (auction === undefined) continue
      due = Math.min(due, auction.indicationAt, auction.kind === 'reopening' ? auction.at : NEVER)
    }
    return due
  },
  run(state) {
    for (const listing of [...state.auctions]) {
      const { auction } = listing
      if (auction === undefined) continue
      if (auction.kind === 'reopening' && auction.at <= state.time) reopen(state, listing)
      else if (auction.indicationAt <= state.time) indicate(state, listing, auction)
    }
    scheduleAuctions(state)
  },
}

/** Begins to prepare what is near, and notes when the next one will be. */
export function scheduleAuctions(state: ExchangeState): void {
  state.auctionsFrom = undefined
  for (const listing of state.listings.values()) {
    const { calendar, status } = listing
    const auction = calendar && nextAuction(calendar, state.time)
    if (auction === undefined || listing.auction !== undefined) continue
    if (auction.from > state.time) state.auctionsFrom = earlier(state.auctionsFrom, auction.from)
    else if (!status.halted) prepareAuction(state, listing, auction.kind, auction.at)
  }
}

function nextAuction(calendar: SessionCalendar, time: Time) {
  const times = calendar.auctions
  const phase = calendar.phaseAt(time)
  if (times === undefined) return undefined
  if (phase !== 'preMarket' && phase !== 'open') return undefined
  const kind = phase === 'open' ? ('closing' as const) : ('opening' as const)
  const at = toldTurn(calendar, time, phase === 'open' ? 'closed' : 'open')
  if (at === undefined) return undefined
  const notice = kind === 'closing' ? times.closingEntry : times.openingEntry
  return { kind, at, from: at - notice }
}
