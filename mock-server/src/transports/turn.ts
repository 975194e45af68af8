import { nextTask } from '../ports/system-clock.ts'

let present: Promise<void> | undefined

/**
 * Resolves when whatever had arrived by now has been dealt with. What is written only then is written in one go:
 * a write wakes the client, which on a busy machine takes the processor away from the requests that still wait.
 */
export function endOfTurn(): Promise<void> {
  present ??= new Promise((resolve) => {
    nextTask(() => {
      present = undefined
      resolve()
    })
  })
  return present
}
