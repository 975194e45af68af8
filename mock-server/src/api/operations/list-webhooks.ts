import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { showWebhook } from '../webhooks.ts'

/** Newest first. */
export const listWebhooks: Operation<'listWebhooks'> = ({ query }, context) => {
  const { accountId } = context.account
  const page = pageOf(context, {
    operationId: 'listWebhooks',
    filter: [accountId],
    query,
    items: context.world.webhooks.list(accountId),
    order: 'descending',
    keyOf: ({ number }) => [number],
  })
  if ('status' in page) return page
  return { status: 200, body: { data: page.data.map(showWebhook), nextCursor: page.nextCursor } }
}
