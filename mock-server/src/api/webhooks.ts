import type {
  CreatedWebhook,
  WebhookDelivery as WireDelivery,
  Webhook as WireWebhook,
} from '@openbourse/spec'
import { formatTime } from '../exchange/values/time.ts'
import type { Attempt, Delivery } from '../webhooks/delivery.ts'
import { eventTypeOf } from '../webhooks/delivery.ts'
import { type Webhook, webhookName } from '../webhooks/webhook.ts'
import type { AccountContext } from './context.ts'
import { problemItem, quoted, type Refusal, refuse } from './problems.ts'

/** Without the secret. */
export function showWebhook(webhook: Webhook): WireWebhook {
  const { accountId, url, eventTypes, description, status, createdAtMs, updatedAtMs } = webhook
  return {
    webhookId: webhookName(webhook),
    accountId,
    url,
    eventTypes: [...eventTypes],
    description,
    status,
    createdAt: timeOf(createdAtMs),
    updatedAt: timeOf(updatedAtMs),
  }
}

/** The one answer that tells the secret. */
export function showCreatedWebhook(webhook: Webhook): CreatedWebhook {
  return { ...showWebhook(webhook), secret: webhook.secret }
}

export function showDelivery(webhook: Webhook, delivery: Delivery): WireDelivery {
  const { id, event, status, reason, createdAtMs, nextAttemptAtMs, attempts } = delivery
  return {
    deliveryId: id,
    webhookId: webhookName(webhook),
    eventType: eventTypeOf(delivery),
    channel: event?.channel ?? null,
    epoch: event?.epoch ?? null,
    seq: event?.seq ?? null,
    status,
    reason,
    createdAt: timeOf(createdAtMs),
    nextAttemptAt: nextAttemptAtMs === null ? null : timeOf(nextAttemptAtMs),
    attempts: attempts.map(showAttempt),
  }
}

/** A webhook of the request's account. Another account's answers word for word like none. */
export function findWebhook(context: AccountContext, webhookId: string): Webhook | Refusal<404> {
  const digits = /^whk_([1-9]\d{0,14})$/.exec(webhookId)?.[1]
  const { accountId } = context.account
  const webhook = digits === undefined ? undefined : context.world.webhooks.find(accountId, Number(digits))
  if (webhook !== undefined) return webhook
  return refuse(context, 'unknown-webhook', `This account has no webhook ${quoted(webhookId)}.`)
}

/** What can be told of a URL before anything is sent to it. */
export function checkWebhookUrl(context: AccountContext, url: string): Refusal<422> | undefined {
  const detail = context.world.webhooks.refusalOf(url)
  if (detail === undefined) return undefined
  return refuse(context, 'webhook-url-refused', `/url: ${detail}.`, {
    errors: [problemItem('/url', 'webhook-url-refused', detail)],
  })
}

function showAttempt({
  startedAtMs,
  durationMs,
  statusCode,
  error,
}: Attempt): WireDelivery['attempts'][number] {
  return { time: timeOf(startedAtMs), durationMs, statusCode, error }
}

function timeOf(ms: number): string {
  return formatTime(Math.floor(ms * 1000))
}
