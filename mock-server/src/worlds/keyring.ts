import type { Note } from '../journal/records.ts'
import type { Clock } from '../ports/clock.ts'
import { equalInConstantTime } from '../ports/crypto.ts'
import type { WorldAccount } from './accounts.ts'
import type { Authenticator, Principal, Scope, Signer } from './principal.ts'
import { ALL_SCOPES, type SigningKeyEntry } from './signing-keys.ts'
import { createTokens, type IssuedToken } from './tokens.ts'

export interface KeyringOptions {
  readonly accounts: readonly WorldAccount[]
  readonly signingKeys: readonly SigningKeyEntry[]
  /** Plain keys sent as a bearer are refused. */
  readonly strict: boolean
  /** The security clock. */
  readonly clock: Pick<Clock, 'nowMs'>
  /** Hears of what a restart must know. */
  readonly note?: Note
}

/** Every credential of a world. */
export interface Keyring extends Authenticator {
  signer(keyId: string): Signer | undefined
  /** The owner of a shared secret. */
  client(keyId: string, secret: string): Principal | undefined
  /** An access token, for as much of the principal's scopes as `scopes` says. */
  issueAccessToken(principal: Principal, scopes: readonly Scope[], livesMs: number): IssuedToken
  issueStreamToken(principal: Principal): IssuedToken
  /** As {@link Authenticator.authenticate}; a stream token is used up by it. */
  authenticateStream(token: string): Principal | 'expired' | undefined
  /** Keys that were ended. */
  readonly revoked: Iterable<string>
  /** Puts in place what was noted; of a key that is not given at this start too, because it may be at the next. */
  recall(keyId: string): void
  /** Ends a key and its tokens; false when there is no such key. Sessions are ended by whoever has them. */
  revoke(keyId: string): boolean
}

const STREAM_TOKEN_MS = 60_000

export function createKeyring({ accounts, signingKeys, strict, clock, note }: KeyringOptions): Keyring {
  const plain = plainKeys(accounts)
  const signers = new Map(signingKeys.map((entry) => [entry.keyId, { ...entry, principal: ownerOf(entry) }]))
  const accessTokens = createTokens('at_', clock)
  const streamTokens = createTokens('st_', clock)
  const revoked = new Set<string>()

  const authenticate = (token: string): Principal | 'expired' | undefined =>
    accessTokens.find(token) ?? (strict ? undefined : plain.get(token))
  return {
    authenticate,
    authenticateStream: (token) => streamTokens.take(token) ?? authenticate(token),
    signer: (keyId) => signers.get(keyId),
    client(keyId, secret) {
      const found = signers.get(keyId)
      if (found?.secret === undefined || !equalInConstantTime(found.secret, secret)) return undefined
      return found.principal
    },
    issueAccessToken(principal, scopes, livesMs) {
      const expiresAtMs = clock.nowMs() + livesMs
      return accessTokens.issue({ ...principal, scopes, expiresAtMs }, livesMs)
    },
    issueStreamToken: (principal) => streamTokens.issue(principal, STREAM_TOKEN_MS),
    revoked,
    recall(keyId) {
      plain.delete(keyId)
      signers.delete(keyId)
      revoked.add(keyId)
    },
    revoke(keyId) {
      accessTokens.revoke(keyId)
      streamTokens.revoke(keyId)
      const isKnown = [plain, signers].filter((keys) => keys.delete(keyId)).length > 0
      if (!isKnown) return false
      revoked.add(keyId)
      note?.('keyRevoked', keyId)
      return true
    },
  }
}

function plainKeys(accounts: readonly WorldAccount[]): Map<string, Principal> {
  const principals = new Map<string, Principal>()
  for (const { key, accountId, scopes = ALL_SCOPES } of accounts) {
    const known = principals.get(key)
    principals.set(key, {
      keyId: key,
      defaultAccountId: known?.defaultAccountId ?? accountId,
      accountIds: [...(known?.accountIds ?? []), accountId],
      scopes,
    })
  }
  return principals
}

function ownerOf({ keyId, accountIds, scopes }: SigningKeyEntry): Principal {
  return { keyId, defaultAccountId: accountIds[0] ?? '', accountIds, scopes }
}
