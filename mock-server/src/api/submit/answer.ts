import type { ErrorCode, ProblemItem, Order as WireOrder } from '@openbourse/spec'
import type { ExchangeEvent, Rejection } from '../../exchange/events.ts'
import type { Order } from '../../exchange/orders/order.ts'
import { orderId } from '../../feed/wire/ids.ts'
import type { AccountContext } from '../context.ts'
import { isErrorCode, problemItem, type Refusal, refuseOrder } from '../problems.ts'
import { showOrder } from '../wire/order.ts'

const REPLAYED = { 'idempotent-replayed': 'true' }

/** What the exchange said to a new order: created, repeated, or refused. */
export type EntryAnswer =
  | { status: 200 | 201; body: WireOrder; headers?: Readonly<Record<string, string>> }
  | Refusal<422>

/** The answer to an order that was submitted under this client order id, as it stands after the whole command. */
export function answerToEntry(
  events: readonly ExchangeEvent[],
  clientOrderId: string,
  context: AccountContext,
): EntryAnswer {
  const { view } = context.world
  for (const event of events) {
    if (event.type === 'CommandRejected') {
      const { code, detail, pointer = '/clientOrderId' } = event.rejection
      return refuseOrder(context, errorCode(code), detail, {
        processed: 'no',
        errors: [problemItem(pointer, errorCode(code), detail)],
      })
    }
    if (event.type === 'OrderRepeated') {
      return event.rejection === undefined
        ? { status: 200, body: showOrder(view, event.order), headers: REPLAYED }
        : { ...refuseRecorded(context, event.order, event.rejection), headers: REPLAYED }
    }
    if (event.type === 'OrderRejected' && event.order.terms.clientOrderId === clientOrderId) {
      return refuseRecorded(context, event.order, event.rejection)
    }
  }
  const order = view.orderByClientId(context.account.accountId, clientOrderId)
  if (order === undefined) throw new Error(`The exchange said nothing of order ${clientOrderId}`)
  return { status: 201, body: showOrder(view, order) }
}

function refuseRecorded(context: AccountContext, order: Order, rejection: Rejection): Refusal<422> {
  const item = rejectionItem(rejection)
  return refuseOrder(context, item.code as ErrorCode, item.detail, {
    processed: 'yes',
    orderId: orderId(order.orderNumber),
    errors: rejection.pointer === undefined ? [] : [item],
  })
}

/** Why the exchange refuses, with what would be right; without a pointer the body as a whole is meant. */
export function rejectionItem({ code, detail, pointer = '', suggestion }: Rejection): ProblemItem {
  const hint = suggestion === undefined ? '' : ` ${suggestion} would be right.`
  return problemItem(pointer, errorCode(code), `${detail}${hint}`)
}

function errorCode(code: string) {
  if (!isErrorCode(code))
    throw new Error(`The exchange refused with ${code}, which the contract does not know`)
  return code
}
