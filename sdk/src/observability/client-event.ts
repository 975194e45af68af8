/** One attempt of one call, told when it is over. Carries no headers, no bodies and no query. */
export interface AttemptEvent {
  readonly type: 'attempt'
  readonly operationId: string
  readonly method: string
  readonly path: string
  /** 1 for the first. */
  readonly attempt: number
  readonly durationMs: number
  /** `undefined` where no answer came. */
  readonly status: number | undefined
  readonly requestId: string | undefined
  /** The code of the error; `undefined` after a success. */
  readonly errorCode: string | undefined
  /** How long the client waits before the next attempt; `undefined` where there is none. */
  readonly retryInMs: number | undefined
}

/** The server says that an operation is deprecated; told once for each. */
export interface DeprecationEvent {
  readonly type: 'deprecation'
  readonly operationId: string
  /** Since when, as the header says it (RFC 9745): `@` and seconds since 1970. */
  readonly since: string
  /** From when the operation may be gone (RFC 8594), as an HTTP date; `undefined` where that is not known. */
  readonly sunset: string | undefined
}

/** What the client tells an observer. New types may come: ignore what you do not know. */
export type ClientEvent = AttemptEvent | DeprecationEvent

/** Hears of every attempt; what it throws is ignored. */
export type ObserveClient = (event: ClientEvent) => void

/** An observer that throws is ignored: watching an order must not make it fail. */
export function notify(observe: ObserveClient | undefined, event: ClientEvent): void {
  try {
    observe?.(event)
  } catch {}
}
