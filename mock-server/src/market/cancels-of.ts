import type { CancelOrder } from '../exchange/commands.ts'
import type { MarketView } from './market-source.ts'

/** How a market knows an order of its own: by the exchange's number, and by its client order id until it is told that. */
export type OwnOrder = number | string

/** The cancels of those that the exchange has still. */
export function cancelsOf(
  view: MarketView,
  accountId: string,
  orders: readonly OwnOrder[],
): readonly CancelOrder[] {
  const cancels: CancelOrder[] = []
  for (const order of orders) {
    const cancel = cancelOf(view, accountId, order)
    if (cancel !== undefined) cancels.push(cancel)
  }
  return cancels
}

export function cancelOf(view: MarketView, accountId: string, order: OwnOrder): CancelOrder | undefined {
  if (typeof order === 'string' || view.order(order) === undefined) return undefined
  return { type: 'CancelOrder', accountId, orderNumber: order }
}
