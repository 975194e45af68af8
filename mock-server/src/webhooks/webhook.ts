import type { WebhookEventType } from '@openbourse/spec'

export interface Webhook {
  readonly number: number
  readonly accountId: string
  readonly url: string
  /** Empty stands for all. */
  readonly eventTypes: readonly WebhookEventType[]
  readonly description: string
  readonly status: 'enabled' | 'disabled'
  /** Told once, by the answer that made the webhook. */
  readonly secret: string
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

export type WebhookContent = Pick<Webhook, 'url' | 'eventTypes' | 'description'>
export type WebhookChange = Partial<WebhookContent & Pick<Webhook, 'status'>>

export function wants({ status, eventTypes }: Webhook, type: string): boolean {
  if (status !== 'enabled') return false
  return eventTypes.length === 0 || eventTypes.some((wanted) => wanted === type)
}

export function webhookName({ number }: Pick<Webhook, 'number'>): string {
  return `whk_${number}`
}
