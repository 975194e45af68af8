import type { WebhookChange, WebhookRequest } from '@openbourse/spec'
import type { Http } from '../http/http.ts'
import type { AccountCallOptions, Query } from '../http/operation.ts'

export const createWebhooks = (http: Http) => ({
  /**
   * The account's webhooks, newest first, without their secrets.
   *
   * @remarks Times of the security clock in UTC. Sent up to three times.
   * @throws NotFoundError when the credentials may not use the account
   */
  list: (query?: Query<'listWebhooks'>, options?: AccountCallOptions) =>
    http.list('listWebhooks GET /v1/webhooks', { query }, options),
  /**
   * Posts the account's events to a URL from now on. The answer alone tells the `secret` that deliveries are signed
   * with; `verifyWebhook` of `@openbourse/sdk/webhooks` checks them.
   *
   * @remarks At most 16 an account; after a lost answer look at the list. Sent once, never again by itself.
   * @throws ValidationError with the code `webhook-url-refused` or `webhook-limit`
   * @throws NotFoundError when the credentials may not use the account
   * @example const { secret } = await client.webhooks.create({ url, eventTypes: ['orderFilled'] })
   */
  create: (body: WebhookRequest, options?: AccountCallOptions) =>
    http.one('createWebhook POST /v1/webhooks', { body }, options),
  /**
   * One webhook, without its secret.
   *
   * @remarks Times of the security clock in UTC. Sent up to three times.
   * @throws NotFoundError when the account has no such webhook
   */
  get: (webhookId: string, options?: AccountCallOptions) =>
    http.one('getWebhook GET /v1/webhooks/{webhookId}', { path: { webhookId } }, options),
  /**
   * Changes what is given; `disabled` ends what waits to be delivered.
   *
   * @remarks The same change again only moves `updatedAt`. Sent once, never again by itself.
   * @throws ValidationError with the code `webhook-url-refused`
   * @throws NotFoundError when the account has no such webhook
   */
  update: (webhookId: string, body: WebhookChange, options?: AccountCallOptions) =>
    http.one('updateWebhook PATCH /v1/webhooks/{webhookId}', { path: { webhookId }, body }, options),
  /**
   * Removes a webhook with its deliveries; resolves with what it was.
   *
   * @remarks What is under way is ended. Sent once, never again by itself.
   * @throws NotFoundError when the account has no such webhook
   */
  delete: (webhookId: string, options?: AccountCallOptions) =>
    http.one('deleteWebhook DELETE /v1/webhooks/{webhookId}', { path: { webhookId } }, options),
  /**
   * Sends an event of the type `test`, once; resolves with its delivery before the receiver answered.
   *
   * @remarks Durations in milliseconds. Sent once, never again by itself.
   * @throws NotFoundError when the account has no such webhook
   */
  test: (webhookId: string, options?: AccountCallOptions) =>
    http.one('testWebhook POST /v1/webhooks/{webhookId}/test', { path: { webhookId } }, options),
  /**
   * What was and is to be posted, newest first, with every attempt.
   *
   * @remarks Durations in milliseconds, times of the security clock in UTC. Sent up to three times.
   * @throws NotFoundError when the account has no such webhook
   */
  deliveries: (webhookId: string, query?: Query<'listWebhookDeliveries'>, options?: AccountCallOptions) =>
    http.list(
      'listWebhookDeliveries GET /v1/webhooks/{webhookId}/deliveries',
      { path: { webhookId }, query },
      options,
    ),
})
