/** Who a credential speaks for. */
export interface Principal {
  readonly keyId: string
  /** The account used when a request names none. */
  readonly defaultAccountId: string
  readonly accountIds: readonly string[]
  readonly scopes: readonly ('trade' | 'read' | 'market-data')[]
}

/** Finds the principal of a bearer token (here: an API key such as `mk_demo`). */
export interface Authenticator {
  authenticate(token: string): Principal | undefined
}
