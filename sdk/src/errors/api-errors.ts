import type { ProblemCode } from '@openbourse/spec'
import { type ErrorFacts, OpenbourseError } from './openbourse-error.ts'

/** One thing that is wrong with a request, and what would be right. */
export interface ErrorItem {
  /** JSON Pointer into the body (`/limitPrice`), or `/query/NAME`, `/path/NAME`, `/header/NAME`. */
  readonly pointer: string
  readonly code: ProblemCode
  readonly detail: string
  readonly channel?: string
  readonly epoch?: string
  readonly oldestSeq?: number
}

export interface ApiErrorFacts extends ErrorFacts {
  readonly code: ProblemCode
  readonly status: number
  readonly detail: string
  readonly retryable: boolean
  readonly items: readonly ErrorItem[]
  readonly orderId?: string | undefined
  readonly retryAfterMs?: number | undefined
}

/** The server answered with a problem. The subclasses are the outcomes that a caller can act on. */
export class ApiError extends OpenbourseError<ApiErrorFacts> {
  /** Of the API's error table (docs/errors.md); a newer server may have others. */
  declare readonly code: ProblemCode
  declare readonly status: number
  /** For people: what happened this time. */
  declare readonly detail: string
  /** Whether the same request may succeed later without a change. */
  declare readonly retryable: boolean
  /** Each single thing that is wrong; empty where the problem names none. */
  declare readonly items: readonly ErrorItem[]
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfterMs: number | undefined

  static override readonly kind: string = 'ApiError'
}

/** 401: no, unknown or expired credentials. */
export class AuthenticationError extends ApiError {
  static override readonly kind: string = 'AuthenticationError'
}

/** 403: the credentials are good but do not allow this. */
export class PermissionDeniedError extends ApiError {
  static override readonly kind: string = 'PermissionDeniedError'
}

/** 404: there is no such thing, or it belongs to another account. */
export class NotFoundError extends ApiError {
  static override readonly kind: string = 'NotFoundError'
}

/** 409: the state does not allow it any more, as when canceling an order that is already filled. */
export class ConflictError extends ApiError {
  static override readonly kind: string = 'ConflictError'
}

/** 410: the events asked for are no longer retained; take a snapshot and go on from there. */
export class GoneError extends ApiError {
  static override readonly kind: string = 'GoneError'
}

/** 400, 413, 415, 422: the request itself is wrong; `items` points at each fault. No order exists because of it. */
export class ValidationError extends ApiError {
  static override readonly kind: string = 'ValidationError'
}

/** 422 with an order id: the exchange refused the order and recorded it as rejected; `code` is its reason. */
export class OrderRejectedError extends ApiError {
  declare readonly orderId: string

  static override readonly kind: string = 'OrderRejectedError'
}

/** 429: too many requests; 418: too many of them, and shut out. Wait `retryAfterMs`. */
export class RateLimitedError extends ApiError {
  static override readonly kind: string = 'RateLimitedError'
}

/** 5xx: the server failed; `processed` says whether it may have done something first. */
export class ServerError extends ApiError {
  static override readonly kind: string = 'ServerError'
}
