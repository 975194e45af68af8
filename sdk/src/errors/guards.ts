import type {
  ApiError,
  AuthenticationError,
  ConflictError,
  GoneError,
  NotFoundError,
  OrderRejectedError,
  PermissionDeniedError,
  RateLimitedError,
  ServerError,
  ValidationError,
} from './api-errors.ts'
import type {
  AbortedError,
  ArgumentError,
  ConfigurationError,
  InvalidResponseError,
  NetworkError,
  OrderOutcomeUnknownError,
  TimeoutError,
  TokenError,
} from './client-errors.ts'
import { isKind, type OpenbourseError } from './openbourse-error.ts'

// Guards rather than `instanceof`: they also know the errors of another copy of this package.

/** Any error of this package. */
export const isOpenbourseError = (error: unknown): error is OpenbourseError =>
  isKind(error, 'OpenbourseError')
/** The options are wrong. */
export const isConfigurationError = (error: unknown): error is ConfigurationError =>
  isKind(error, 'ConfigurationError')
/** An argument cannot be meant. */
export const isArgumentError = (error: unknown): error is ArgumentError => isKind(error, 'ArgumentError')
/** `getToken` gave nothing usable. */
export const isTokenError = (error: unknown): error is TokenError => isKind(error, 'TokenError')
/** No answer came. */
export const isNetworkError = (error: unknown): error is NetworkError => isKind(error, 'NetworkError')
/** A limit of time passed. */
export const isTimeoutError = (error: unknown): error is TimeoutError => isKind(error, 'TimeoutError')
/** The caller stopped it, or the client was closed. */
export const isAbortedError = (error: unknown): error is AbortedError => isKind(error, 'AbortedError')
/** The answer is not the API's. */
export const isInvalidResponseError = (error: unknown): error is InvalidResponseError =>
  isKind(error, 'InvalidResponseError')
/** The order may exist: look it up. */
export const isOrderOutcomeUnknownError = (error: unknown): error is OrderOutcomeUnknownError =>
  isKind(error, 'OrderOutcomeUnknownError')
/** The server answered with a problem. */
export const isApiError = (error: unknown): error is ApiError => isKind(error, 'ApiError')
/** 401. */
export const isAuthenticationError = (error: unknown): error is AuthenticationError =>
  isKind(error, 'AuthenticationError')
/** 403. */
export const isPermissionDeniedError = (error: unknown): error is PermissionDeniedError =>
  isKind(error, 'PermissionDeniedError')
/** 404. */
export const isNotFoundError = (error: unknown): error is NotFoundError => isKind(error, 'NotFoundError')
/** 409. */
export const isConflictError = (error: unknown): error is ConflictError => isKind(error, 'ConflictError')
/** 410. */
export const isGoneError = (error: unknown): error is GoneError => isKind(error, 'GoneError')
/** 400, 413, 415, 422 without an order. */
export const isValidationError = (error: unknown): error is ValidationError =>
  isKind(error, 'ValidationError')
/** 422 with an order that was recorded as rejected. */
export const isOrderRejectedError = (error: unknown): error is OrderRejectedError =>
  isKind(error, 'OrderRejectedError')
/** 429 and 418. */
export const isRateLimitedError = (error: unknown): error is RateLimitedError =>
  isKind(error, 'RateLimitedError')
/** 5xx. */
export const isServerError = (error: unknown): error is ServerError => isKind(error, 'ServerError')
