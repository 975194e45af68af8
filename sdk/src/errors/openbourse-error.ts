/** Whether the server did what was asked, as far as the client can know. */
export type Processed = 'no' | 'yes' | 'unknown'

/** What every error of this package carries; nothing of it is a request header, a body or a credential. */
export interface ErrorFacts {
  readonly code: string
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  /** @default 'no' */
  readonly processed?: Processed | undefined
  readonly cause?: unknown
}

/**
 * Under this key, which is in the global symbol registry, an error names its class and the class's ancestors: two
 * copies of the package in one program recognise each other's errors, where `instanceof` does not.
 */
export const kinds: unique symbol = /* @__PURE__ */ Symbol.for('openbourse.error.kinds')

/** The base of every error that this package throws on purpose. */
export abstract class OpenbourseError<Facts extends ErrorFacts = ErrorFacts> extends Error {
  /** The name of the class, whatever a bundler makes of it. */
  static readonly kind: string = 'OpenbourseError'
  /** Stable, for programs: a code of the API's error table, or one of the client's own such as `timeout`. */
  declare readonly code: string
  /** The HTTP status, where an answer came. */
  declare readonly status: number | undefined
  /** What to name to support; `undefined` where no answer came. */
  declare readonly requestId: string | undefined
  /** `no`: certainly without effect. `unknown`: the request may or may not have been carried out. */
  declare readonly processed: Processed

  /** Made by the client; programs catch it. */
  constructor(message: string, { cause, processed = 'no', ...facts }: Facts) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, facts, { processed })
  }

  /** The class and its ancestors by name. */
  get [kinds](): readonly string[] {
    const names: string[] = []
    for (let each: object = this.constructor; 'kind' in each; each = Object.getPrototypeOf(each)) {
      names.push(String(each.kind))
    }
    return names
  }

  /** The name of the class. */
  override get name(): string {
    return this[kinds][0] ?? 'Error'
  }
}

/** Whether this is an error of the class with that name, or of a descendant, from whichever copy of the package. */
export function isKind(error: unknown, kind: string): boolean {
  const own = (error as { readonly [kinds]?: unknown } | null | undefined)?.[kinds]
  return Array.isArray(own) && own.includes(kind)
}
