import type { Operation } from '../context.ts'
import { findOrder } from '../lookup.ts'
import { replaceOne } from '../replace-one.ts'

export const replaceOrder: Operation<'replaceOrder'> = ({ path, body }, context) => {
  const order = findOrder(context, path.orderId)
  return 'body' in order ? order : replaceOne(context, order, body)
}
