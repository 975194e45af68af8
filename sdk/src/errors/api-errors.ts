import { type ErrorFacts, kinds, OpenbourseError } from './openbourse-error.ts'

/** One thing that is wrong with a request, and what would be right. */
export interface ErrorItem {
  /** JSON Pointer into the body (`/limitPrice`), or `/query/NAME`, `/path/NAME`, `/header/NAME`. */
  readonly pointer: string
  readonly code: string
  readonly detail: string
  readonly channel?: string
  readonly epoch?: string
  readonly oldestSeq?: number
}

export interface ApiErrorFacts extends ErrorFacts {
  readonly status: number
  readonly detail: string
  readonly retryable: boolean
  readonly items: readonly ErrorItem[]
  readonly orderId?: string | undefined
  readonly retryAfterMs?: number | undefined
}

/** The server answered with a problem. The subclasses are the outcomes that a caller can act on. */
export class ApiError extends OpenbourseError {
  declare readonly status: number
  /** For people: what happened this time. */
  readonly detail: string
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean
  /** Each single thing that is wrong; empty where the problem names none. */
  readonly items: readonly ErrorItem[]
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, facts: ApiErrorFacts) {
    super(message, facts)
    this.detail = facts.detail
    this.retryable = facts.retryable
    this.items = facts.items
    this.retryAfterMs = facts.retryAfterMs
  }

  override get [kinds](): readonly string[] {
    return ['ApiError', ...super[kinds]]
  }
}

/** 401: no, unknown or expired credentials. */
export class AuthenticationError extends ApiError {
  override get [kinds](): readonly string[] {
    return ['AuthenticationError', ...super[kinds]]
  }
}

/** 403: the credentials are good but do not allow this. */
export class PermissionDeniedError extends ApiError {
  override get [kinds](): readonly string[] {
    return ['PermissionDeniedError', ...super[kinds]]
  }
}

/** 404: there is no such thing, or it belongs to another account. */
export class NotFoundError extends ApiError {
  override get [kinds](): readonly string[] {
    return ['NotFoundError', ...super[kinds]]
  }
}

/** 409: the state does not allow it any more, as when canceling an order that is already filled. */
export class ConflictError extends ApiError {
  override get [kinds](): readonly string[] {
    return ['ConflictError', ...super[kinds]]
  }
}

/** 410: the events asked for are no longer retained; take a snapshot and go on from there. */
export class GoneError extends ApiError {
  override get [kinds](): readonly string[] {
    return ['GoneError', ...super[kinds]]
  }
}

/** 400, 413, 415, 422: the request itself is wrong; `items` points at each fault. No order exists because of it. */
export class ValidationError extends ApiError {
  override get [kinds](): readonly string[] {
    return ['ValidationError', ...super[kinds]]
  }
}

/** 422 with an order id: the exchange refused the order and recorded it as rejected; `code` is its reason. */
export class OrderRejectedError extends ApiError {
  readonly orderId: string

  constructor(message: string, facts: ApiErrorFacts & { readonly orderId: string }) {
    super(message, facts)
    this.orderId = facts.orderId
  }

  override get [kinds](): readonly string[] {
    return ['OrderRejectedError', ...super[kinds]]
  }
}

/** 429: too many requests; wait `retryAfterMs`. */
export class RateLimitedError extends ApiError {
  override get [kinds](): readonly string[] {
    return ['RateLimitedError', ...super[kinds]]
  }
}

/** 5xx: the server failed; `processed` says whether it may have done something first. */
export class ServerError extends ApiError {
  override get [kinds](): readonly string[] {
    return ['ServerError', ...super[kinds]]
  }
}
