import type { Clock } from '../ports/clock.ts'
import { randomToken } from '../ports/system-random.ts'
import type { Principal } from './principal.ts'

export interface IssuedToken {
  readonly token: string
  readonly expiresAtMs: number
}

/** Tokens that this world gave out, each for a principal. */
export interface Tokens {
  issue(principal: Principal, livesMs: number): IssuedToken
  find(token: string): Principal | 'expired' | undefined
  /** The same, and the token is used up. */
  take(token: string): Principal | 'expired' | undefined
  /** Forgets every token of a key. */
  revoke(keyId: string): void
}

/** The oldest go first: a caller that asks for more than this at once loses its first ones. */
const MOST_TOKENS = 100_000

/**
 * @param prefix Tells tokens from keys, and one kind of them from another.
 * @param clock The security clock.
 */
export function createTokens(prefix: string, clock: Pick<Clock, 'nowMs'>): Tokens {
  const issued = new Map<string, { readonly principal: Principal; readonly expiresAtMs: number }>()

  const find = (token: string): Principal | 'expired' | undefined => {
    const found = issued.get(token)
    if (found === undefined) return undefined
    return clock.nowMs() < found.expiresAtMs ? found.principal : 'expired'
  }
  return {
    issue(principal, livesMs) {
      const token = prefix + randomToken()
      const expiresAtMs = clock.nowMs() + livesMs
      issued.set(token, { principal, expiresAtMs })
      const [oldest] = issued.keys()
      if (issued.size > MOST_TOKENS && oldest !== undefined) issued.delete(oldest)
      return { token, expiresAtMs }
    },
    find,
    take(token) {
      const principal = find(token)
      issued.delete(token)
      return principal
    },
    revoke(keyId) {
      for (const [token, { principal }] of issued) if (principal.keyId === keyId) issued.delete(token)
    },
  }
}
