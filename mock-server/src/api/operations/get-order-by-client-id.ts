import type { Operation } from '../context.ts'
import { findOrderByClientId } from '../lookup.ts'
import { showOrder } from '../wire/order.ts'

export const getOrderByClientId: Operation<'getOrderByClientId'> = ({ path }, context) => {
  const order = findOrderByClientId(context, path.clientOrderId)
  if ('body' in order) return order
  return { status: 200, body: showOrder(context.world.view, order) }
}
