/** Whether the server did what was asked, as far as the client can know. */
export type Processed = 'no' | 'yes' | 'unknown'

/** What every error of this package carries; nothing of it is a request header, a body or a credential. */
export interface ErrorFacts {
  readonly code: string
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  readonly processed?: Processed | undefined
  readonly cause?: unknown
}

/**
 * Under this key, which is in the global symbol registry, each class names itself and its ancestors: two copies of the
 * package in one program recognise each other's errors, where `instanceof` does not.
 */
export const kinds: unique symbol = /* @__PURE__ */ Symbol.for('openbourse.error.kinds')

/** The base of every error that this package throws on purpose. */
export abstract class OpenbourseError extends Error {
  /** Stable, for programs: a code of the API's error table, or one of the client's own such as `timeout`. */
  readonly code: string
  /** The HTTP status, where an answer came. */
  readonly status: number | undefined
  /** What to name to support; `undefined` where no answer came. */
  readonly requestId: string | undefined
  /** `no`: certainly without effect. `unknown`: the request may or may not have been carried out. */
  readonly processed: Processed

  constructor(message: string, facts: ErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.code = facts.code
    this.status = facts.status
    this.requestId = facts.requestId
    this.processed = facts.processed ?? 'no'
  }

  get [kinds](): readonly string[] {
    return ['OpenbourseError']
  }

  override get name(): string {
    return this[kinds][0] ?? 'Error'
  }
}
