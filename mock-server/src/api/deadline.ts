import { parseTime } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import type { Clock } from '../ports/clock.ts'
import { type ProblemSource, problemItem, quoted, type Refusal, refuse } from './problems.ts'

const DEADLINE = 'x-request-deadline'

/**
 * The time after which a state change is refused, by the security clock. Without the header there is none.
 * A refusal here proves that nothing happened: that is what the header is for.
 */
export function readDeadline(
  source: ProblemSource,
  header: (name: string) => string | undefined,
): { deadline: Time | undefined } | Refusal<422> {
  const text = header(DEADLINE)
  if (text === undefined) return { deadline: undefined }
  const deadline = text.endsWith('Z') ? parseTime(text) : undefined
  if (deadline !== undefined) return { deadline }
  const detail = `The header X-Request-Deadline is ${quoted(text)}; it must be a UTC time such as "2026-11-22T14:30:00Z".`
  return refuse(source, 'invalid-request', detail, {
    errors: [problemItem('/header/X-Request-Deadline', 'invalid-value', detail)],
  })
}

/** Refuses when the deadline lies in the past. */
export function checkDeadline(
  source: ProblemSource,
  deadline: Time | undefined,
  clock: Clock,
): Refusal<422> | undefined {
  if (deadline === undefined || clock.nowMs() * 1000 <= deadline) return undefined
  return refuse(
    source,
    'request-expired',
    "The X-Request-Deadline, or the signature's expires, had passed before the request was executed; nothing was changed.",
  )
}
