import type { CancelOrder } from '../exchange/commands.ts'
import type { MarketView } from './market-source.ts'

/** Of the orders that a market knows by its own ids: the cancels of those that the exchange has still. */
export function cancelsOf(
  view: MarketView,
  accountId: string,
  orders: Iterable<{ readonly clientOrderId: string }>,
): CancelOrder[] {
  const commands: CancelOrder[] = []
  for (const { clientOrderId } of orders) {
    const order = view.orderByClientId(accountId, clientOrderId)
    if (order === undefined) continue
    commands.push({ type: 'CancelOrder', accountId, orderNumber: order.orderNumber })
  }
  return commands
}
