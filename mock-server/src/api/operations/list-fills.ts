import type { Fill } from '../../exchange/events.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Operation } from '../context.ts'
import { findInstrument, findOrder } from '../lookup.ts'
import { pageOf } from '../paging.ts'
import { showFill } from '../wire/order.ts'

/** Newest first, as long as their order is remembered. */
export const listFills: Operation<'listFills'> = ({ query }, context) => {
  const { view } = context.world
  const { accountId } = context.account
  const { symbol, orderId } = query
  if (symbol !== undefined) {
    const instrument = findInstrument(context, symbol, '/query/symbol')
    if ('body' in instrument) return instrument
  }
  const order = orderId === undefined ? undefined : findOrder(context, orderId)
  if (order !== undefined && 'body' in order) return order
  const page = pageOf(context, {
    operationId: 'listFills',
    filter: [accountId, symbol, orderId],
    query,
    items: remembered(view, matching(view.fills(accountId), symbol, order?.orderNumber)),
    order: 'descending',
    keyOf: ({ time, fillNumber }) => [time, fillNumber],
  })
  if ('status' in page) return page
  return {
    status: 200,
    body: { data: page.data.map((fill) => showFill(view, fill)), nextCursor: page.nextCursor },
  }
}

function* matching(
  fills: Iterable<Fill>,
  symbol: string | undefined,
  orderNumber: number | undefined,
): Iterable<Fill> {
  for (const fill of fills) {
    if (symbol !== undefined && fill.symbol !== symbol) continue
    if (orderNumber === undefined || fill.orderNumber === orderNumber) yield fill
  }
}

/** The exchange forgets old orders and old fills each by its own count. */
function* remembered(view: ExchangeView, fills: Iterable<Fill>): Iterable<Fill> {
  for (const fill of fills) if (view.order(fill.orderNumber) !== undefined) yield fill
}
