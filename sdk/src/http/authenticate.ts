import { checkToken } from '../credentials.ts'
import { ConfigurationError, TokenError } from '../errors/client-errors.ts'
import { isTokenError } from '../errors/guards.ts'
import { safeCause } from '../errors/safe-cause.ts'
import type { ResolvedOptions } from '../options.ts'
import type { AccessTokens } from './access-token.ts'
import type { Middleware } from './compose.ts'
import type { Call } from './operation.ts'
import { readBody } from './read-body.ts'
import type { ServerClock } from './server-clock.ts'
import type { SignRequest } from './sign.ts'
import { createWatch, type Watch } from './timeout.ts'

/** Sends the token as a bearer, asked for anew each time. */
export function authenticate(token: TokenSource, watch: Watch): Middleware {
  return async (request, next) => {
    request.headers.set('authorization', `Bearer ${await watch.race(token())}`)
    return next(request)
  }
}

/** Signs the request as it is to leave, by the server's clock. */
export function signed(
  signer: SignerSource,
  { options, serverClock }: { readonly options: ResolvedOptions; readonly serverClock: ServerClock },
  call: Call,
  watch: Watch,
): Middleware {
  return async (request, next) => {
    const sign = await watch.race(signer())
    const body = call.body === undefined ? undefined : JSON.stringify(call.body)
    const moment = { nowMs: serverClock.nowMs(), livesMs: options.deadlineMs, random: options.random }
    await watch.race(sign(request, body, moment))
    return next(request)
  }
}

/** What signs, loaded with the first request: programs with a plain key never load it. */
export type SignerSource = () => Promise<SignRequest>

/** `undefined` for credentials that do not sign. */
export function createSignerSource({ credentials }: ResolvedOptions): SignerSource | undefined {
  if (!('keyId' in credentials)) return undefined
  let loading: Promise<SignRequest> | undefined
  return () => {
    loading ??= import('./sign.ts').then(({ createSignRequest }) =>
      createSignRequest(credentials, (reason) => new ConfigurationError(reason)),
    )
    return loading
  }
}

/** Access tokens are fetched by code that is loaded with the first request, too. */
function lazyAccessTokens(options: ResolvedOptions): Pick<TokenSourceParts, 'token' | 'refused'> | undefined {
  const { credentials } = options
  if (!('clientId' in credentials)) return undefined
  let loading: Promise<AccessTokens> | undefined
  let last = ''
  return {
    async token() {
      loading ??= import('./access-token.ts').then((module) =>
        module.createAccessTokens(credentials, { options, createWatch, readBody, failure: tokenError }),
      )
      last = await (await loading).get()
      return last
    },
    refused: () => void loading?.then((tokens) => tokens.refused(last)),
  }
}

export interface TokenSourceParts {
  readonly token: TokenSource
  /** The server refused the last token; true where another may be had. */
  readonly refused?: () => void
}

/** Gives the token to send now; concurrent callers share one call of `getToken`. */
export type TokenSource = () => Promise<string>

export function createTokenSource(options: ResolvedOptions): TokenSourceParts {
  const { credentials, environment } = options
  if ('apiKey' in credentials) return { token: async () => credentials.apiKey.reveal() }
  if (!('getToken' in credentials)) return lazyAccessTokens(options) ?? { token: neverAsked }
  let pending: Promise<string> | undefined
  const ask = async (): Promise<string> => {
    try {
      const token = await credentials.getToken()
      checkToken(environment, token, 'getToken')
      return token
    } catch (error) {
      throw tokenError('getToken failed', error)
    }
  }
  return {
    token() {
      // Forgotten only after it was remembered, even where `getToken` throws at once.
      pending ??= ask().finally(() => {
        pending = undefined
      })
      return pending
    },
  }
}

/** Credentials that sign have no token to send. */
const neverAsked = (): Promise<string> => Promise.reject(new Error('no token'))

function tokenError(what: string, thrown: unknown, status?: number): TokenError {
  if (isTokenError(thrown)) return thrown
  const cause = safeCause(thrown)
  const reason = cause instanceof Error ? `: ${cause.message}` : ''
  const facts = { code: 'token-unavailable', status, cause }
  return new TokenError(`${what}, so nothing was sent${reason}`, facts)
}
