import { toWireBalances } from '../../feed/wire/holdings.ts'
import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'

/** By asset. */
export const listBalances: Operation<'listBalances'> = ({ query }, context) => {
  const page = pageOf(context, {
    operationId: 'listBalances',
    filter: [context.account.accountId],
    query,
    items: toWireBalances(context.account.balances),
    order: 'ascending',
    keyOf: ({ asset }) => [asset],
  })
  return 'status' in page
    ? page
    : { status: 200, body: { data: [...page.data], nextCursor: page.nextCursor } }
}
