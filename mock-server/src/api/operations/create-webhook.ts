import { WEBHOOK_LIMIT } from '../../webhooks/webhooks.ts'
import type { Operation } from '../context.ts'
import { checkDeadline } from '../deadline.ts'
import { refuse } from '../problems.ts'
import { checkWebhookUrl, showCreatedWebhook } from '../webhooks.ts'

export const createWebhook: Operation<'createWebhook'> = ({ body }, context) => {
  const refusal =
    checkWebhookUrl(context, body.url) ?? checkDeadline(context, context.deadline, context.clock)
  if (refusal !== undefined) return refusal
  const { url, eventTypes = [], description = '' } = body
  const created = context.world.webhooks.create(context.account.accountId, { url, eventTypes, description })
  if (created === 'limit') {
    const detail = `This account has ${WEBHOOK_LIMIT} webhooks, which is the most.`
    return refuse(context, 'webhook-limit', detail)
  }
  return { status: 201, body: showCreatedWebhook(created) }
}
