import { nextTask } from '../ports/system-clock.ts'

let present: Promise<void> | undefined

/**
 * Resolves when whatever has arrived by now is read; who waits goes on in the order in which they came. So requests
 * of one turn are first all read, then all executed, then all answered, each step with its code and data at hand:
 * a busy server does a third more with the same processor. And an answer wakes its client, which would often take
 * the processor away from the requests that still wait.
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
