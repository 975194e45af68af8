import { type ErrorFacts, OpenbourseError } from './openbourse-error.ts'

/** The options are wrong or do not fit together. Thrown before any byte leaves. */
export class ConfigurationError extends OpenbourseError {
  /** @param message what is wrong and what would be right */
  constructor(message: string) {
    super(message, { code: 'configuration' })
  }

  static override readonly kind: string = 'ConfigurationError'
}

/** An argument of a method cannot be meant. Thrown before any byte leaves. */
export class ArgumentError extends OpenbourseError {
  /** @param message what is wrong and what would be right */
  constructor(message: string) {
    super(message, { code: 'invalid-argument' })
  }

  static override readonly kind: string = 'ArgumentError'
}

/** `getToken` failed or gave nothing usable, so nothing was sent. The cause is what it threw. */
export class TokenError extends OpenbourseError {
  static override readonly kind: string = 'TokenError'
}

/** No answer came: the host is unknown, refused, or the connection broke. `processed` says whether bytes may have left. */
export class NetworkError extends OpenbourseError {
  static override readonly kind: string = 'NetworkError'
}

/** A limit of time passed: of the whole call, for the headers, or between two pieces of the body. */
export class TimeoutError extends OpenbourseError {
  static override readonly kind: string = 'TimeoutError'
}

/** The caller's `AbortSignal` fired (its reason is the cause), or the client was closed (code `client-closed`). */
export class AbortedError extends OpenbourseError {
  static override readonly kind: string = 'AbortedError'
}

/** An answer came that is not the API's: not JSON, cut off, too large, or not what the contract says. */
export class InvalidResponseError extends OpenbourseError {
  static override readonly kind: string = 'InvalidResponseError'
}

export interface OutcomeUnknownFacts extends ErrorFacts {
  readonly clientOrderId: string
  readonly accountId?: string | undefined
  readonly deadline?: string | undefined
}

/**
 * The answer to a submitted order was lost: the order may exist or not. It is not a failure. Look the order up with
 * `orders.getByClientId(error.clientOrderId)`, or submit the very same order again under the very same client order
 * id: the server never makes two of one id. The cause is what happened to the answer.
 */
export class OrderOutcomeUnknownError extends OpenbourseError<OutcomeUnknownFacts> {
  declare readonly clientOrderId: string
  /** The account asked for; `undefined` for the key's default account. */
  declare readonly accountId: string | undefined
  /** The server refuses the request after this time (RFC 3339): a look-up long after it that finds nothing is proof. */
  declare readonly deadline: string | undefined

  static override readonly kind: string = 'OrderOutcomeUnknownError'
}
