import { type OperationDeprecation, specVersion } from '@openbourse/spec'
import { CACHE_CONTROL, entityTag, isKnown } from './caching.ts'
import type { ApiReply, ReplyStream } from './call.ts'
import type { CorsHeaders } from './cors.ts'
import type { LimitVerdict } from './limits/limiter.ts'

/** What the headers of one answer say. */
export interface ReplyParts {
  readonly status: number
  readonly body?: unknown
  /** In place of a body. */
  readonly stream?: ReplyStream | undefined
  readonly headers: Readonly<Record<string, string>> | undefined
  readonly requestId: string
  readonly nowMs: number
  /** `EPOCH:SEQ` of the account's orders channel; on private answers only. */
  readonly ordersPosition: string | undefined
  /** Of a request with a known key. */
  readonly limit?: LimitVerdict | undefined
  /** Of an answer that may be kept: by whom, and which tags the caller has. */
  readonly caching?: Caching | undefined
  readonly deprecation?: OperationDeprecation | undefined
  readonly cors?: CorsHeaders | undefined
}

export interface Caching {
  readonly by: 'forKey' | 'forAll'
  readonly ifNoneMatch: string | undefined
}

/** The only place where an answer gets its headers and its text. */
export function writeReply(parts: ReplyParts): ApiReply {
  const headers: Record<string, string> = {
    'content-type': parts.status >= 400 ? 'application/problem+json' : 'application/json',
    'x-request-id': parts.requestId,
    'x-server-time': String(parts.nowMs),
    'x-spec-version': specVersion,
    'cache-control': CACHE_CONTROL.never,
    vary: 'Accept-Encoding, Origin',
  }
  if (parts.ordersPosition !== undefined) headers['x-orders-position'] = parts.ordersPosition
  if (parts.limit !== undefined) writeLimit(headers, parts.limit)
  if (parts.deprecation !== undefined) Object.assign(headers, parts.deprecation)
  if (parts.cors !== undefined) Object.assign(headers, parts.cors)
  if (parts.headers !== undefined) Object.assign(headers, parts.headers)
  if (parts.stream !== undefined) return { status: parts.status, headers, stream: parts.stream }
  if (parts.body === undefined) return withoutBody(parts.status, headers)
  const text = toText(parts.body)
  if (parts.status !== 200 || parts.caching === undefined)
    return { status: parts.status, headers, body: text }
  const tag = tagOf(parts.body, text)
  headers['cache-control'] = CACHE_CONTROL[parts.caching.by]
  headers.etag = tag
  if (isKnown(tag, parts.caching.ifNoneMatch)) return withoutBody(304, headers)
  return { status: 200, headers, body: text }
}

function withoutBody(status: number, { 'content-type': _, ...headers }: Record<string, string>): ApiReply {
  return { status, headers }
}

function writeLimit(headers: Record<string, string>, limit: LimitVerdict): void {
  headers['ratelimit-policy'] = limit.policy
  if (limit.rateLimit !== undefined) headers.ratelimit = limit.rateLimit
  if (limit.outcome !== 'accepted') headers['retry-after'] = String(limit.retryAfterSeconds)
}

/** The documents are big and never change: their text is written once, their tag made once. */
const constants = new WeakMap<object, { readonly text: string; tag: string | undefined }>()

/** Marks a body whose text may be kept. */
export function keepText<Body extends object>(body: Body): Body {
  if (!constants.has(body)) constants.set(body, { text: JSON.stringify(body), tag: undefined })
  return body
}

function constantOf(body: unknown) {
  return typeof body === 'object' && body !== null ? constants.get(body) : undefined
}

function toText(body: unknown): string {
  return constantOf(body)?.text ?? JSON.stringify(body)
}

function tagOf(body: unknown, text: string): string {
  const kept = constantOf(body)
  if (kept === undefined) return entityTag(text)
  kept.tag ??= entityTag(text)
  return kept.tag
}
