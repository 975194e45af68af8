import { checkToken } from '../credentials.ts'
import { TokenError } from '../errors/client-errors.ts'
import { safeCause } from '../errors/safe-cause.ts'
import type { ResolvedOptions } from '../options.ts'
import type { Middleware } from './compose.ts'
import type { Watch } from './timeout.ts'

/** Sends the token as a bearer, asked for anew each time. */
export function authenticate(token: TokenSource, watch: Watch): Middleware {
  return async (request, next) => {
    request.headers.set('authorization', `Bearer ${await watch.race(token())}`)
    return next(request)
  }
}

/** Gives the token to send now; concurrent callers share one call of `getToken`. */
export type TokenSource = () => Promise<string>

export function createTokenSource({ credentials, environment }: ResolvedOptions): TokenSource {
  if ('apiKey' in credentials) return async () => credentials.apiKey.reveal()
  let pending: Promise<string> | undefined
  const ask = async (): Promise<string> => {
    try {
      const token = await credentials.getToken()
      checkToken(environment, token, 'getToken')
      return token
    } catch (error) {
      throw tokenError(error)
    }
  }
  return () => {
    // Forgotten only after it was remembered, even where `getToken` throws at once.
    pending ??= ask().finally(() => {
      pending = undefined
    })
    return pending
  }
}

function tokenError(error: unknown): TokenError {
  const cause = safeCause(error)
  const reason = cause instanceof Error ? `: ${cause.message}` : ''
  return new TokenError(`getToken failed, so nothing was sent${reason}`, { code: 'token-unavailable', cause })
}
