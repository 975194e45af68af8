import { fitReservation } from '../accounts/reservations.ts'
import type { Repricing } from '../orders/entry.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { restatedOrder } from '../orders/progress.ts'
import type { ExchangeState } from '../state.ts'
import { nextMoment } from './conclude-order.ts'

/** The order works at another limit than it was given, holds what that takes, and is told so. */
export function reprice(
  state: ExchangeState,
  record: OrderRecord,
  { limitPriceTicks, reason }: Repricing,
): void {
  const terms = { ...record.order.terms, limitPriceTicks }
  record.order = restatedOrder(record.order, { terms }, nextMoment(state, record))
  fitReservation(record, record.order.remainingLots, state)
  state.accountChanged(record.account)
  state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason })
}
