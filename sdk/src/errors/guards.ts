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

export const isOpenbourseError = (error: unknown): error is OpenbourseError =>
  isKind(error, 'OpenbourseError')
export const isConfigurationError = (error: unknown): error is ConfigurationError =>
  isKind(error, 'ConfigurationError')
export const isArgumentError = (error: unknown): error is ArgumentError => isKind(error, 'ArgumentError')
export const isTokenError = (error: unknown): error is TokenError => isKind(error, 'TokenError')
export const isNetworkError = (error: unknown): error is NetworkError => isKind(error, 'NetworkError')
export const isTimeoutError = (error: unknown): error is TimeoutError => isKind(error, 'TimeoutError')
export const isAbortedError = (error: unknown): error is AbortedError => isKind(error, 'AbortedError')
export const isInvalidResponseError = (error: unknown): error is InvalidResponseError =>
  isKind(error, 'InvalidResponseError')
export const isOrderOutcomeUnknownError = (error: unknown): error is OrderOutcomeUnknownError =>
  isKind(error, 'OrderOutcomeUnknownError')
export const isApiError = (error: unknown): error is ApiError => isKind(error, 'ApiError')
export const isAuthenticationError = (error: unknown): error is AuthenticationError =>
  isKind(error, 'AuthenticationError')
export const isPermissionDeniedError = (error: unknown): error is PermissionDeniedError =>
  isKind(error, 'PermissionDeniedError')
export const isNotFoundError = (error: unknown): error is NotFoundError => isKind(error, 'NotFoundError')
export const isConflictError = (error: unknown): error is ConflictError => isKind(error, 'ConflictError')
export const isGoneError = (error: unknown): error is GoneError => isKind(error, 'GoneError')
export const isValidationError = (error: unknown): error is ValidationError =>
  isKind(error, 'ValidationError')
export const isOrderRejectedError = (error: unknown): error is OrderRejectedError =>
  isKind(error, 'OrderRejectedError')
export const isRateLimitedError = (error: unknown): error is RateLimitedError =>
  isKind(error, 'RateLimitedError')
export const isServerError = (error: unknown): error is ServerError => isKind(error, 'ServerError')
