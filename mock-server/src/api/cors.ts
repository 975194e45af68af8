import { answerHeaders } from '@openbourse/spec'

/** Which pages of other origins may read answers. Without a rule none may: a browser keeps them from it. */
export interface CorsRule {
  /** For example `http://localhost:5173`; `*` is any. */
  readonly origins: readonly string[]
  /** Whether pages may send cookies and the like, which the API does not use. Not with `*`. @default false */
  readonly credentials?: boolean
}

export type CorsHeaders = Readonly<Record<string, string>>

/** What the contract reads from a request; others stay forbidden. */
const REQUEST_HEADERS = [
  'accept',
  'authorization',
  'content-digest',
  'content-type',
  'if-none-match',
  'last-event-id',
  'signature',
  'signature-input',
  'x-request-deadline',
].join(', ')
const EXPOSED_HEADERS = answerHeaders.join(', ')
/** How long a browser may keep the answer to a preflight. */
const PREFLIGHT_SECONDS = '600'

/** @throws RangeError for a rule that no browser would follow, saying what would be right */
export function checkCors(rule: CorsRule | undefined): CorsRule | undefined {
  if (rule === undefined) return undefined
  const wrong = rule.origins.find((origin) => origin !== '*' && !isOrigin(origin))
  if (wrong !== undefined) {
    throw new RangeError(
      `An origin is written like http://localhost:5173, without a path, or is *; not ${JSON.stringify(wrong)}`,
    )
  }
  if (rule.credentials && rule.origins.includes('*')) {
    throw new RangeError('Pages of every origin (*) cannot be allowed with credentials; name the origins')
  }
  return rule
}

/** The headers that let a page of this origin read an answer; undefined when it may not. */
export function corsHeaders(rule: CorsRule | undefined, origin: string | undefined): CorsHeaders | undefined {
  if (rule === undefined || origin === undefined) return undefined
  const any = rule.origins.includes('*')
  if (!any && !rule.origins.includes(origin)) return undefined
  return {
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-expose-headers': EXPOSED_HEADERS,
    ...(rule.credentials ? { 'access-control-allow-credentials': 'true' } : undefined),
  }
}

/** What the answer to a preflight has besides; `methods` are those of the path. */
export function preflightHeaders(methods: string): CorsHeaders {
  return {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': REQUEST_HEADERS,
    'access-control-max-age': PREFLIGHT_SECONDS,
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}
