import { ed25519PemFrom, ed25519PublicKey, hmacKey, type SignatureKey } from '../ports/crypto.ts'
import type { Scope } from './principal.ts'

/** A key that signs its requests, as `keys` and a keys file give it. */
export interface SigningKeyOptions {
  /** For example `mk_bot`: begins with `mk_`, the prefix of the mock's environment. */
  readonly keyId: string
  /** Signs with hmac-sha256; at least 16 visible ASCII characters, whose bytes are the key. */
  readonly secret?: string
  /** Signs with ed25519: the public key in SPKI form as PEM. Exactly one of `secret` and `publicKey` is given. */
  readonly publicKey?: string
  /** Accounts that it may use; the first is its default. @default the first account of the world */
  readonly accountIds?: readonly string[]
  /** @default all of them */
  readonly scopes?: readonly Scope[]
}

/** A checked key. */
export interface SigningKeyEntry {
  readonly keyId: string
  readonly key: SignatureKey
  /** The shared secret of an HMAC key, with which its owner may also ask for access tokens. */
  readonly secret: string | undefined
  readonly accountIds: readonly string[]
  readonly scopes: readonly Scope[]
}

/** What the demo world's signing keys are made of. They are no secret: everybody has this file. */
export const DEMO_CREDENTIALS = {
  hmac: { keyId: 'mk_demo_hmac', secret: 'demo-secret-of-mk_demo_hmac' },
  ed25519: { keyId: 'mk_demo_ed25519', privateKey: ed25519PemFrom('demo key of mk_demo_ed25519') },
} as const

export const ALL_SCOPES: readonly Scope[] = ['trade', 'read', 'market-data']

/** The demo keys, for the given account. */
export function demoKeys(accountId: string): SigningKeyEntry[] {
  const { hmac, ed25519 } = DEMO_CREDENTIALS
  const owner = { accountIds: [accountId], scopes: ALL_SCOPES }
  return [
    { ...owner, keyId: hmac.keyId, key: hmacKey(hmac.secret), secret: hmac.secret },
    { ...owner, keyId: ed25519.keyId, key: ed25519PublicKey(ed25519.privateKey), secret: undefined },
  ]
}

const FIELDS = ['keyId', 'secret', 'publicKey', 'accountIds', 'scopes']

/**
 * Checks keys that may come from anywhere.
 *
 * @param accountIds accounts of the world
 * @throws RangeError that points at what is wrong and says what would be right; it never repeats a secret
 */
export function readSigningKeys(given: unknown, accountIds: readonly string[]): SigningKeyEntry[] {
  if (!Array.isArray(given)) throw wrong('', 'is an array of keys')
  const seen = new Set<string>(Object.values(DEMO_CREDENTIALS).map(({ keyId }) => keyId))
  return given.map((each: unknown, index) => {
    const entry = readKey(each, `/${index}`, accountIds)
    if (seen.has(entry.keyId)) throw wrong(`/${index}/keyId`, `is given once; ${entry.keyId} comes again`)
    seen.add(entry.keyId)
    return entry
  })
}

function readKey(given: unknown, at: string, known: readonly string[]): SigningKeyEntry {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw wrong(at, 'is an object')
  const fields = given as Readonly<Record<string, unknown>>
  const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name))
  if (unknown !== undefined) throw wrong(`${at}/${unknown.slice(0, 64)}`, `is none of ${FIELDS.join(', ')}`)
  const { keyId, secret, publicKey, accountIds = known.slice(0, 1), scopes = ALL_SCOPES } = fields
  if (typeof keyId !== 'string' || !/^mk_[A-Za-z0-9_-]{1,61}$/.test(keyId)) {
    throw wrong(`${at}/keyId`, 'begins with mk_, then 1 to 61 letters, digits, _ or -')
  }
  if ((secret === undefined) === (publicKey === undefined)) {
    throw wrong(at, 'has either a secret (hmac-sha256) or a publicKey (ed25519)')
  }
  if (!isListOf(accountIds, known)) {
    throw wrong(`${at}/accountIds`, `is a list of accounts of this world: ${known.join(', ')}`)
  }
  if (!isListOf(scopes, ALL_SCOPES)) throw wrong(`${at}/scopes`, `is a list of ${ALL_SCOPES.join(', ')}`)
  const key = secret === undefined ? readPublicKey(publicKey, at) : hmacKey(readSecret(secret, at))
  return { keyId, key, secret: secret as string | undefined, accountIds, scopes }
}

function readSecret(secret: unknown, at: string): string {
  if (typeof secret === 'string' && /^[\x21-\x7e]{16,512}$/.test(secret)) return secret
  throw wrong(`${at}/secret`, 'has 16 to 512 visible ASCII characters')
}

function readPublicKey(publicKey: unknown, at: string): SignatureKey {
  const right = 'is an Ed25519 public key as PEM (-----BEGIN PUBLIC KEY-----)'
  if (typeof publicKey !== 'string' || !publicKey.includes('BEGIN PUBLIC KEY')) {
    throw wrong(`${at}/publicKey`, right)
  }
  try {
    return ed25519PublicKey(publicKey)
  } catch {
    throw wrong(`${at}/publicKey`, right)
  }
}

function isListOf<Value extends string>(given: unknown, known: readonly Value[]): given is readonly Value[] {
  if (!Array.isArray(given) || given.length === 0) return false
  return given.every((each) => known.includes(each))
}

function wrong(pointer: string, right: string): RangeError {
  return new RangeError(`keys${pointer} ${right}`)
}
