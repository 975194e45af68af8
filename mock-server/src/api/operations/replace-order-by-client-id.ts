import type { Operation } from '../context.ts'
import { findOrderByClientId } from '../lookup.ts'
import { replaceOne } from '../replace-one.ts'

export const replaceOrderByClientId: Operation<'replaceOrderByClientId'> = ({ path, body }, context) => {
  const order = findOrderByClientId(context, path.clientOrderId)
  return 'body' in order ? order : replaceOne(context, order, body)
}
