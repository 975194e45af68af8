import {
  ApiError,
  type ApiErrorFacts,
  AuthenticationError,
  ConflictError,
  type ErrorItem,
  GoneError,
  NotFoundError,
  OrderRejectedError,
  PermissionDeniedError,
  RateLimitedError,
  ServerError,
  ValidationError,
} from './api-errors.ts'
import { InvalidResponseError } from './client-errors.ts'
import { describeFailure, type OperationFacts, withoutStop } from './message.ts'
import type { OpenbourseError, Processed } from './openbourse-error.ts'

/** A failed answer, read: `body` is the parsed JSON, or nothing where it is not JSON. */
export interface FailedAnswer {
  readonly status: number
  readonly contentType: string
  readonly requestId: string | undefined
  readonly retryAfterMs: number | undefined
  readonly body: unknown
}

/** The error of an answer outside 2xx. Whatever is not a problem document of the API came from something in between. */
export function errorFromAnswer(operation: OperationFacts, answer: FailedAnswer): OpenbourseError {
  const problem = answer.contentType.includes('problem+json') ? asRecord(answer.body) : undefined
  if (problem === undefined || typeof problem.code !== 'string') return fromStranger(operation, answer)
  const detail = text(problem.detail) ?? text(problem.title) ?? problem.code
  const facts = {
    code: problem.code,
    status: answer.status,
    requestId: answer.requestId ?? text(problem.requestId),
    processed: processedOf(problem, answer.status),
    detail,
    retryable: problem.retryable === true,
    items: Array.isArray(problem.errors) ? problem.errors.filter(isItem) : [],
    orderId: text(problem.orderId),
    retryAfterMs: answer.retryAfterMs,
  }
  return new (classOf(facts))(describeFailure(operation, withItems(detail, facts.items), facts), facts)
}

function classOf({ status, orderId }: ApiErrorFacts): typeof ApiError {
  if (status >= 500) return ServerError
  return (status === 422 && orderId !== undefined ? OrderRejectedError : classes[status]) ?? ApiError
}

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  410: GoneError,
  413: ValidationError,
  415: ValidationError,
  418: RateLimitedError,
  422: ValidationError,
  429: RateLimitedError,
}

/** A proxy, a firewall or another site answered: nothing it says tells whether the API saw the request. */
function fromStranger(operation: OperationFacts, answer: FailedAnswer): OpenbourseError {
  const { status, contentType, requestId, retryAfterMs } = answer
  const detail = `the answer ${status} is not the API's (${contentType || 'no content type'})`
  const code = 'invalid-response'
  const processed = 'unknown'
  const facts = {
    code,
    status,
    requestId,
    retryAfterMs,
    detail,
    processed,
    retryable: true,
    items: [],
  } as const
  const Class = status >= 500 ? ServerError : status === 429 ? RateLimitedError : InvalidResponseError
  return new Class(describeFailure(operation, detail, facts), facts)
}

/**
 * The server's own word wins. Without it, a server error or a broken-off request proves nothing, and `replayed` means
 * that something on the way repeated the request: the first copy may have been carried out.
 */
function processedOf({ code, processed }: Readonly<Record<string, unknown>>, status: number): Processed {
  if (code !== 'replayed' && (processed === 'no' || processed === 'yes')) return processed
  const final = status < 500 && ![408, 425, 499].includes(status)
  return final && processed === undefined && code !== 'replayed' ? 'no' : 'unknown'
}

function withItems(detail: string, items: readonly ErrorItem[]): string {
  const [first] = items
  if (first === undefined || detail.includes(first.detail)) return detail
  const more = items.length > 1 ? `, and ${items.length - 1} more` : ''
  return `${withoutStop(detail)}: ${first.pointer}: ${withoutStop(first.detail)}${more}`
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isItem = (value: unknown): value is ErrorItem => typeof asRecord(value)?.pointer === 'string'

const asRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
