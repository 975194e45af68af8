import type { AdvanceTo } from '../commands.ts'
import { cancelOrder, expireOrder } from '../execution/conclude-order.ts'
import { settle } from '../execution/settle.ts'
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
    switchOffDue(state)
    settle(state)
    state.summarise()
  }
  state.time = time
}

export function nextDue(state: ExchangeState): Time | undefined {
  const { phaseChangeAt, expiries, switches } = state
  let due = earlier(phaseChangeAt, expiries.next)
  for (const { cancelAllAt } of switches) due = earlier(due, cancelAllAt)
  return due
}

function earlier(one: Time | undefined, other: Time | undefined): Time | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.min(one, other)
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
    if (record === undefined) continue
    expireOrder(state, record, record.order.terms.timeInForce === 'gtd' ? 'expired-gtd' : 'expired-day')
  }
}

/** Accounts that did not speak up in time, in the order in which they first set their switch. */
function switchOffDue(state: ExchangeState): void {
  for (const account of [...state.switches]) {
    if (account.cancelAllAt === undefined || account.cancelAllAt > state.time) continue
    account.cancelAllAt = undefined
    state.switches.delete(account)
    for (const record of [...state.orders.archive(account).open.values()]) {
      cancelOrder(state, record, 'cancel-all-after')
    }
  }
}
