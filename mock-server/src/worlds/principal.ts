import type { Channel } from '@openbourse/spec'
import type { SignatureKey } from '../ports/crypto.ts'

/** `market-data` is for prices, the others are for accounts. */
export type Scope = 'trade' | 'read' | 'market-data'

/** Who a credential speaks for. */
export interface Principal {
  readonly keyId: string
  /** The account used when a request names none. */
  readonly defaultAccountId: string
  readonly accountIds: readonly string[]
  readonly scopes: readonly Scope[]
  /** When the credential ends, in milliseconds of the security clock; a key has no end. */
  readonly expiresAtMs?: number
}

/** A key that signs requests. */
export interface Signer {
  readonly principal: Principal
  readonly key: SignatureKey
}

/** Finds the principal of a credential. */
export interface Authenticator {
  /** Of a bearer token: an API key such as `mk_demo`, or an access token. */
  authenticate(token: string): Principal | 'expired' | undefined
}

/** What a channel needs: one of them is enough, on a stream and in a refill. */
export function scopesFor(channel: Channel): readonly Scope[] {
  return 'accountId' in channel ? PRIVATE_SCOPES : MARKET_SCOPES
}

export function hasOneOf({ scopes }: Principal, wanted: readonly Scope[]): boolean {
  return wanted.some((scope) => scopes.includes(scope))
}

const PRIVATE_SCOPES: readonly Scope[] = ['read', 'trade']
const MARKET_SCOPES: readonly Scope[] = ['market-data']
