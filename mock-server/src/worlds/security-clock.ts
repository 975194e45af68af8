import type { Clock } from '../ports/clock.ts'

/**
 * The clock of what protects the server: the machine's, plus what a test explicitly advanced. A paused or scaled
 * world does not change it.
 */
export interface SecurityClock {
  nowMs(): number
  advance(milliseconds: number): void
}

export function createSecurityClock(machine: Pick<Clock, 'nowMs'>): SecurityClock {
  let advancedMs = 0
  return {
    nowMs: () => machine.nowMs() + advancedMs,
    advance(milliseconds) {
      advancedMs += milliseconds
    },
  }
}
