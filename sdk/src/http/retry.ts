import { isApiError, isInvalidResponseError, isNetworkError, isTimeoutError } from '../errors/guards.ts'
import type { Random } from '../ports/random.ts'
import { nextDelay } from './backoff.ts'

/** The first and two more. */
const mostAttempts = 3
/** A server that asks for more patience than this is told to the caller at once, never second-guessed. */
const longestRetryAfterMs = 60_000

const transientStatuses: readonly (number | undefined)[] = [408, 425, 429, 499, 500, 502, 503, 504]

export interface FailedAttempt {
  /** Whether the request may change something: those are sent once and never again by themselves. */
  readonly changesState: boolean
  /** 1 for the first. */
  readonly attempt: number
  readonly error: unknown
}

/** Whether another attempt is safe and may help. */
export function shouldRetry({ changesState, attempt, error }: FailedAttempt): boolean {
  if (changesState || attempt >= mostAttempts) return false
  if (isNetworkError(error) || isTimeoutError(error)) return true
  if (isInvalidResponseError(error)) {
    // One that is too large or breaks the contract would be so again.
    const unreadable = error.code === 'invalid-response' && error.status !== undefined && error.status < 300
    return unreadable || transientStatuses.includes(error.status)
  }
  if (!isApiError(error) || !transientStatuses.includes(error.status)) return false
  return (error.retryAfterMs ?? 0) <= longestRetryAfterMs
}

/** How long to wait before the next attempt: what the server asked for, or else a back-off with jitter. */
export function retryDelay({ attempt, error }: FailedAttempt, random: Pick<Random, 'fraction'>): number {
  const asked = isApiError(error) ? error.retryAfterMs : undefined
  return asked ?? nextDelay(attempt - 1, isApiError(error) && error.status === 429, random)
}
