import { checkRules, type Order as WireOrder } from '@openbourse/spec'
import type { ExchangeEvent } from '../../exchange/events.ts'
import type { Order } from '../../exchange/orders/order.ts'
import { orderId } from '../../feed/wire/ids.ts'
import { type AccountContext, executeInTime, type Operation } from '../context.ts'
import { isErrorCode, problemItem, type Refusal, refuse, refuseOrder } from '../problems.ts'
import { fingerprintOf } from '../submit/fingerprint.ts'
import { findNotSimulated } from '../submit/not-simulated.ts'
import { readTerms } from '../submit/read-terms.ts'
import { refuseInvalid } from '../validate.ts'
import { showOrder } from '../wire/order.ts'

const REPLAYED = { 'idempotent-replayed': 'true' }

/**
 * Places an order and answers it as it stands after the whole command.
 *
 * Whether a refused order exists afterwards (`processed`): one that breaks the schema or its rules, or asks
 * for what is not simulated, never does, and its client order id stays free. Every other refusal is the
 * exchange's own: the order is recorded as rejected.
 */
export const submitOrder: Operation<'submitOrder'> = ({ body }, context) => {
  const broken = checkRules('OrderRequest', body)
  if (broken.length > 0) return refuseInvalid(context, broken)
  const missing = findNotSimulated(body)
  if (missing.length > 0) {
    const detail = `${missing[0]?.pointer}: ${missing[0]?.detail}. No order was recorded.`
    return refuse(context, 'not-simulated', detail, { errors: missing })
  }
  const execution = executeInTime(context, {
    type: 'SubmitOrder',
    accountId: context.account.accountId,
    terms: readTerms(context.world.view, body),
    fingerprint: fingerprintOf(body),
  })
  return 'status' in execution ? execution : answerTo(execution.events, body.clientOrderId, context)
}

type Answer =
  | { status: 200 | 201; body: WireOrder; headers?: Readonly<Record<string, string>> }
  | Refusal<422>

function answerTo(events: readonly ExchangeEvent[], clientOrderId: string, context: AccountContext): Answer {
  const { view } = context.world
  for (const event of events) {
    if (event.type === 'CommandRejected') {
      const { code, detail } = event.rejection
      return refuseOrder(context, errorCode(code), detail, {
        processed: 'no',
        errors: [problemItem('/clientOrderId', errorCode(code), detail)],
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

function refuseRecorded(
  context: AccountContext,
  order: Order,
  rejection: { code: string; detail: string; pointer?: string; suggestion?: string },
): Refusal<422> {
  const code = errorCode(rejection.code)
  const hint = rejection.suggestion === undefined ? '' : ` ${rejection.suggestion} would be right.`
  const detail = `${rejection.detail}${hint}`
  return refuseOrder(context, code, detail, {
    processed: 'yes',
    orderId: orderId(order.orderNumber),
    errors: rejection.pointer === undefined ? [] : [problemItem(rejection.pointer, code, detail)],
  })
}

function errorCode(code: string) {
  if (!isErrorCode(code))
    throw new Error(`The exchange refused with ${code}, which the contract does not know`)
  return code
}
