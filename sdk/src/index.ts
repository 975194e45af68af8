/**
 * The typed client of the openbourse trading API: REST and streams.
 *
 * @packageDocumentation
 */
export type * from '@openbourse/spec'
export { type Client, createClient, createRestClient } from './client.ts'
export type { Credentials, Environment } from './credentials.ts'
export {
  ApiError,
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
} from './errors/api-errors.ts'
export {
  AbortedError,
  ArgumentError,
  ConfigurationError,
  InvalidResponseError,
  NetworkError,
  OrderOutcomeUnknownError,
  TimeoutError,
  TokenError,
} from './errors/client-errors.ts'
export {
  isAbortedError,
  isApiError,
  isArgumentError,
  isAuthenticationError,
  isConfigurationError,
  isConflictError,
  isGoneError,
  isInvalidResponseError,
  isNetworkError,
  isNotFoundError,
  isOpenbourseError,
  isOrderOutcomeUnknownError,
  isOrderRejectedError,
  isPermissionDeniedError,
  isRateLimitedError,
  isServerError,
  isTimeoutError,
  isTokenError,
  isValidationError,
} from './errors/guards.ts'
export { OpenbourseError, type Processed } from './errors/openbourse-error.ts'
export type { ApiPromise, ApiResponse } from './http/api-promise.ts'
export type { AccountCallOptions, CallOptions } from './http/operation.ts'
export type { Page, PagePromise } from './http/pages.ts'
export type {
  AttemptEvent,
  ClientEvent,
  DeprecationEvent,
  ObserveClient,
} from './observability/client-event.ts'
export type { ClientOptions, Timeouts } from './options.ts'
export type { NewOrder, OrderChange, PositionClosing } from './orders/intent.ts'
export type { Clock } from './ports/clock.ts'
export type { Fetch } from './ports/fetch.ts'
export type { Random } from './ports/random.ts'
export type { WebSocketCloseEvent, WebSocketConstructor, WebSocketLike } from './ports/web-socket.ts'
export type { ResponseValidator } from './response-validator.ts'
export type { CloseOptions, RestClient } from './rest-client.ts'
export type { LocalBook } from './streaming/book.ts'
export type { ConnectionState } from './streaming/connection-state.ts'
export type { StateChange, StreamOptions, Streams } from './streaming/create-streams.ts'
export type { TradeGap } from './streaming/delivery-queue.ts'
export type { StreamIterator } from './streaming/iterator.ts'
export type {
  OrdersResync,
  OrderUpdate,
  StreamAccount,
  StreamBar,
  StreamQuote,
  StreamStatus,
  StreamTrade,
} from './streaming/projections.ts'
export {
  isProtocolError,
  isSupersededError,
  ProtocolError,
  SupersededError,
} from './streaming/stream-errors.ts'
