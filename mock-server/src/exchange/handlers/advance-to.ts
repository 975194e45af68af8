import type { AdvanceTo } from '../commands.ts'
import { expireOrder } from '../execution/conclude-order.ts'
import { setDeferredLevels } from '../house/set-levels.ts'
import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'

/** Lets time pass: everything due on the way happens in order, each at its own time. */
export function advanceTo(state: ExchangeState, command: AdvanceTo): void {
  const { time } = command
  if (!Number.isSafeInteger(time) || time < state.time) {
    state.reject('invalid-request', `Time is ${state.time} and cannot become ${time}.`)
    return
  }
  // A world starts at its own date, not by living through the years since 1970.
  if (state.time === 0) startAt(state, time)
  for (let due = nextDue(state); due !== undefined && due <= time; due = nextDue(state)) {
    state.time = due
    if (due === state.phaseChangeAt) changePhase(state)
    expireDue(state)
    state.summarise()
  }
  state.time = time
}

export function nextDue(state: ExchangeState): Time | undefined {
  const { phaseChangeAt, expiries } = state
  const expiry = expiries.next
  if (phaseChangeAt === undefined || expiry === undefined) return phaseChangeAt ?? expiry
  return Math.min(phaseChangeAt, expiry)
}

function startAt(state: ExchangeState, time: Time): void {
  if (state.phaseChangeAt === undefined) return
  state.time = time
  changePhase(state)
}

function changePhase(state: ExchangeState): void {
  const { calendar } = state
  if (calendar === undefined) return
  const phase = calendar.phaseAt(state.time)
  for (const listing of state.listings.values()) {
    if (listing.calendar === undefined) continue
    state.setStatus(listing, { phase })
    setDeferredLevels(state, listing)
  }
  state.phaseChangeAt = calendar.nextChange(state.time)
}

function expireDue(state: ExchangeState): void {
  for (const orderNumber of state.expiries.dueAt(state.time)) {
    const record = state.orders.get(orderNumber)
    if (record !== undefined) expireOrder(state, record, 'expired-day')
  }
}
