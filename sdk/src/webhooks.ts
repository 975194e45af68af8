/**
 * For receivers of webhooks: checks that a request is one that the server signed, and not an old one.
 *
 * @packageDocumentation
 */
import type { WebhookEvent } from '@openbourse/spec'
import { ConfigurationError } from './errors/client-errors.ts'
import { isKind, OpenbourseError } from './errors/openbourse-error.ts'
import { systemClock } from './ports/clock.ts'
import { verifyHmac } from './ports/verify-hmac.ts'

export type {
  WebhookAccountEvent,
  WebhookEvent,
  WebhookOrderEvent,
  WebhookTestEvent,
} from '@openbourse/spec'
export { isConfigurationError } from './errors/guards.ts'

/** A request as it came, and what it is checked with. */
export interface WebhookDelivered {
  /** As it came, byte for byte: a body that was parsed and written again has another signature. */
  readonly body: string | Uint8Array
  /** Those of the request: a `Headers`, or an object as Node's `request.headers`. */
  readonly headers:
    | {
        /** The value of a header; null without it. */
        get(name: string): string | null
      }
    | Readonly<Record<string, string | readonly string[] | undefined>>
  /** The webhook's secret, `whsec_...`; several while one replaces another. */
  readonly secret: string | readonly string[]
  /** Milliseconds since 1970. @default the machine's clock */
  readonly now?: number | undefined
}

/** A delivery that its sender signed. */
export interface VerifiedWebhook {
  /** The delivery's id: the same in every attempt, so that an event which was handled already is known by it. */
  readonly id: string
  readonly event: WebhookEvent
}

/** What is wrong with a request that is not to be trusted. */
export type WebhookFault =
  | 'webhook-header-missing'
  | 'webhook-header-malformed'
  /** More than five minutes away from `now`: an old request sent again, or a wrong clock. */
  | 'webhook-too-old'
  | 'webhook-too-new'
  | 'webhook-signature-wrong'
  | 'webhook-body-malformed'

/** The request is not to be trusted: answer 400, and do nothing. */
export class WebhookVerificationError extends OpenbourseError {
  declare readonly code: WebhookFault

  constructor(code: WebhookFault, message: string) {
    super(`Failed to verify webhook: ${message} (${code})`, { code })
  }

  static override readonly kind: string = 'WebhookVerificationError'
}

/** Knows the errors of another copy of this package, too. */
export const isWebhookVerificationError = (error: unknown): error is WebhookVerificationError =>
  isKind(error, 'WebhookVerificationError')

/** How far a request's time may be from the receiver's. */
const TOLERANCE_SECONDS = 5 * 60
/** More signatures than that nobody needs. */
const MAXIMUM_SIGNATURES = 16

/**
 * Checks a request by the Standard Webhooks convention and gives its event.
 *
 * @throws WebhookVerificationError when the request is not to be trusted
 * @throws ConfigurationError when the secret is none
 * @example
 * const { id, event } = await verifyWebhook({ body: await request.text(), headers: request.headers, secret })
 */
export async function verifyWebhook({
  body,
  headers,
  secret,
  now,
}: WebhookDelivered): Promise<VerifiedWebhook> {
  const keys = (typeof secret === 'string' ? [secret] : secret).map(readSecret)
  const id = readHeader(headers, 'webhook-id')
  const timestamp = readHeader(headers, 'webhook-timestamp')
  const signatures = readSignatures(readHeader(headers, 'webhook-signature'))
  checkAge(timestamp, now ?? systemClock.nowMs())
  const signed = join(encode(`${id}.${timestamp}.`), typeof body === 'string' ? encode(body) : body)
  for (const key of keys) {
    if (await verifyHmac(key, signatures, signed)) return { id, event: readEvent(body) }
  }
  throw new WebhookVerificationError('webhook-signature-wrong', 'no signature fits the secret and the body')
}

function readSecret(secret: string): Uint8Array<ArrayBuffer> {
  const key = /^whsec_/.test(secret) ? decodeBase64(secret.slice('whsec_'.length)) : undefined
  if (key === undefined || key.length === 0) {
    // Never with the secret in it.
    throw new ConfigurationError(
      'The secret of a webhook is the text that its creation told: whsec_ and base64',
    )
  }
  return key
}

function readHeader(headers: WebhookDelivered['headers'], name: string): string {
  const value = typeof headers.get === 'function' ? headers.get(name) : findHeader(headers, name)
  if (value === undefined || value === null || value === '') {
    throw new WebhookVerificationError('webhook-header-missing', `the header ${name} is missing`)
  }
  if (typeof value !== 'string') throw malformed(name)
  return value
}

function findHeader(headers: object, name: string): unknown {
  return Object.entries(headers).find(([own]) => own.toLowerCase() === name)?.[1]
}

/** Those of version 1, whatever else is among them. */
function readSignatures(header: string): Uint8Array<ArrayBuffer>[] {
  const parts = header.split(' ').slice(0, MAXIMUM_SIGNATURES)
  const signatures = parts.flatMap((part) =>
    part.startsWith('v1,') ? (decodeBase64(part.slice(3)) ?? []) : [],
  )
  if (signatures.length === 0) throw malformed('webhook-signature')
  return signatures
}

function checkAge(timestamp: string, nowMs: number): void {
  if (!/^\d{1,12}$/.test(timestamp)) throw malformed('webhook-timestamp')
  const ageSeconds = Math.floor(nowMs / 1000) - Number(timestamp)
  if (ageSeconds > TOLERANCE_SECONDS) {
    throw new WebhookVerificationError('webhook-too-old', `it was sent ${ageSeconds} s ago`)
  }
  if (-ageSeconds > TOLERANCE_SECONDS) {
    throw new WebhookVerificationError('webhook-too-new', `it was sent ${-ageSeconds} s from now`)
  }
}

function readEvent(body: string | Uint8Array): WebhookEvent {
  try {
    const text = typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body)
    const event: unknown = JSON.parse(text)
    if (isEvent(event)) return event
  } catch {
    // Told below.
  }
  throw new WebhookVerificationError('webhook-body-malformed', 'the body is no event')
}

function isEvent(value: unknown): value is WebhookEvent {
  const { type, timestamp, data } = (value ?? {}) as Partial<Record<string, unknown>>
  return (
    typeof type === 'string' && typeof timestamp === 'string' && typeof data === 'object' && data !== null
  )
}

function malformed(name: string): WebhookVerificationError {
  return new WebhookVerificationError('webhook-header-malformed', `the header ${name} cannot be read`)
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function join(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(head.length + tail.length)
  joined.set(head)
  joined.set(tail, head.length)
  return joined
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}
