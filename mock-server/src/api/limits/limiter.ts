import type { RateLimitName } from '@openbourse/spec'
import { Ban } from './ban.ts'
import type { RateLimits } from './rate-limits.ts'
import { SlidingWindow } from './sliding-window.ts'

/** Never shut out: who may not cancel cannot limit a loss. */
const NEVER_BANNED: RateLimitName = 'cancels'

export type LimitOutcome = 'accepted' | 'exceeded' | 'banned'

/** What became of one request; each answer of a known key tells it. */
export interface LimitVerdict {
  readonly outcome: LimitOutcome
  /** The field `RateLimit`; undefined for a banned key, of which nothing was counted. */
  readonly rateLimit: string | undefined
  /** The field `RateLimit-Policy`. */
  readonly policy: string
  /** Whole seconds to wait; 0 when accepted. */
  readonly retryAfterSeconds: number
}

export interface Limiter {
  /** Counts a request of a key. */
  admit(keyId: string, name: RateLimitName): LimitVerdict
  readonly policies: readonly { name: string; quota: number; windowSeconds: number }[]
}

interface KeyCounters {
  readonly windows: Map<RateLimitName, SlidingWindow>
  readonly ban: Ban | undefined
}

/**
 * The rate limits of one world, counted by key. Only keys that the world knows reach it, so that its memory is
 * bounded by them.
 *
 * @param nowMs The security clock.
 */
export function createLimiter({ rates, ban }: RateLimits, nowMs: () => number): Limiter {
  const names = Object.keys(rates) as RateLimitName[]
  const fields = new Map(names.map((name) => [name, policyField(name, rates[name])]))
  const byKey = new Map<string, KeyCounters>()

  const countersOf = (keyId: string): KeyCounters => {
    const known = byKey.get(keyId)
    if (known !== undefined) return known
    const windows = new Map(names.map((name) => [name, new SlidingWindow(rates[name])]))
    const counters = { windows, ban: ban === null ? undefined : new Ban(ban) }
    byKey.set(keyId, counters)
    return counters
  }

  return {
    policies: names.map((name) => ({ name, ...rates[name] })),

    admit(keyId, name) {
      const counters = countersOf(keyId)
      const window = counters.windows.get(name)
      const policy = fields.get(name)
      if (window === undefined || policy === undefined) throw new Error(`No rate limit is named ${name}`)
      const now = nowMs()
      const shutOut = name === NEVER_BANNED ? undefined : counters.ban
      const bannedSeconds = shutOut?.secondsLeft(now) ?? 0
      if (bannedSeconds > 0) {
        return { outcome: 'banned', rateLimit: undefined, policy, retryAfterSeconds: bannedSeconds }
      }
      const accepted = window.accept(now)
      if (!accepted) shutOut?.refused(now)
      const seconds = window.secondsToMore(now)
      // RFC 9651: an item of the list is the policy's name with its parameters.
      const rateLimit = `"${name}";r=${window.remaining};t=${seconds}`
      return accepted
        ? { outcome: 'accepted', rateLimit, policy, retryAfterSeconds: 0 }
        : { outcome: 'exceeded', rateLimit, policy, retryAfterSeconds: seconds }
    },
  }
}

function policyField(name: string, { quota, windowSeconds }: RateLimits['rates'][RateLimitName]): string {
  return `"${name}";q=${quota};w=${windowSeconds}`
}
