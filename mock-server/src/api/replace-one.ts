import { checkRules, type ProblemItem, type ReplaceOrderRequest } from '@openbourse/spec'
import type { Order } from '../exchange/orders/order.ts'
import { formatTime } from '../exchange/values/time.ts'
import { orderId } from '../feed/wire/ids.ts'
import { refusePending } from './cancel-one.ts'
import { type AccountContext, executeInTime } from './context.ts'
import { problemItem, type Refusal, refuse } from './problems.ts'
import { answerToEntry, type EntryAnswer } from './submit/answer.ts'
import { checkRequest } from './submit/check-request.ts'
import { fingerprintOf } from './submit/fingerprint.ts'
import { readChange } from './submit/read-change.ts'
import { refuseInvalid } from './validate.ts'
import { showOrder } from './wire/order.ts'

/** Puts a new order in the place of an open one, and answers the new one as submitOrder would. */
export function replaceOne(
  context: AccountContext,
  order: Order,
  body: ReplaceOrderRequest,
): EntryAnswer | Refusal<409> {
  const refusal = checkRequest('ReplaceOrderRequest', body, context) ?? checkChanged(context, order, body)
  if (refusal !== undefined) return refusal
  const { orderNumber, accountId } = order
  const execution = executeInTime(context, {
    type: 'ReplaceOrder',
    accountId,
    orderNumber,
    clientOrderId: body.clientOrderId,
    change: readChange(context.world.view, order, body),
    fingerprint: JSON.stringify(['replace', orderNumber, fingerprintOf(body)]),
  })
  if ('status' in execution) return execution
  const [first] = execution.events
  if (first?.type === 'CommandRejected' && first.rejection.code === 'order-not-open') {
    const id = orderId(orderNumber)
    const { status } = first.order ?? order
    const detail = `Order ${id} is already ${status}; nothing was replaced.`
    return refuse(context, 'order-not-open', detail, { orderId: id })
  }
  if (first?.type === 'CommandRejected' && first.rejection.code === 'request-pending')
    return refusePending(context, order)
  return answerToEntry(execution.events, body.clientOrderId, context)
}

/** The order as it would be asked for now keeps the rules of a new one. */
function checkChanged(
  context: AccountContext,
  order: Order,
  body: ReplaceOrderRequest,
): Refusal<422> | undefined {
  const { expiresAt, stopPrice, ...rest } = showOrder(context.world.view, order)
  const { type, timeInForce } = { ...rest, ...body }
  const changed = {
    ...rest,
    // What the order has of itself, and not because it was asked for.
    ...(type === 'trailingStop' || stopPrice === undefined ? undefined : { stopPrice }),
    ...(timeInForce !== 'gtd' || expiresAt === undefined ? undefined : { expiresAt }),
    ...body,
  }
  const broken = [
    ...checkRules('OrderRequest', changed),
    ...lateChanges(order, body),
    ...legChanges(order, body),
  ]
  return broken.length === 0 ? undefined : refuseInvalid(context, broken)
}

/** A stop that was reached has no price to wait for any more. */
function lateChanges({ triggeredAt }: Order, body: ReplaceOrderRequest): ProblemItem[] {
  if (triggeredAt === undefined) return []
  const fields = (['stopPrice', 'trailAmount', 'trailPercent'] as const).filter(
    (field) => body[field] !== undefined,
  )
  const detail = `the stop was reached at ${formatTime(triggeredAt)}`
  return fields.map((field) => problemItem(`/${field}`, 'field-not-applicable', detail))
}

/** What a leg closes decides how much it is, and it keeps the rules under which it came. */
function legChanges({ parent, terms }: Order, body: ReplaceOrderRequest): ProblemItem[] {
  const isLeg = parent !== undefined
  if (!isLeg && terms.orderClass !== 'oco') return []
  const { quantity, displayQuantity, timeInForce = 'gtc' } = body
  const items: ProblemItem[] = []
  const refuse = (field: keyof ReplaceOrderRequest, detail: string) =>
    items.push(problemItem(`/${field}`, 'field-not-applicable', detail))
  if (quantity !== undefined) refuse('quantity', 'the quantity of a leg follows what it closes')
  if (isLeg && displayQuantity !== undefined) refuse('displayQuantity', 'a leg shows all of its quantity')
  if (isLeg && timeInForce !== 'gtc' && timeInForce !== 'day')
    refuse('timeInForce', `${timeInForce} is no time in force of a leg, which is day or gtc`)
  return items
}
