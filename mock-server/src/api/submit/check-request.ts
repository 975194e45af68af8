import { checkRules, type OrderRequest, type ProblemItem, type ReplaceOrderRequest } from '@openbourse/spec'
import { parseTime } from '../../exchange/values/time.ts'
import { type ProblemSource, problemItem, quoted, type Refusal } from '../problems.ts'
import { refuseInvalid } from '../validate.ts'

interface Requests {
  readonly OrderRequest: OrderRequest
  readonly ReplaceOrderRequest: ReplaceOrderRequest
}

/** What the schema cannot say: the rules between fields. No order is recorded. */
export function checkRequest<Name extends keyof Requests>(
  name: Name,
  body: Requests[Name],
  source: ProblemSource,
): Refusal<422> | undefined {
  const broken = [...checkRules(name, body), ...badTimes(body)]
  return broken.length > 0 ? refuseInvalid(source, broken) : undefined
}

/** A time of the right form that no calendar has, or that the exchange cannot count. */
function badTimes({ expiresAt }: Requests[keyof Requests]): ProblemItem[] {
  if (expiresAt === undefined || parseTime(expiresAt) !== undefined) return []
  const detail = `expected a time that exists, up to the year 2255, got ${quoted(expiresAt)}`
  return [problemItem('/expiresAt', 'invalid-value', detail)]
}
