import { ConfigurationError } from './errors/client-errors.ts'
import { Secret } from './secret.ts'
import { refuseUnknown } from './unknown-names.ts'

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

const credentialNames = ['apiKey', 'getToken', 'keyId', 'secret', 'privateKey', 'clientId', 'clientSecret']

export function resolveCredentials(environment: Environment, given: Credentials): ResolvedCredentials {
  const forms = 'credentials must be {apiKey} or {getToken}'
  if (typeof given !== 'object' || given === null) throw new ConfigurationError(forms)
  refuseUnknown('option credentials.', given, credentialNames)
  const names = Object.keys(given)
  if ('apiKey' in given && names.length === 1) {
    checkToken(environment, given.apiKey, 'apiKey')
    return { apiKey: new Secret(given.apiKey) }
  }
  if ('getToken' in given && names.length === 1 && typeof given.getToken === 'function') {
    return { getToken: given.getToken }
  }
  const later = 'keyId' in given || 'clientId' in given ? '; signed keys and OAuth are not available yet' : ''
  throw new ConfigurationError(`${forms}, not {${names.join(', ')}}${later}`)
}

/**
 * A key of another environment must never leave: what was meant for paper would trade for real.
 * @throws ConfigurationError that does not repeat the token.
 */
export function checkToken(environment: Environment, token: unknown, source: 'apiKey' | 'getToken'): void {
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    throw new ConfigurationError(`${source} must give a text of visible ASCII characters`)
  }
  const meant = Object.entries(keyPrefixes).find(([, prefix]) => token.startsWith(prefix))?.[0]
  if (meant === environment || (meant === undefined && source === 'getToken')) return
  const is = meant === undefined ? 'has no known prefix' : `is for environment '${meant}'`
  throw new ConfigurationError(
    `${source} ${is}, but the client is for '${environment}': its keys begin with ${keyPrefixes[environment]}`,
  )
}
