import { ConfigurationError } from './errors/client-errors.ts'
import { Secret } from './secret.ts'

/** Which world the client trades in. There is no default: real money must never be a matter of forgetting. */
export type Environment = 'mock' | 'paper' | 'live'

/** How the client proves who it is. */
export type Credentials =
  /** A plain API key; its prefix (`mk_`, `pk_`, `lk_`) must be that of the environment. */
  | { readonly apiKey: string }
  /** Called before each request, concurrent calls share one answer: cache inside it what may be reused. */
  | { readonly getToken: () => string | Promise<string> }
  /** Signed requests; not available yet. */
  | { readonly keyId: string; readonly secret: string }
  /** Signed requests; not available yet. */
  | { readonly keyId: string; readonly privateKey: unknown }
  /** OAuth 2.0 client credentials; not available yet. */
  | { readonly clientId: string; readonly clientSecret: string }

export type ResolvedCredentials =
  | { readonly apiKey: Secret }
  | { readonly getToken: () => string | Promise<string> }

/** What the API keys of each environment begin with. */
export const keyPrefixes = { mock: 'mk_', paper: 'pk_', live: 'lk_' } satisfies Record<Environment, string>

export function resolveCredentials(environment: Environment, given: Credentials): ResolvedCredentials {
  const names = Object.keys(given ?? {}).join(', ')
  if (names === 'apiKey' && 'apiKey' in given) {
    checkToken(environment, given.apiKey, 'apiKey')
    return { apiKey: new Secret(given.apiKey) }
  }
  if (names === 'getToken' && 'getToken' in given) {
    if (typeof given.getToken !== 'function') throw new ConfigurationError('getToken must be a function')
    return { getToken: given.getToken }
  }
  const later = /keyId|clientId/.test(names) ? '; signed keys and OAuth are not available yet' : ''
  throw new ConfigurationError(`credentials must be {apiKey} or {getToken}, not {${names}}${later}`)
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
