import { specVersion } from '@openbourse/spec'
import type { ApiReply } from './call.ts'
import type { LimitVerdict } from './limits/limiter.ts'

/** What the headers of one answer say. */
export interface ReplyParts {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>> | undefined
  readonly requestId: string
  readonly nowMs: number
  /** `EPOCH:SEQ` of the account's orders channel; on private answers only. */
  readonly ordersPosition: string | undefined
  /** Of a request with a known key. */
  readonly limit: LimitVerdict | undefined
}

/** The only place where an answer gets its headers and its text. */
export function writeReply(parts: ReplyParts): ApiReply {
  const headers: Record<string, string> = {
    'content-type': parts.status >= 400 ? 'application/problem+json' : 'application/json',
    'x-request-id': parts.requestId,
    'x-server-time': String(parts.nowMs),
    'x-spec-version': specVersion,
  }
  if (parts.ordersPosition !== undefined) {
    headers['x-orders-position'] = parts.ordersPosition
    headers['cache-control'] = 'no-store'
  }
  if (parts.limit !== undefined) writeLimit(headers, parts.limit)
  if (parts.headers !== undefined) Object.assign(headers, parts.headers)
  return { status: parts.status, headers, body: toText(parts.body) }
}

function writeLimit(headers: Record<string, string>, limit: LimitVerdict): void {
  headers['ratelimit-policy'] = limit.policy
  if (limit.rateLimit !== undefined) headers.ratelimit = limit.rateLimit
  if (limit.outcome !== 'accepted') headers['retry-after'] = String(limit.retryAfterSeconds)
}

/** The documents are big and never change: their text is written once. */
const constantTexts = new WeakMap<object, string>()

/** Marks a body whose text may be kept. */
export function keepText<Body extends object>(body: Body): Body {
  if (!constantTexts.has(body)) constantTexts.set(body, JSON.stringify(body))
  return body
}

function toText(body: unknown): string {
  const kept = typeof body === 'object' && body !== null ? constantTexts.get(body) : undefined
  return kept ?? JSON.stringify(body)
}
