import type { OAuthError } from '@openbourse/spec'

/** What RFC 6749 asks of every answer with a token, and of its refusals. */
export const OAUTH_HEADERS = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  pragma: 'no-cache',
} as const

export interface TokenRefusal {
  readonly status: 400 | 401
  readonly body: OAuthError
  readonly headers: Readonly<Record<string, string>>
}

/** An error answer of RFC 6749, section 5.2. */
export function refuseToken(error: OAuthError['error'], description: string): TokenRefusal {
  const body = { error, error_description: description }
  if (error !== 'invalid_client') return { status: 400, body, headers: OAUTH_HEADERS }
  return {
    status: 401,
    body,
    headers: { ...OAUTH_HEADERS, 'www-authenticate': 'Basic realm="openbourse", charset="UTF-8"' },
  }
}
