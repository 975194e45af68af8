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
import { kinds, type OpenbourseError } from './openbourse-error.ts'

// Guards rather than `instanceof`: they also know the errors of another copy of this package.

export const isOpenbourseError = (error: unknown): error is OpenbourseError => is(error, 'OpenbourseError')
export const isConfigurationError = (error: unknown): error is ConfigurationError =>
  is(error, 'ConfigurationError')
export const isArgumentError = (error: unknown): error is ArgumentError => is(error, 'ArgumentError')
export const isTokenError = (error: unknown): error is TokenError => is(error, 'TokenError')
export const isNetworkError = (error: unknown): error is NetworkError => is(error, 'NetworkError')
export const isTimeoutError = (error: unknown): error is TimeoutError => is(error, 'TimeoutError')
export const isAbortedError = (error: unknown): error is AbortedError => is(error, 'AbortedError')
export const isInvalidResponseError = (error: unknown): error is InvalidResponseError =>
  is(error, 'InvalidResponseError')
export const isOrderOutcomeUnknownError = (error: unknown): error is OrderOutcomeUnknownError =>
  is(error, 'OrderOutcomeUnknownError')
export const isApiError = (error: unknown): error is ApiError => is(error, 'ApiError')
export const isAuthenticationError = (error: unknown): error is AuthenticationError =>
  is(error, 'AuthenticationError')
export const isPermissionDeniedError = (error: unknown): error is PermissionDeniedError =>
  is(error, 'PermissionDeniedError')
export const isNotFoundError = (error: unknown): error is NotFoundError => is(error, 'NotFoundError')
export const isConflictError = (error: unknown): error is ConflictError => is(error, 'ConflictError')
export const isGoneError = (error: unknown): error is GoneError => is(error, 'GoneError')
export const isValidationError = (error: unknown): error is ValidationError => is(error, 'ValidationError')
export const isOrderRejectedError = (error: unknown): error is OrderRejectedError =>
  is(error, 'OrderRejectedError')
export const isRateLimitedError = (error: unknown): error is RateLimitedError => is(error, 'RateLimitedError')
export const isServerError = (error: unknown): error is ServerError => is(error, 'ServerError')

function is(error: unknown, kind: string): boolean {
  const own = (error as { readonly [kinds]?: unknown } | null | undefined)?.[kinds]
  return Array.isArray(own) && own.includes(kind)
}
