import type { CancelAllItem } from '@openbourse/spec'
import { executeInTime, type Operation } from '../context.ts'
import { problemItem, refuse } from '../problems.ts'
import { refuseInvalid } from '../validate.ts'
import { showOrder } from '../wire/order.ts'

/** With `epoch` and `asOfSeq` only what the caller had seen by then: a late repetition reaches nothing newer. */
export const cancelAllOrders: Operation<'cancelAllOrders'> = ({ query }, context) => {
  const { view, feed } = context.world
  const { epoch, asOfSeq } = query
  if ((epoch === undefined) !== (asOfSeq === undefined)) {
    const absent = epoch === undefined ? 'epoch' : 'asOfSeq'
    return refuseInvalid(context, [
      problemItem(`/query/${absent}`, 'missing-field', 'epoch and asOfSeq go together'),
    ])
  }
  if (epoch !== undefined && epoch !== feed.epoch) {
    const detail = `the present epoch is ${feed.epoch}`
    const channel = `orders.${context.account.accountId}`
    return refuse(context, 'epoch-gone', `/query/epoch: ${detail}; nothing was canceled.`, {
      errors: [{ ...problemItem('/query/epoch', 'epoch-gone', detail), channel, epoch: feed.epoch }],
    })
  }
  const execution = executeInTime(context, {
    type: 'CancelAllOrders',
    accountId: context.account.accountId,
    ...(asOfSeq === undefined ? undefined : { asOfSeq }),
    reason: 'canceled-by-user',
  })
  if ('status' in execution) return execution
  const data: CancelAllItem[] = []
  for (const event of execution.events) {
    if (event.type !== 'OrderCanceled' || event.order.accountId !== context.account.accountId) continue
    const order = showOrder(view, event.order)
    data.push({ orderId: order.orderId, clientOrderId: order.clientOrderId, outcome: 'canceled', order })
  }
  return { status: 200, body: { data } }
}
