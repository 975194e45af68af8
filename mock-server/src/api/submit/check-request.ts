import { checkRules, type OrderRequest, type ProblemItem, type ReplaceOrderRequest } from '@openbourse/spec'
import { parseTime } from '../../exchange/values/time.ts'
import { type ProblemSource, problemItem, quoted, type Refusal, refuse } from '../problems.ts'
import { refuseInvalid } from '../validate.ts'
import { findNotSimulated } from './not-simulated.ts'

interface Requests {
  readonly OrderRequest: OrderRequest
  readonly ReplaceOrderRequest: ReplaceOrderRequest
}

/** What the schema cannot say: the rules between fields, and what this server simulates. No order is recorded. */
export function checkRequest<Name extends keyof Requests>(
  name: Name,
  body: Requests[Name],
  source: ProblemSource,
): Refusal<422> | undefined {
  const broken = [...checkRules(name, body), ...badTimes(body)]
  if (broken.length > 0) return refuseInvalid(source, broken)
  const missing = findNotSimulated(body)
  if (missing.length === 0) return undefined
  const detail = `${missing[0]?.pointer}: ${missing[0]?.detail}. No order was recorded.`
  return refuse(source, 'not-simulated', detail, { errors: missing })
}

/** A time of the right form that no calendar has, or that the exchange cannot count. */
function badTimes({ expiresAt }: Requests[keyof Requests]): ProblemItem[] {
  if (expiresAt === undefined || parseTime(expiresAt) !== undefined) return []
  const detail = `expected a time that exists, up to the year 2255, got ${quoted(expiresAt)}`
  return [problemItem('/expiresAt', 'invalid-value', detail)]
}
