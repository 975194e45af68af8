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
  | {
      /** Gives the token that the next request is to carry. */
      readonly getToken: () => string | Promise<string>
    }
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

/** The fields that belong together; in which order they are given does not matter. */
const forms = ['apiKey', 'getToken', 'keyId, secret', 'keyId, privateKey', 'clientId, clientSecret']

/** Each field's check, which puts what is secret out of sight. */
const fields: Readonly<Record<string, (environment: Environment, value: unknown, name: string) => unknown>> =
  {
    apiKey(environment, value) {
      checkToken(environment, value, 'apiKey')
      return new Secret(value)
    },
    getToken(_environment, value) {
      if (typeof value === 'function') return value
      throw new ConfigurationError('getToken must be a function')
    },
    keyId: checkKeyId,
    clientId: checkKeyId,
    secret: checkSecret,
    clientSecret: checkSecret,
    privateKey: checkPrivateKey,
  }

export function resolveCredentials(environment: Environment, given: Credentials): ResolvedCredentials {
  const values: Readonly<Record<string, unknown>> = Object(given)
  const names = Object.keys(fields).filter((name) => name in values)
  const unknown = Object.keys(values).filter((name) => !Object.hasOwn(fields, name))
  const form = [...names, ...unknown].join(', ')
  if (!forms.includes(form)) {
    throw new ConfigurationError(`credentials must be one of {${forms.join('}, {')}}, not {${form}}`)
  }
  const resolved = names.map((name) => [name, fields[name]?.(environment, values[name], name)])
  return Object.fromEntries(resolved)
}

function checkKeyId(environment: Environment, id: unknown, name: string): string {
  const prefix = keyPrefixes[environment]
  if (typeof id === 'string' && /^[A-Za-z0-9_-]+$/.test(id) && id.startsWith(prefix)) return id
  const right = `letters, digits, _ or -, beginning with ${prefix}`
  throw new ConfigurationError(`${name} must be a key id of environment '${environment}': ${right}`)
}

function checkSecret(_environment: Environment, secret: unknown, name: string): Secret {
  if (typeof secret === 'string' && secret !== '') return new Secret(secret)
  throw new ConfigurationError(`${name} must be a text that is not empty`)
}

function checkPrivateKey(_environment: Environment, given: unknown): Secret | PrivateKeyHandle {
  if (typeof given === 'string' && given.includes('BEGIN PRIVATE KEY')) return new Secret(given)
  const { type, algorithm }: Partial<PrivateKeyHandle> = Object(given)
  if (type === 'private' && algorithm?.name === 'Ed25519') return given as PrivateKeyHandle
  throw new ConfigurationError('privateKey must be an Ed25519 key: PKCS #8 as PEM, or a private CryptoKey')
}

/**
 * A key of another environment must never leave: what was meant for paper would trade for real.
 * @throws ConfigurationError that does not repeat the token.
 */
export function checkToken(
  environment: Environment,
  token: unknown,
  source: 'apiKey' | 'getToken',
): asserts token is string {
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
