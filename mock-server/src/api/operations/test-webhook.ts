import type { Operation } from '../context.ts'
import { checkDeadline } from '../deadline.ts'
import { findWebhook, showDelivery } from '../webhooks.ts'

/** Does not wait for the receiver: an operation runs to its end in one turn. */
export const testWebhook: Operation<'testWebhook'> = ({ path }, context) => {
  const webhook = findWebhook(context, path.webhookId)
  if ('body' in webhook) return webhook
  const late = checkDeadline(context, context.deadline, context.clock)
  if (late !== undefined) return late
  return { status: 202, body: showDelivery(webhook, context.world.webhooks.test(webhook)) }
}
