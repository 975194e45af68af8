import { toWirePositions } from '../../feed/wire/holdings.ts'
import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'

/** By symbol. */
export const listPositions: Operation<'listPositions'> = ({ query }, context) => {
  const page = pageOf(context, {
    operationId: 'listPositions',
    filter: [context.account.accountId],
    query,
    items: toWirePositions(context.world.view, context.account.positions),
    order: 'ascending',
    keyOf: ({ symbol }) => [symbol],
  })
  return 'status' in page
    ? page
    : { status: 200, body: { data: [...page.data], nextCursor: page.nextCursor } }
}
