import type { Lots, Minor, Time } from '../values/types.ts'
import { isOpen, type LifecycleEvent, nextStatus } from './lifecycle.ts'
import type { Order, OrderTerms } from './order.ts'

/** Pure steps from one order value to the next; the life-cycle table decides the status. */

/** When an event happened, and its number among the account's order events. */
export interface Moment {
  readonly time: Time
  readonly seq: number
}

export function enteredOrder(orderNumber: number, accountId: string, terms: OrderTerms, time: Time): Order {
  const order: Order = {
    orderNumber,
    accountId,
    terms,
    status: 'pendingNew',
    filledLots: 0,
    remainingLots: terms.quantityLots,
    filledValue: 0n,
    fees: 0n,
    updatedSeq: 0,
    createdAt: time,
    updatedAt: time,
  }
  const { stopPriceTicks } = terms
  return stopPriceTicks === undefined ? order : { ...order, stopPriceTicks }
}

/** A new order in place of another: its quantity is the total, so what that had filled counts for it. */
export function successorOrder(orderNumber: number, original: Order, terms: OrderTerms, time: Time): Order {
  return {
    ...enteredOrder(orderNumber, original.accountId, terms, time),
    filledLots: original.filledLots,
    remainingLots: terms.quantityLots - original.filledLots,
    filledValue: original.filledValue,
    fees: original.fees,
    replaces: original.orderNumber,
    ...(original.parent === undefined ? {} : { parent: original.parent }),
    ...(original.legs === undefined ? {} : { legs: original.legs }),
    ...(original.triggeredAt === undefined ? {} : { triggeredAt: original.triggeredAt }),
  }
}

/** A leg that does not work before its parent is filled. */
export function heldOrder(order: Order, at: Moment): Order {
  return { ...order, status: nextStatus(order.status, 'hold'), updatedSeq: at.seq, updatedAt: at.time }
}

export function acceptedOrder(order: Order, at: Moment): Order {
  const how = order.remainingLots === 0 ? 'acceptAll' : order.filledLots === 0 ? 'accept' : 'acceptPart'
  return movedOrder(order, how, at)
}

/** The same order in another status. */
export function movedOrder(order: Order, how: LifecycleEvent, at: Moment): Order {
  return { ...order, status: nextStatus(order.status, how), updatedSeq: at.seq, updatedAt: at.time }
}

export function filledOrder(order: Order, lots: Lots, value: Minor, fee: Minor, at: Moment): Order {
  const remainingLots = order.remainingLots - lots
  return {
    ...order,
    status: nextStatus(order.status, remainingLots === 0 ? 'fillAll' : 'fillPart'),
    filledLots: order.filledLots + lots,
    remainingLots,
    filledValue: order.filledValue + value,
    fees: order.fees + fee,
    updatedSeq: at.seq,
    updatedAt: at.time,
  }
}

/** What a fill had added to an order. */
export interface FilledPart {
  readonly lots: Lots
  readonly value: Minor
  readonly fee: Minor
}

/**
 * What a fill had added is taken back, and what counts in its place added. An order that works still has that
 * much more to trade; one that has ended stays so.
 */
export function amendedOrder(
  order: Order,
  taken: FilledPart,
  given: FilledPart,
  reason: string,
  at: Moment,
): Order {
  const lots = taken.lots - given.lots
  const filledLots = order.filledLots - lots
  const status = nextStatus(
    order.status,
    lots === 0 ? 'reprice' : filledLots === 0 ? 'unfillAll' : 'unfillPart',
  )
  return {
    ...order,
    status,
    filledLots,
    remainingLots: isOpen(status) ? order.remainingLots + lots : 0,
    filledValue: order.filledValue - taken.value + given.value,
    fees: order.fees - taken.fee + given.fee,
    ...(status === order.status || isOpen(status) ? {} : { reason }),
    updatedSeq: at.seq,
    updatedAt: at.time,
  }
}

/** Less to trade, without a trade: it would have met an order of its own account. */
export function preventedOrder(order: Order, lots: Lots, at: Moment): Order {
  const [remainingLots, preventedLots] = [order.remainingLots - lots, (order.preventedLots ?? 0) + lots]
  return restatedOrder(order, { remainingLots, preventedLots }, at)
}

/** Its stop price was reached: from now on it is what its type becomes. */
export function triggeredOrder(order: Order, at: Moment): Order {
  return {
    ...order,
    status: nextStatus(order.status, 'trigger'),
    triggeredAt: at.time,
    updatedSeq: at.seq,
    updatedAt: at.time,
  }
}

/** Changed without a request: the stop of a trailing stop, for example. */
export function restatedOrder(order: Order, change: Partial<Order>, at: Moment): Order {
  const status = nextStatus(order.status, 'restate')
  return { ...order, ...change, status, updatedSeq: at.seq, updatedAt: at.time }
}

/** Rejected, canceled or expired: nothing works any more, what was filled stays. */
export function endedOrder(
  order: Order,
  how: 'reject' | 'cancel' | 'expire',
  reason: string,
  at: Moment,
): Order {
  return {
    ...order,
    status: nextStatus(order.status, how),
    remainingLots: 0,
    reason,
    updatedSeq: at.seq,
    updatedAt: at.time,
  }
}

/** Replaced: what was filled stays told of it, and the other order goes on. */
export function replacedOrder(order: Order, replacedBy: number, at: Moment): Order {
  return {
    ...order,
    status: nextStatus(order.status, 'replace'),
    remainingLots: 0,
    replacedBy,
    updatedSeq: at.seq,
    updatedAt: at.time,
  }
}

/** A house order whose working quantity was set anew: recorded liquidity, which has no order events. */
export function resizedOrder(order: Order, remainingLots: Lots, time: Time): Order {
  return {
    ...order,
    terms: { ...order.terms, quantityLots: order.filledLots + remainingLots },
    remainingLots,
    updatedAt: time,
  }
}
