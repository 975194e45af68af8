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
import { describeFailure, type OperationFacts } from './message.ts'
import type { OpenbourseError, Processed } from './openbourse-error.ts'

/** A failed answer, read: `body` is the parsed JSON, or the text of anything else. */
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
  return apiError(describeFailure(operation, withItems(detail, facts.items), facts), facts)
}

function apiError(message: string, facts: ApiErrorFacts): ApiError {
  if (facts.status >= 500) return new ServerError(message, facts)
  switch (facts.status) {
    case 401:
      return new AuthenticationError(message, facts)
    case 403:
      return new PermissionDeniedError(message, facts)
    case 404:
      return new NotFoundError(message, facts)
    case 409:
      return new ConflictError(message, facts)
    case 410:
      return new GoneError(message, facts)
    case 400:
    case 413:
    case 415:
    case 422:
      return facts.orderId === undefined
        ? new ValidationError(message, facts)
        : new OrderRejectedError(message, { ...facts, orderId: facts.orderId })
    case 429:
      return new RateLimitedError(message, facts)
    default:
      return new ApiError(message, facts)
  }
}

/** A proxy, a firewall or another site answered: nothing it says tells whether the API saw the request. */
function fromStranger(operation: OperationFacts, answer: FailedAnswer): OpenbourseError {
  const detail = `the answer ${answer.status} is not the API's (${answer.contentType || 'no content type'})`
  const common = {
    status: answer.status,
    requestId: answer.requestId,
    processed: 'unknown' as const,
    detail,
    retryable: true,
    items: [],
    retryAfterMs: answer.retryAfterMs,
  }
  const describe = (code: string) => describeFailure(operation, detail, { ...common, code })
  if (answer.status >= 500) {
    return new ServerError(describe('server-error'), { ...common, code: 'server-error' })
  }
  if (answer.status === 429) {
    return new RateLimitedError(describe('rate-limited'), { ...common, code: 'rate-limited' })
  }
  return new InvalidResponseError(describe('invalid-response'), { ...common, code: 'invalid-response' })
}

/**
 * The server's own word wins. Without it, a server error or a broken-off request proves nothing, and `replayed` means
 * that something on the way repeated the request: the first copy may have been carried out.
 */
function processedOf(problem: Readonly<Record<string, unknown>>, status: number): Processed {
  if (problem.code === 'replayed') return 'unknown'
  if (problem.processed === 'no' || problem.processed === 'yes') return problem.processed
  if (problem.processed !== undefined) return 'unknown'
  return status >= 500 || status === 408 || status === 425 || status === 499 ? 'unknown' : 'no'
}

function withItems(detail: string, items: readonly ErrorItem[]): string {
  const [first] = items
  if (first === undefined || detail.includes(first.detail)) return detail
  const more = items.length > 1 ? `, and ${items.length - 1} more` : ''
  return `${detail.replace(/\.\s*$/, '')}: ${first.pointer}: ${first.detail.replace(/\.\s*$/, '')}${more}`
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const isItem = (value: unknown): value is ErrorItem => typeof asRecord(value)?.pointer === 'string'

const asRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
