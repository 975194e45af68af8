import type { Operation } from '../context.ts'
import { findWebhook, showWebhook } from '../webhooks.ts'

export const getWebhook: Operation<'getWebhook'> = ({ path }, context) => {
  const webhook = findWebhook(context, path.webhookId)
  return 'body' in webhook ? webhook : { status: 200, body: showWebhook(webhook) }
}
