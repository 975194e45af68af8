import type { CancelOrder } from '../exchange/commands.ts'
import type { MarketView } from './market-source.ts'

/** Of the orders that a market knows by its own ids: the cancels of those that the exchange has still. */
export function cancelsOf(
  view: MarketView,
  accountId: string,
  clientOrderIds: readonly string[],
): readonly CancelOrder[] {
  const cancels: CancelOrder[] = []
  for (const clientOrderId of clientOrderIds) {
    const cancel = cancelOf(view, accountId, clientOrderId)
    if (cancel !== undefined) cancels.push(cancel)
  }
  return cancels
}

export function cancelOf(
  view: MarketView,
  accountId: string,
  clientOrderId: string,
): CancelOrder | undefined {
  const order = view.orderByClientId(accountId, clientOrderId)
  return order && { type: 'CancelOrder', accountId, orderNumber: order.orderNumber }
}
