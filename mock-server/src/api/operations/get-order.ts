import type { Operation } from '../context.ts'
import { findOrder } from '../lookup.ts'
import { showOrder } from '../wire/order.ts'

export const getOrder: Operation<'getOrder'> = ({ path }, context) => {
  const order = findOrder(context, path.orderId)
  if ('body' in order) return order
  return { status: 200, body: showOrder(context.world.view, order) }
}
