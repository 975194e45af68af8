import type { AdvanceTo } from '../commands.ts'
import { auctions } from '../due/auctions.ts'
import { bands } from '../due/bands.ts'
import { corporateActions } from '../due/corporate-actions.ts'
import { dayStarts } from '../due/day-starts.ts'
import { type DueSource, NEVER } from '../due/due-source.ts'
import { expiry } from '../due/expiry.ts'
import { interest } from '../due/interest.ts'
import { marginCalls } from '../due/margin-calls.ts'
import { changePhase, phases } from '../due/phases.ts'
import { requests } from '../due/requests.ts'
import { settlement } from '../due/settlement.ts'
import { switches } from '../due/switches.ts'
import { comeToRest } from '../execution/come-to-rest.ts'
import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'

/** All that falls due by itself; of what is due at one instant, the first here comes first. */
const SOURCES: readonly DueSource[] = [
  phases,
  auctions,
  bands,
  corporateActions,
  expiry,
  switches,
  interest,
  requests,
  settlement,
  dayStarts,
  marginCalls,
]

/** Lets time pass: everything due on the way happens in order, each at its own time. */
export function advanceTo(state: ExchangeState, command: AdvanceTo): void {
  const { time } = command
  if (!Number.isSafeInteger(time) || time < state.time) {
    state.reject('invalid-request', `Time is ${state.time} and cannot become ${time}.`)
    return
  }
  // A world starts at its own date, not by living through the years since 1970.
  if (state.time === 0) startAt(state, time)
  for (let due = earliestOf(state); due <= time; due = earliestOf(state)) {
    state.time = due
    for (const source of SOURCES) if (source.next(state) <= due) source.run(state)
    comeToRest(state)
    state.summarise()
  }
  state.time = time
}

export function nextDue(state: ExchangeState): Time | undefined {
  const due = earliestOf(state)
  return due === NEVER ? undefined : due
}

/** Written out, because it is asked whenever time passes: a loop over the sources takes twice as long. */
function earliestOf(state: ExchangeState): Time {
  return Math.min(
    phases.next(state),
    auctions.next(state),
    bands.next(state),
    corporateActions.next(state),
    expiry.next(state),
    switches.next(state),
    interest.next(state),
    requests.next(state),
    settlement.next(state),
    dayStarts.next(state),
    marginCalls.next(state),
  )
}

function startAt(state: ExchangeState, time: Time): void {
  if (state.phaseChangeAt === undefined) return
  state.time = time
  changePhase(state)
}
