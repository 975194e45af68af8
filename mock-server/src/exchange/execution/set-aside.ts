import type { Listing } from '../instruments/listing.ts'
import { LIFECYCLE } from '../orders/lifecycle.ts'
import type { OrderStatus, OrderTerms } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { acceptedOrder, movedOrder } from '../orders/progress.ts'
import { admissionOf } from '../sessions/permissions.ts'
import type { ExchangeState } from '../state.ts'
import { cancelOrder, nextMoment } from './conclude-order.ts'
import { openOrdersIn } from './open-orders.ts'

/**
 * Orders of customers that are set aside while nothing trades, and work again afterwards. Where they stand in the
 * book they stay.
 */

/** How an order is set aside, what it is then, and why it is told so, there and back. */
const ASIDE = {
  suspend: { status: 'suspended', reason: 'symbol-halted', backReason: 'symbol-resumed' },
  finishDay: { status: 'doneForDay', reason: 'done-for-day', backReason: 'renewed' },
} as const satisfies Readonly<Record<string, { status: OrderStatus; reason: string; backReason: string }>>

type Aside = keyof typeof ASIDE
type Phase = Listing['status']['phase']

/** By what an order of this status was set aside; undefined: it was not. */
export function asideOf(status: OrderStatus): Aside | undefined {
  if (status === ASIDE.suspend.status) return 'suspend'
  return status === ASIDE.finishDay.status ? 'finishDay' : undefined
}

export function suspend(state: ExchangeState, listing: Listing): void {
  setAside(state, openOrdersOf(state, listing), 'suspend')
}

/** Orders that traded in the phase that ended, and do not in the one that came. */
export function finishDay(state: ExchangeState, listing: Listing, ended: Phase): void {
  const { phase } = listing.status
  const done = openOrdersOf(state, listing).filter(
    ({ order: { terms } }) => terms.timeInForce !== 'day' && worksIn(ended, terms) && !worksIn(phase, terms),
  )
  setAside(state, done, 'finishDay')
}

function setAside(state: ExchangeState, records: readonly OrderRecord[], how: Aside): void {
  for (const record of records) {
    const { status } = record.order
    if (status !== 'new' && status !== 'partiallyFilled') continue
    record.order = movedOrder(record.order, how, nextMoment(state, record))
    state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason: ASIDE[how].reason })
  }
}

export function takeUp(state: ExchangeState, listing: Listing, how: Aside): void {
  for (const record of openOrdersOf(state, listing)) {
    if (how === 'finishDay' && !worksIn(listing.status.phase, record.order.terms)) continue
    if (record.aside === how) record.aside = undefined
    if (record.order.status !== ASIDE[how].status) continue
    record.order = acceptedOrder(record.order, nextMoment(state, record))
    state.emit({
      type: 'OrderRestated',
      time: state.time,
      order: record.order,
      reason: ASIDE[how].backReason,
    })
  }
}

/** Orders that ask for extended hours have a longer day; those for an auction are over with it. */
function worksIn(phase: Phase, terms: OrderTerms): boolean {
  return admissionOf(phase, terms) === 'trades'
}

/** All that may be canceled: also what waits for its price, its parent, or an answer. */
export function cancelOnHalt(state: ExchangeState, listing: Listing): void {
  for (const record of openOrdersOf(state, listing)) {
    if (LIFECYCLE[record.order.status].cancel !== null) cancelOrder(state, record, 'canceled-on-halt')
  }
}

function openOrdersOf(state: ExchangeState, listing: Listing): readonly OrderRecord[] {
  return openOrdersIn(state, listing).filter(({ account }) => account.kind === 'customer')
}
