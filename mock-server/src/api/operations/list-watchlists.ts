import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { showWatchlist } from '../watchlists.ts'

/** Newest first. */
export const listWatchlists: Operation<'listWatchlists'> = ({ query }, context) => {
  const { accountId } = context.account
  const page = pageOf(context, {
    operationId: 'listWatchlists',
    filter: [accountId],
    query,
    items: context.world.watchlists.list(accountId),
    order: 'descending',
    keyOf: ({ createdAt, number }) => [createdAt, number],
  })
  if ('status' in page) return page
  return { status: 200, body: { data: page.data.map(showWatchlist), nextCursor: page.nextCursor } }
}
