import { isOpen } from '../../exchange/orders/lifecycle.ts'
import type { Order } from '../../exchange/orders/order.ts'
import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { pageOf } from '../paging.ts'
import { showOrder } from '../wire/order.ts'

/** Newest first, finished and rejected ones too unless `status` says otherwise. */
export const listOrders: Operation<'listOrders'> = ({ query }, context) => {
  const { view } = context.world
  const { accountId } = context.account
  const { status = 'all', symbol } = query
  if (symbol !== undefined) {
    const instrument = findInstrument(context, symbol, '/query/symbol')
    if ('body' in instrument) return instrument
  }
  const page = pageOf(context, {
    operationId: 'listOrders',
    filter: [accountId, status, symbol],
    query,
    items: matching(view.orders(accountId), status, symbol),
    order: 'descending',
    keyOf: ({ createdAt, orderNumber }) => [createdAt, orderNumber],
  })
  if ('status' in page) return page
  return {
    status: 200,
    body: { data: page.data.map((order) => showOrder(view, order)), nextCursor: page.nextCursor },
  }
}

function* matching(
  orders: Iterable<Order>,
  status: 'open' | 'closed' | 'all',
  symbol: string | undefined,
): Iterable<Order> {
  for (const order of orders) {
    if (symbol !== undefined && order.terms.symbol !== symbol) continue
    if (status === 'all' || isOpen(order.status) === (status === 'open')) yield order
  }
}
