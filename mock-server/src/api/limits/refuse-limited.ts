import type { RateLimitName } from '@openbourse/spec'
import { type ProblemSource, type Refusal, refuse } from '../problems.ts'
import type { LimitVerdict } from './limiter.ts'

/** The answer to a request that its key's limits do not allow; the headers tell how long to wait. */
export function refuseLimited(
  source: ProblemSource,
  { outcome, retryAfterSeconds }: LimitVerdict,
  name: RateLimitName,
): Refusal<418> | Refusal<429> {
  const retryAfterMs = retryAfterSeconds * 1000
  if (outcome === 'banned') {
    const detail = `The key is shut out for another ${retryAfterSeconds} s; only cancels are taken meanwhile.`
    return refuse(source, 'banned', detail, { retryAfterMs })
  }
  const detail = `The rate limit ${name} is used up; more is allowed in ${retryAfterSeconds} s.`
  return refuse(source, 'quota-exceeded', detail, { retryAfterMs, 'violated-policies': [name] })
}
