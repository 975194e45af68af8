import { cancelOne } from '../cancel-one.ts'
import type { Operation } from '../context.ts'
import { findOrderByClientId } from '../lookup.ts'

export const cancelOrderByClientId: Operation<'cancelOrderByClientId'> = ({ path }, context) => {
  const order = findOrderByClientId(context, path.clientOrderId)
  return 'body' in order ? order : cancelOne(context, order)
}
