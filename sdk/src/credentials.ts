import { ConfigurationError } from './errors/client-errors.ts'
import type { PrivateKeyHandle } from './ports/crypto.ts'
import { Secret } from './secret.ts'

/** Which world the client trades in. There is no default: real money must never be a matter of forgetting. */
export type Environment = 'mock' | 'paper' | 'live'

/** How the client proves who it is. */
export type Credentials =
  /** A plain API key; its prefix (`mk_`, `pk_`, `lk_`) must be that of the environment. */
  | { readonly apiKey: string }
  /** Called before each request, concurrent calls share one answer: cache inside it what may be reused. */
  | { readonly getToken: () => string | Promise<string> }
  /** Signs each request with HMAC-SHA-256 (RFC 9421); the secret itself is never sent. */
  | { readonly keyId: string; readonly secret: string }
  /**
   * Signs each request with Ed25519: PKCS #8 as PEM, or a `CryptoKey`. In a browser pass a non-extractable one; the
   * usual way there is `getToken` with a token of your own backend.
   */
  | { readonly keyId: string; readonly privateKey: string | PrivateKeyHandle }
  /** OAuth 2.0 client credentials: access tokens are fetched and renewed as needed. */
  | { readonly clientId: string; readonly clientSecret: string }

/** What signs a request; secrets are out of sight. */
export type SigningCredentials =
  | { readonly keyId: string; readonly secret: Secret }
  | { readonly keyId: string; readonly privateKey: Secret | PrivateKeyHandle }

export interface ClientSecretCredentials {
  readonly clientId: string
  readonly clientSecret: Secret
}

export type ResolvedCredentials =
  | { readonly apiKey: Secret }
  | { readonly getToken: () => string | Promise<string> }
  | SigningCredentials
  | ClientSecretCredentials

/** What the API keys of each environment begin with. */
export const keyPrefixes = { mock: 'mk_', paper: 'pk_', live: 'lk_' } satisfies Record<Environment, string>

/** The order of the names does not matter. */
const inOrder = (left: string, right: string): number => order.indexOf(left) - order.indexOf(right)
const order = ['keyId', 'secret', 'privateKey', 'clientId', 'clientSecret']

export function resolveCredentials(environment: Environment, given: Credentials): ResolvedCredentials {
  const names = Object.keys(given ?? {})
    .sort(inOrder)
    .join(', ')
  if (names === 'apiKey' && 'apiKey' in given) {
    checkToken(environment, given.apiKey, 'apiKey')
    return { apiKey: new Secret(given.apiKey) }
  }
  if (names === 'getToken' && 'getToken' in given) {
    if (typeof given.getToken !== 'function') throw new ConfigurationError('getToken must be a function')
    return { getToken: given.getToken }
  }
  const fields = (given ?? {}) as Readonly<Record<string, unknown>>
  const { keyId, secret, privateKey, clientId, clientSecret } = fields
  if (names === 'keyId, secret') {
    checkKeyId(environment, keyId, 'keyId')
    return { keyId, secret: new Secret(checkSecret(secret, 'secret')) }
  }
  if (names === 'keyId, privateKey') {
    checkKeyId(environment, keyId, 'keyId')
    return { keyId, privateKey: readPrivateKey(privateKey) }
  }
  if (names === 'clientId, clientSecret') {
    checkKeyId(environment, clientId, 'clientId')
    return { clientId, clientSecret: new Secret(checkSecret(clientSecret, 'clientSecret')) }
  }
  const right = '{apiKey}, {getToken}, {keyId, secret}, {keyId, privateKey} or {clientId, clientSecret}'
  throw new ConfigurationError(`credentials must be ${right}, not {${names}}`)
}

function checkKeyId(environment: Environment, id: unknown, source: string): asserts id is string {
  if (typeof id === 'string' && /^[A-Za-z0-9_-]+$/.test(id) && id.startsWith(keyPrefixes[environment])) return
  const right = `letters, digits, _ or -, beginning with ${keyPrefixes[environment]}`
  throw new ConfigurationError(`${source} must be a key id of environment '${environment}': ${right}`)
}

function checkSecret(secret: unknown, source: string): string {
  if (typeof secret === 'string' && secret !== '') return secret
  throw new ConfigurationError(`${source} must be a text that is not empty`)
}

function readPrivateKey(given: unknown): Secret | PrivateKeyHandle {
  if (typeof given === 'string' && given.includes('BEGIN PRIVATE KEY')) return new Secret(given)
  const { type, algorithm } = (given ?? {}) as Partial<PrivateKeyHandle>
  if (type === 'private' && algorithm?.name === 'Ed25519') return given as PrivateKeyHandle
  throw new ConfigurationError('privateKey must be an Ed25519 key: PKCS #8 as PEM, or a private CryptoKey')
}

/**
 * A key of another environment must never leave: what was meant for paper would trade for real.
 * @throws ConfigurationError that does not repeat the token.
 */
export function checkToken(environment: Environment, token: unknown, source: 'apiKey' | 'getToken'): void {
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    throw new ConfigurationError(`${source} must give a text of visible ASCII characters`)
  }
  const prefix = keyPrefixes[environment]
  const isKey = source === 'apiKey' || Object.values(keyPrefixes).some((each) => token.startsWith(each))
  if (isKey && !token.startsWith(prefix)) {
    throw new ConfigurationError(
      `${source} is not for environment '${environment}': its keys begin with ${prefix}`,
    )
  }
}
