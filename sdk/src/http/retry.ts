import type { OpenbourseError } from '../errors/openbourse-error.ts'
import type { Random } from '../ports/random.ts'
import { nextDelay } from './backoff.ts'

/** The first and two more. */
const mostAttempts = 3
/** A server that asks for more patience than this is told to the caller at once, never second-guessed. */
const longestRetryAfterMs = 60_000

const transientStatuses: readonly unknown[] = [408, 425, 429, 499, 500, 502, 503, 504]
/** Of the client's own codes; an answer that is too large or breaks the contract would be so again. */
const transientCodes: readonly unknown[] = ['network', 'timeout', 'invalid-response']

export interface FailedAttempt {
  /** Whether the request may change something: those are sent once and never again by themselves. */
  readonly changesState: boolean
  /** 1 for the first. */
  readonly attempt: number
  readonly error: Pick<OpenbourseError, 'code' | 'status'> & { readonly retryAfterMs?: number | undefined }
}

/** Whether another attempt is safe and may help. */
export function shouldRetry({ changesState, attempt, error }: FailedAttempt): boolean {
  if (changesState || attempt >= mostAttempts) return false
  const { code, status = 0, retryAfterMs = 0 } = error
  const transient = status < 300 ? transientCodes.includes(code) : transientStatuses.includes(status)
  return transient && retryAfterMs <= longestRetryAfterMs
}

/** How long to wait before the next attempt: what the server asked for, or else a back-off with jitter. */
export function retryDelay({ attempt, error }: FailedAttempt, random: Pick<Random, 'fraction'>): number {
  return error.retryAfterMs ?? nextDelay(attempt - 1, error.status === 429, random)
}
