import type { Operation } from '../context.ts'
import { checkDeadline } from '../deadline.ts'
import { findWebhook, showWebhook } from '../webhooks.ts'

export const deleteWebhook: Operation<'deleteWebhook'> = ({ path }, context) => {
  const webhook = findWebhook(context, path.webhookId)
  if ('body' in webhook) return webhook
  const late = checkDeadline(context, context.deadline, context.clock)
  if (late !== undefined) return late
  context.world.webhooks.remove(webhook)
  return { status: 200, body: showWebhook(webhook) }
}
