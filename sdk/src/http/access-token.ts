import type { ClientSecretCredentials } from '../credentials.ts'
import type { TokenError } from '../errors/client-errors.ts'
import type { ResolvedOptions } from '../options.ts'
import type { readBody } from './read-body.ts'
import type { createWatch } from './timeout.ts'

/** Access tokens of OAuth 2.0 client credentials (RFC 6749, 4.4). */
export interface AccessTokens {
  /** The token to send now; whoever asks while one is on its way shares it. */
  get(): Promise<string>
  /** The server refused that token: the next is a new one. */
  refused(token: string): void
}

/** What the client has anyway: what is loaded on demand brings nothing along. */
export interface AccessTokenParts {
  readonly options: Pick<ResolvedOptions, 'baseUrl' | 'fetch' | 'clock' | 'timeouts'>
  readonly createWatch: typeof createWatch
  readonly readBody: typeof readBody
  /** The error that says so; where the cause is one already, that. */
  readonly failure: (reason: string, cause: unknown, status?: number) => TokenError
}

/** A token is renewed after this much of its life, or a minute before its end if that is later. */
const usedLife = 0.8
const headStartMs = 60_000
/** After a failure nobody asks again for so long, and everybody hears of that failure. */
const pauseMs = 1_000
const largestAnswer = 65_536

interface Held {
  readonly token: string
  readonly renewAtMs: number
  readonly endsAtMs: number
}

export function createAccessTokens(
  credentials: ClientSecretCredentials,
  parts: AccessTokenParts,
): AccessTokens {
  const { clock } = parts.options
  let held: Held | undefined
  let pending: Promise<Held> | undefined
  let failed: { readonly error: unknown; readonly untilMs: number } | undefined

  const renew = async (): Promise<Held> => {
    try {
      held = await requestToken(credentials, parts)
      failed = undefined
      return held
    } catch (error) {
      failed = { error, untilMs: clock.monotonicMs() + pauseMs }
      throw error
    } finally {
      pending = undefined
    }
  }
  return {
    async get() {
      const nowMs = clock.monotonicMs()
      const known = held
      if (known !== undefined && nowMs < known.renewAtMs) return known.token
      const usable = known !== undefined && nowMs < known.endsAtMs
      if (failed !== undefined && nowMs < failed.untilMs) {
        if (usable) return known.token
        throw failed.error
      }
      pending ??= renew()
      try {
        return (await pending).token
      } catch (error) {
        if (usable) return known.token
        throw error
      }
    },
    refused(token) {
      if (held?.token === token) held = undefined
    },
  }
}

async function requestToken(
  { clientId, clientSecret }: ClientSecretCredentials,
  { options, createWatch, readBody, failure }: AccessTokenParts,
): Promise<Held> {
  const { baseUrl, fetch, clock, timeouts } = options
  const watch = createWatch(clock, [])
  const sentMs = clock.monotonicMs()
  try {
    watch.limit('headers', timeouts.headersMs)
    const basic = btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret.reveal())}`)
    const request = new Request(`${baseUrl}/v1/oauth/token`, {
      method: 'POST',
      redirect: 'error',
      signal: watch.signal,
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    })
    const response = await watch.race(fetch(request))
    const bounds = { maximumBytes: largestAnswer, idleMs: timeouts.bodyIdleMs }
    const answer = JSON.parse(await readBody(response, watch, bounds)) as Readonly<Record<string, unknown>>
    if (!response.ok) throw refusal(answer, response.status, failure)
    const { access_token: token, expires_in: lifeS } = answer
    if (typeof token !== 'string' || typeof lifeS !== 'number') throw new Error('the answer has no token')
    const lifeMs = lifeS * 1000
    const renewAtMs = sentMs + Math.max(lifeMs * usedLife, lifeMs - headStartMs)
    return { token, renewAtMs, endsAtMs: sentMs + lifeMs }
  } catch (error) {
    throw failure('No access token', error)
  } finally {
    watch.end()
  }
}

/** A wrong client stays wrong, which streams tell by the status. */
function refusal(
  { error, code: given = error }: Readonly<Record<string, unknown>>,
  status: number,
  failure: AccessTokenParts['failure'],
): TokenError {
  // OAuth's own refusals have an `error`, those of the server behind it are problems with a `code`.
  const code = typeof given === 'string' ? given : 'no reason given'
  return failure(`No access token: ${code} (${status})`, undefined, status)
}
