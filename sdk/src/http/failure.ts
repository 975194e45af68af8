import { AbortedError, InvalidResponseError, NetworkError, TimeoutError } from '../errors/client-errors.ts'
import { isOpenbourseError } from '../errors/guards.ts'
import { describeFailure, type OperationFacts } from '../errors/message.ts'
import type { OpenbourseError } from '../errors/openbourse-error.ts'
import { safeCause } from '../errors/safe-cause.ts'
import { Stop } from './timeout.ts'

/** Thrown while reading an answer that grows beyond the limit. */
export class TooLarge {
  readonly maximumBytes: number

  constructor(maximumBytes: number) {
    this.maximumBytes = maximumBytes
  }
}

/** How far an attempt had come. */
export interface Progress {
  readonly changesState: boolean
  /** The request was handed to `fetch`: from then on bytes may have left. */
  sent: boolean
  /** Set once the headers of the answer are here. */
  answered: { readonly status: number; readonly requestId: string | undefined } | undefined
}

/** Whatever an attempt threw, as one of this package's errors. */
export function failureOf(operation: OperationFacts, thrown: unknown, progress: Progress): OpenbourseError {
  if (isOpenbourseError(thrown)) return thrown
  const touched = progress.changesState && progress.sent
  const facts = { ...progress.answered, processed: touched ? ('unknown' as const) : ('no' as const) }
  const make = (code: string, reason: string, cause: unknown) =>
    [describeFailure(operation, reason, { ...facts, code }), { ...facts, code, cause }] as const
  if (thrown instanceof Stop) return fromStop(thrown, make)
  if (thrown instanceof TooLarge) {
    const reason = `the answer is larger than ${thrown.maximumBytes} bytes`
    return new InvalidResponseError(...make('response-too-large', reason, undefined))
  }
  if (progress.answered !== undefined && thrown instanceof SyntaxError) {
    return new InvalidResponseError(...make('invalid-response', 'the answer is not JSON', safeCause(thrown)))
  }
  if (neverSent(thrown)) facts.processed = 'no'
  const reason = progress.answered === undefined ? 'no answer from the server' : 'the answer broke off'
  const cause = safeCause(thrown)
  return new NetworkError(...make('network', `${reason}${causeText(cause)}`, cause))
}

type Make = (
  code: string,
  reason: string,
  cause: unknown,
) => readonly [string, ConstructorParameters<typeof NetworkError>[1]]

function fromStop({ by, detail }: Stop, make: Make): OpenbourseError {
  if (by === 'caller') return new AbortedError(...make('aborted', 'the caller aborted it', detail))
  if (by === 'closed') return new AbortedError(...make('client-closed', 'the client was closed', undefined))
  return new TimeoutError(...make('timeout', `${limits[by]} ${detail} ms`, undefined))
}

const limits = { headers: 'no answer within', body: 'the answer stalled for', total: 'not done within' }

/** Failures while looking up the host, connecting or agreeing on TLS: no byte of the request can have left. */
const beforeSending =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/

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
