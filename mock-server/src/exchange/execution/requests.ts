import type { OrderChange } from '../commands.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { OrderTerms } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { acceptedOrder, movedOrder } from '../orders/progress.ts'
import type { ExchangeState, PendingRequest } from '../state.ts'
import { cancelOrder, endFilled, nextMoment } from './conclude-order.ts'
import { recordOrder, rejectOrder } from './enter-order.ts'
import { replaceNow } from './replace-now.ts'
import { asideOf } from './set-aside.ts'

/**
 * Requests that take time. Until one is answered the order goes on as it was, with its old price and quantity, and
 * may be filled; what it has come to by then decides the answer (FIX appendix D, B.1 and C.3). One request at a
 * time: a second one is refused. What the venue itself does (expiry, mass cancels) does not wait for it.
 */

/** Whether requests to the order take time: the market's own accounts are at the venue, a held leg is not. */
export function takesTime(state: ExchangeState, { account, order }: OrderRecord): boolean {
  return state.requestLatency > 0 && account.kind === 'customer' && order.status !== 'held'
}

export function awaitCancel(state: ExchangeState, record: OrderRecord): void {
  setOff(state, record, 'awaitCancel')
}

/** The order that is to take the other's place is known from now on, and is nothing yet. */
export function awaitReplacement(
  state: ExchangeState,
  original: OrderRecord,
  terms: OrderTerms,
  change: OrderChange,
  fingerprint: string,
): void {
  const successor = recordOrder(state, original.account, terms, original.listing, fingerprint)
  setOff(state, original, 'awaitReplace', { orderNumber: successor.order.orderNumber, change })
  successor.order = movedOrder(successor.order, 'await', nextMoment(state, successor))
  state.emit({ type: 'OrderPending', time: state.time, order: successor.order })
}

function setOff(
  state: ExchangeState,
  record: OrderRecord,
  how: 'awaitCancel' | 'awaitReplace',
  replacement?: PendingRequest['replacement'],
): void {
  const { orderNumber, status } = record.order
  record.aside = asideOf(status)
  record.order = movedOrder(record.order, how, nextMoment(state, record))
  state.requests.push({
    dueAt: state.time + state.requestLatency,
    orderNumber,
    ...(replacement === undefined ? {} : { replacement }),
  })
  state.emit({ type: 'OrderPending', time: state.time, order: record.order })
}

export function answerRequest(state: ExchangeState, request: PendingRequest): void {
  const record = state.orders.get(request.orderNumber)
  if (request.replacement !== undefined) {
    answerReplacement(state, record, request.replacement)
  } else if (record?.order.status === 'pendingCancel') cancelOrder(state, record, 'canceled-by-user')
}

function answerReplacement(
  state: ExchangeState,
  original: OrderRecord | undefined,
  { orderNumber, change }: NonNullable<PendingRequest['replacement']>,
): void {
  const successor = state.orders.get(orderNumber)
  const waits = successor?.order.status === 'pendingNew'
  const works = original?.order.status === 'pendingReplace' && original.order.remainingLots > 0
  if (waits && original !== undefined && works) {
    replaceNow(state, original, change, { successor })
  } else if (waits) {
    const now = original === undefined || isOpen(original.order.status) ? 'filled' : original.order.status
    const detail = `Order ${original?.order.orderNumber} was ${now} before the replacement reached it.`
    rejectOrder(state, successor, { code: 'order-not-open', detail })
  }
  if (original?.order.status === 'pendingReplace') goOn(state, original)
}

/** The request was refused: the order is where it is without it. */
function goOn(state: ExchangeState, record: OrderRecord): void {
  if (record.order.remainingLots === 0) {
    endFilled(state, record)
    return
  }
  const at = nextMoment(state, record)
  const { aside } = record
  record.order = aside === undefined ? acceptedOrder(record.order, at) : movedOrder(record.order, aside, at)
  record.aside = undefined
  state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason: 'replace-refused' })
}
