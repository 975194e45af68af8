import type { TargetPolicy } from './target.ts'

/** One request to a receiver. */
export interface WebhookRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Ends the request at once; nobody waits for its outcome any more. */
  readonly signal: AbortSignal
}

/** Why a request has no answer. */
export type SendError =
  /** The host's name stands for an address that may not be reached. */
  | 'address-refused'
  | 'url-refused'
  | 'name-not-resolved'
  | 'connection-failed'
  | 'connection-closed'
  | 'tls-failed'
  | 'timed-out'
  | 'malformed-answer'
  /** There is no way out of this server: nothing was tried, and nothing will be. */
  | 'no-transport'
  | 'send-failed'

/** What came of a request. Of an answer only its status is of interest. */
export type SendOutcome = { readonly statusCode: number } | { readonly error: SendError }

/** Posts; whatever happens is an outcome. */
export type SendWebhook = (request: WebhookRequest) => Promise<SendOutcome>

/** How a server reaches receivers, and which of them. */
export interface WebhookTransport {
  readonly policy: TargetPolicy
  readonly send: SendWebhook
}

/** A request with its answer takes at most so long. */
export const SEND_TIMEOUT_MS = 5_000

/** For a server that reaches nobody: deliveries are recorded as failed. */
export const NO_TRANSPORT: WebhookTransport = {
  policy: { allowed: 'any' },
  send: () => Promise.resolve({ error: 'no-transport' }),
}
