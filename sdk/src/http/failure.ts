import { AbortedError, InvalidResponseError, NetworkError, TimeoutError } from '../errors/client-errors.ts'
import { isOpenbourseError } from '../errors/guards.ts'
import { describeFailure, type OperationFacts } from '../errors/message.ts'
import type { OpenbourseError } from '../errors/openbourse-error.ts'
import { safeCause } from '../errors/safe-cause.ts'
import { Stop } from './timeout.ts'

/** How far an attempt had come. */
export interface Progress {
  readonly changesState: boolean
  /** The request was handed to `fetch`: from then on bytes may have left. */
  sent: boolean
  /** Set once the headers of the answer are here. */
  answered: { readonly status: number; readonly requestId: string | undefined } | undefined
}

/** Of a call that has not been sent. */
export const unsent: Readonly<Progress> = { changesState: false, sent: false, answered: undefined }

/** Whatever an attempt threw, as one of this package's errors. */
export function failureOf(
  operation: OperationFacts,
  thrown: unknown,
  { changesState, sent, answered }: Progress,
): OpenbourseError {
  if (isOpenbourseError(thrown)) return thrown
  const processed = changesState && sent && !neverSent(thrown) ? 'unknown' : 'no'
  const [Class, code, reason, cause] =
    thrown instanceof Stop ? fromStop(thrown) : fromThrown(thrown, answered !== undefined)
  const facts = { ...answered, code, processed, cause } as const
  return new Class(describeFailure(operation, reason, facts), facts)
}

type Failure = readonly [Class: typeof NetworkError, code: string, reason: string, cause?: unknown]

function fromStop({ by, detail }: Stop): Failure {
  switch (by) {
    case 'caller':
      return [AbortedError, 'aborted', 'the caller aborted it', detail]
    case 'closed':
      return [AbortedError, 'client-closed', 'the client was closed']
    case 'size':
      return [InvalidResponseError, 'response-too-large', `the answer is larger than ${detail} bytes`]
    default:
      return [TimeoutError, 'timeout', `${limits[by]} ${detail} ms`]
  }
}

const limits = { headers: 'no answer within', body: 'the answer stalled for', total: 'not done within' }

function fromThrown(thrown: unknown, answered: boolean): Failure {
  const cause = safeCause(thrown)
  if (answered && thrown instanceof SyntaxError) {
    return [InvalidResponseError, 'invalid-response', 'the answer is not JSON', cause]
  }
  const reason = answered ? 'the answer broke off' : 'no answer from the server'
  return [NetworkError, 'network', `${reason}${causeText(cause)}`, cause]
}

/**
 * Failures while looking up the host, connecting or checking its certificate: no byte of the request can have left.
 * Those that an open connection can have as well (EHOSTUNREACH, errors of the TLS protocol) are not among them.
 */
const beforeSending =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ConnectionRefused|UND_ERR_CONNECT_TIMEOUT|(ERR_TLS_)?CERT_.*|.*SELF_SIGNED_CERT.*|UNABLE_TO_.*)$/

/** True only where the platform says so with a code; browsers never do. */
function neverSent(thrown: unknown): boolean {
  const { code, cause } = (thrown ?? {}) as { readonly code?: unknown; readonly cause?: unknown }
  if (typeof code === 'string') return beforeSending.test(code)
  return cause !== undefined && neverSent(cause)
}

const causeText = (cause: unknown): string => {
  if (!(cause instanceof Error)) return ''
  const { code } =
    cause.cause instanceof Error ? (cause.cause as { code?: unknown }) : (cause as { code?: unknown })
  return `: ${typeof code === 'string' ? code : cause.message}`
}
