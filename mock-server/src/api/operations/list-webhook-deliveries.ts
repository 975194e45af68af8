import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { findWebhook, showDelivery } from '../webhooks.ts'

/** Newest first. */
export const listWebhookDeliveries: Operation<'listWebhookDeliveries'> = ({ path, query }, context) => {
  const webhook = findWebhook(context, path.webhookId)
  if ('body' in webhook) return webhook
  const { webhooks } = context.world
  const page = pageOf(context, {
    operationId: 'listWebhookDeliveries',
    filter: [webhook.accountId, webhook.number],
    query,
    items: webhooks.deliveries(webhook),
    order: 'descending',
    keyOf: ({ number }) => [number],
  })
  if ('status' in page) return page
  const data = page.data.map((delivery) => showDelivery(webhook, delivery))
  return { status: 200, body: { data, nextCursor: page.nextCursor } }
}
