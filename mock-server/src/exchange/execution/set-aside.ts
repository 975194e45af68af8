import type { Listing } from '../instruments/listing.ts'
import { LIFECYCLE } from '../orders/lifecycle.ts'
import type { OrderStatus } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { acceptedOrder, movedOrder } from '../orders/progress.ts'
import type { ExchangeState } from '../state.ts'
import { cancelOrder, nextMoment } from './conclude-order.ts'
import { openOrdersIn } from './open-orders.ts'

/**
 * Orders of customers that are set aside while nothing trades, and work again afterwards. Where they stand in the
 * book they stay.
 */

type Aside = 'suspend' | 'finishDay'

const REASONS = { suspend: 'symbol-halted', finishDay: 'done-for-day' } as const
const STATUSES = { suspend: 'suspended', finishDay: 'doneForDay' } as const satisfies Record<
  Aside,
  OrderStatus
>
const BACK_REASONS = { suspend: 'symbol-resumed', finishDay: 'renewed' } as const

export function setAside(state: ExchangeState, listing: Listing, how: Aside): void {
  for (const record of openOrdersOf(state, listing)) {
    const { status, terms } = record.order
    if (how === 'finishDay' && terms.timeInForce === 'day') continue
    if (status !== 'new' && status !== 'partiallyFilled') continue
    record.order = movedOrder(record.order, how, nextMoment(state, record))
    state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason: REASONS[how] })
  }
}

export function takeUp(state: ExchangeState, listing: Listing, how: Aside): void {
  for (const record of openOrdersOf(state, listing)) {
    if (record.aside === how) record.aside = undefined
    if (record.order.status !== STATUSES[how]) continue
    record.order = acceptedOrder(record.order, nextMoment(state, record))
    state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason: BACK_REASONS[how] })
  }
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
