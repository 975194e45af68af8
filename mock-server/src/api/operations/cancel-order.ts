import { cancelOne } from '../cancel-one.ts'
import type { Operation } from '../context.ts'
import { findOrder } from '../lookup.ts'

export const cancelOrder: Operation<'cancelOrder'> = ({ path }, context) => {
  const order = findOrder(context, path.orderId)
  return 'body' in order ? order : cancelOne(context, order)
}
