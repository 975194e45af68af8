import type { Order as WireOrder } from '@openbourse/spec'
import type { Order } from '../exchange/orders/order.ts'
import { orderId } from '../feed/wire/ids.ts'
import { type AccountContext, executeInTime } from './context.ts'
import { type Refusal, refuse } from './problems.ts'
import { showOrder } from './wire/order.ts'

/**
 * Cancels what is left of an order: 200 with the order after it, which is pendingCancel where that takes time, or 409
 * when it had already ended.
 */
export function cancelOne(
  context: AccountContext,
  order: Order,
): { status: 200; body: WireOrder } | Refusal<409> | Refusal<422> {
  const execution = executeInTime(context, {
    type: 'CancelOrder',
    accountId: order.accountId,
    orderNumber: order.orderNumber,
    reason: 'canceled-by-user',
  })
  if ('status' in execution) return execution
  for (const event of execution.events) {
    const isAnswer = event.type === 'OrderCanceled' || event.type === 'OrderPending'
    if (isAnswer && event.order.orderNumber === order.orderNumber) {
      return { status: 200, body: showOrder(context.world.view, event.order) }
    }
    if (event.type !== 'CommandRejected') continue
    if (event.rejection.code === 'request-pending') return refusePending(context, order)
    break
  }
  const { status } = context.world.view.order(order.orderNumber) ?? order
  const id = orderId(order.orderNumber)
  return refuse(context, 'order-not-open', `Order ${id} is already ${status}; nothing was canceled.`, {
    orderId: id,
  })
}

/** One request at a time. */
export function refusePending(context: AccountContext, order: Order): Refusal<409> {
  const id = orderId(order.orderNumber)
  const { status } = context.world.view.order(order.orderNumber) ?? order
  return refuse(context, 'request-pending', `Order ${id} is ${status}; nothing more was asked of it.`, {
    orderId: id,
  })
}
