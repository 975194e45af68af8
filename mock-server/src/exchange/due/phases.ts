import { STOPPED } from '../execution/circuit-breaker.ts'
import { dropAuction } from '../execution/prepared-auction.ts'
import { cancelUnfilled, release, withdraw } from '../execution/release.ts'
import { dropBands, endHalt } from '../execution/reopen.ts'
import { finishDay, takeUp } from '../execution/set-aside.ts'
import { uncross } from '../execution/uncross.ts'
import { setDeferredLevels } from '../house/set-levels.ts'
import type { Listing } from '../instruments/listing.ts'
import type { SessionPhase } from '../sessions/calendar.ts'
import { lastTicks, middleTicks } from '../sessions/reference.ts'
import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'
import { scheduleAuctions } from './auctions.ts'
import { type DueSource, earlier, NEVER } from './due-source.ts'

/** Markets open and close as their calendars say. */
export const phases: DueSource = {
  next: (state) => state.phaseChangeAt ?? NEVER,
  run: changePhase,
}

export function changePhase(state: ExchangeState): void {
  let next: Time | undefined
  for (const listing of state.listings.values()) {
    const { calendar } = listing
    if (calendar === undefined) continue
    turn(state, listing, calendar.phaseAt(state.time))
    next = earlier(next, calendar.nextChange(state.time))
  }
  state.phaseChangeAt = next
  scheduleAuctions(state)
}

function turn(state: ExchangeState, listing: Listing, next: SessionPhase): void {
  const { phase } = listing.status
  // Orders are collected for a reopening in regular sessions alone.
  const before = phase === 'auction' ? 'open' : phase
  if (before === next) return
  dropAuction(state, listing)
  if (before === 'open') {
    close(state, listing)
    noteClose(listing)
  }
  if (next === 'open') endStop(state, listing)
  state.setStatus(listing, { phase: next, auction: undefined, ...dropBands(listing) })
  if (state.dayEndReports) finishDay(state, listing, before)
  if (next !== 'closed') takeUp(state, listing, 'finishDay')
  if (next === 'open') {
    open(state, listing)
  } else if (next !== 'closed') withdraw(state, listing)
  if (!listing.status.halted) release(state, listing)
  setDeferredLevels(state, listing)
}

/** The closing auction ends a pause too; where a symbol stays halted there is none. */
function close(state: ExchangeState, listing: Listing): void {
  if (listing.status.phase === 'auction') endHalt(state, listing, { phase: 'open' })
  if (listing.status.halted || listing.calendar?.auctions === undefined) return
  uncross(state, listing, 'closing')
  cancelUnfilled(state, listing, 'cls')
}

function noteClose(listing: Listing): void {
  const lastCloseTicks = lastTicks(listing)
  if (listing.volatility !== undefined && lastCloseTicks !== undefined)
    listing.volatility = { ...listing.volatility, lastCloseTicks }
}

/** What stopped the market for a day is over with it. */
function endStop(state: ExchangeState, listing: Listing): void {
  state.breakerLevel = 0
  if (listing.status.haltReason === STOPPED) endHalt(state, listing)
}

function open(state: ExchangeState, listing: Listing): void {
  if (listing.status.halted) return
  if (listing.calendar?.auctions !== undefined) {
    uncross(state, listing, 'opening')
    cancelUnfilled(state, listing, 'opg')
  }
  referToClose(listing)
}

/** A stock that opens with quotes and no trade goes by its last close, by the plan for limit up and limit down. */
function referToClose(listing: Listing): void {
  const { volatility } = listing
  if (volatility?.lastCloseTicks === undefined || volatility.referenceTicks !== undefined) return
  if (middleTicks(listing) === undefined) return
  listing.volatility = { ...volatility, referenceTicks: volatility.lastCloseTicks }
}
