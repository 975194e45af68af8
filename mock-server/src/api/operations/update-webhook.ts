import { checkRules } from '@openbourse/spec'
import type { Operation } from '../context.ts'
import { checkDeadline } from '../deadline.ts'
import { refuseInvalid } from '../validate.ts'
import { checkWebhookUrl, findWebhook, showWebhook } from '../webhooks.ts'

export const updateWebhook: Operation<'updateWebhook'> = ({ path, body }, context) => {
  const webhook = findWebhook(context, path.webhookId)
  if ('body' in webhook) return webhook
  const broken = checkRules('WebhookChange', body)
  if (broken.length > 0) return refuseInvalid(context, broken)
  const refusal =
    (body.url === undefined ? undefined : checkWebhookUrl(context, body.url)) ??
    checkDeadline(context, context.deadline, context.clock)
  if (refusal !== undefined) return refusal
  return { status: 200, body: showWebhook(context.world.webhooks.change(webhook, body)) }
}
