import { answerRequest } from '../execution/requests.ts'
import { type DueSource, NEVER } from './due-source.ts'

/** Cancels and replacements that reach their order now, in the order in which they were sent. */
export const requests: DueSource = {
  next: (state) => state.requests[0]?.dueAt ?? NEVER,
  run(state) {
    for (let first = state.requests[0]; first !== undefined; first = state.requests[0]) {
      if (first.dueAt > state.time) return
      state.requests.shift()
      answerRequest(state, first)
    }
  },
}
