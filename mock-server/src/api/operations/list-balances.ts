import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { toWireBalances } from '../wire/account.ts'

/** By asset. */
export const listBalances: Operation<'listBalances'> = ({ query }, context) => {
  const page = pageOf(context, {
    operationId: 'listBalances',
    filter: [context.account.accountId],
    query,
    items: toWireBalances(context.account),
    order: 'ascending',
    keyOf: ({ asset }) => [asset],
  })
  return 'status' in page
    ? page
    : { status: 200, body: { data: [...page.data], nextCursor: page.nextCursor } }
}
