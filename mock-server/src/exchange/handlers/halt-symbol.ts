import type { HaltSymbol, ResumeSymbol } from '../commands.ts'
import { scheduleAuctions } from '../due/auctions.ts'
import { halt, pause, reopen } from '../execution/reopen.ts'
import { cancelOnHalt, suspend } from '../execution/set-aside.ts'
import type { ExchangeState } from '../state.ts'
import { listingOf } from './listing-of.ts'

/** While halted nothing trades: new orders are refused; what becomes of open ones the command says. */
export function haltSymbol(state: ExchangeState, command: HaltSymbol): void {
  const listing = listingOf(state, command.symbol)
  if (listing === undefined) return
  halt(state, listing, command.reason)
  if (command.orders === 'suspend') suspend(state, listing)
  if (command.orders === 'cancel') cancelOnHalt(state, listing)
}

/** At once, or after orders were collected for an auction. */
export function resumeSymbol(state: ExchangeState, command: ResumeSymbol): void {
  const listing = listingOf(state, command.symbol)
  if (listing === undefined) return
  const { callFor = 0 } = command
  if (!Number.isSafeInteger(callFor) || callFor < 0) {
    state.reject('invalid-request', `Orders are collected for a whole number of micros, not ${callFor}.`)
    return
  }
  const { halted, haltReason } = listing.status
  const isSession = (listing.calendar?.phaseAt(state.time) ?? 'open') === 'open'
  if (callFor > 0 && halted && isSession) pause(state, listing, haltReason ?? '', state.time + callFor)
  else reopen(state, listing)
  scheduleAuctions(state)
}
