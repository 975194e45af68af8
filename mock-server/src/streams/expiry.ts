import type { Clock } from '../ports/clock.ts'
import type { Principal } from '../worlds/principal.ts'

/** Calls back when the principal's credential ends; the returned function cancels. */
export function whenExpired({ expiresAtMs }: Principal, securityClock: Clock, ended: () => void): () => void {
  return expiresAtMs === undefined
    ? () => {}
    : securityClock.after(expiresAtMs - securityClock.nowMs(), ended)
}
