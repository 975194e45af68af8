import { formatTime } from '../exchange/values/time.ts'
import type { FeedMessage } from '../feed/feed.ts'
import type { SendError } from './send.ts'
import { type Webhook, webhookName } from './webhook.ts'

/** One attempt that is over. */
export interface Attempt {
  readonly startedAtMs: number
  readonly durationMs: number
  readonly statusCode: number | null
  readonly error: SendError | null
}

export type FailureReason =
  | 'attempts-exhausted'
  | 'receiver-gone'
  | 'webhook-disabled'
  | 'queue-full'
  | 'no-transport'

/** What a delivery keeps of its event. */
export type DeliveredEvent = Pick<FeedMessage, 'channel' | 'seq' | 'type' | 'time'> & {
  /** Of its number: a delivery that outlives a restart is of the epoch before. */
  readonly epoch: string
}

/** One event on its way to one webhook. */
export interface Delivery {
  readonly number: number
  /** The same in every attempt. */
  readonly id: string
  /** Undefined for a test. */
  readonly event: DeliveredEvent | undefined
  /** The event's message as the streams carry it; let go when the delivery is over. */
  message: string | undefined
  readonly createdAtMs: number
  readonly attempts: Attempt[]
  status: 'pending' | 'succeeded' | 'failed'
  reason: FailureReason | null
  /** While it waits for its time, not only for its turn. */
  nextAttemptAtMs: number | null
}

/** The event's own type; a test has one of its own. */
export function eventTypeOf({ event }: Delivery): string {
  return event?.type ?? 'test'
}

/** The body of every attempt, made when it is needed: `data` is the message that the streams carry. */
export function bodyOf({ event, message, createdAtMs }: Delivery, webhook: Webhook): string {
  if (event !== undefined) {
    return `{"type":${JSON.stringify(event.type)},"timestamp":"${event.time}","data":${message}}`
  }
  const data = { webhookId: webhookName(webhook), accountId: webhook.accountId }
  return JSON.stringify({ type: 'test', timestamp: formatTime(createdAtMs * 1000), data })
}
