import type { RateLimitName } from '@openbourse/spec'

/** At most `quota` requests of a key in any window of this length. */
export interface RateLimitRule {
  readonly quota: number
  readonly windowSeconds: number
}

/** Who is refused `violations` times within the window is shut out, twice as long each time. */
export interface BanRule {
  readonly violations: number
  readonly windowSeconds: number
  readonly firstSeconds: number
  readonly maximumSeconds: number
}

export interface RateLimits {
  readonly rates: Readonly<Record<RateLimitName, RateLimitRule>>
  /** Null never shuts out. */
  readonly ban: BanRule | null
  /** Wrong secrets that one address may send for one client of the token endpoint. */
  readonly attempts: RateLimitRule
}

export const REALISTIC_RATES: RateLimits = {
  rates: {
    orders: { quota: 50, windowSeconds: 10 },
    cancels: { quota: 200, windowSeconds: 10 },
    account: { quota: 200, windowSeconds: 60 },
    'market-data': { quota: 600, windowSeconds: 60 },
    events: { quota: 600, windowSeconds: 60 },
  },
  ban: { violations: 20, windowSeconds: 60, firstSeconds: 120, maximumSeconds: 3 * 86_400 },
  attempts: { quota: 10, windowSeconds: 300 },
}

const RELAXATION = 10_000

function relaxed({ quota, windowSeconds }: RateLimitRule): RateLimitRule {
  return { quota: quota * RELAXATION, windowSeconds }
}

/** The mock's default: the same machinery with quotas that no test meets by accident, and no ban. */
export const RELAXED_RATES: RateLimits = {
  rates: mapRates(REALISTIC_RATES.rates, relaxed),
  ban: null,
  attempts: relaxed(REALISTIC_RATES.attempts),
}

/** The largest integer of a structured header field (RFC 9651). */
const LARGEST_QUOTA = 999_999_999_999_999
const LONGEST_WINDOW_SECONDS = 86_400

/** @throws RangeError for a rule that no counter could keep, saying which and what would be right */
export function checkRates({ rates, ban, attempts }: RateLimits): RateLimits {
  for (const [name, { quota, windowSeconds }] of Object.entries(rates)) {
    if (!Object.hasOwn(REALISTIC_RATES.rates, name)) {
      throw new RangeError(`There is no rate limit ${name}; there are ${names()}`)
    }
    checkWhole(`The quota of ${name}`, quota, LARGEST_QUOTA)
    checkWhole(`The windowSeconds of ${name}`, windowSeconds, LONGEST_WINDOW_SECONDS)
  }
  checkWhole('The quota of attempts', attempts.quota, LARGEST_QUOTA)
  checkWhole('The windowSeconds of attempts', attempts.windowSeconds, LONGEST_WINDOW_SECONDS)
  if (ban === null) return { rates, ban, attempts }
  checkWhole('The violations of the ban', ban.violations, MOST_VIOLATIONS)
  checkWhole('The windowSeconds of the ban', ban.windowSeconds, LONGEST_WINDOW_SECONDS)
  checkWhole('The maximumSeconds of the ban', ban.maximumSeconds, REALISTIC_BAN_SECONDS)
  checkWhole('The firstSeconds of the ban', ban.firstSeconds, ban.maximumSeconds)
  return { rates, ban, attempts }
}

const MOST_VIOLATIONS = 10_000
const REALISTIC_BAN_SECONDS = 3 * 86_400

function checkWhole(what: string, value: number, maximum: number): void {
  if (Number.isSafeInteger(value) && value >= 1 && value <= maximum) return
  throw new RangeError(`${what} is a whole number from 1 to ${maximum}, not ${value}`)
}

function names(): string {
  return Object.keys(REALISTIC_RATES.rates).join(', ')
}

function mapRates(
  rates: RateLimits['rates'],
  change: (rule: RateLimitRule) => RateLimitRule,
): RateLimits['rates'] {
  const entries = Object.entries(rates).map(([name, rule]) => [name, change(rule)])
  return Object.fromEntries(entries) as RateLimits['rates']
}
