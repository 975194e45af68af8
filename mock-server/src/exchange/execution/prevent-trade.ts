import { fitReservation } from '../accounts/reservations.ts'
import type { EntryStep } from '../matching/self-trade.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { preventedOrder } from '../orders/progress.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots } from '../values/types.ts'
import { cancelOrder, nextMoment, takeResting } from './conclude-order.ts'

const REASON = 'self-trade-prevented'

/** What two orders of one account, or of one group of accounts, do instead of trading with each other. */
export function preventTrade(
  state: ExchangeState,
  maker: OrderRecord,
  taker: OrderRecord,
  { prevention, quantityLots }: Pick<EntryStep, 'prevention' | 'quantityLots'>,
): void {
  if (prevention === 'decrement' || prevention === 'transfer') {
    const closedLots = prevention === 'transfer' ? quantityLots : 0
    loseLots(state, maker, quantityLots, closedLots)
    loseLots(state, taker, quantityLots, closedLots)
    return
  }
  if (prevention !== 'cancelIncoming') cancelOrder(state, maker, REASON)
  if (prevention !== 'cancelResting') cancelOrder(state, taker, REASON)
}

/** The order goes on with less, or ends where nothing is left. What an exit moved to another account is closed. */
function loseLots(state: ExchangeState, record: OrderRecord, lots: Lots, closedLots: Lots): void {
  if (lots === record.order.remainingLots) {
    record.order = { ...record.order, preventedLots: (record.order.preventedLots ?? 0) + lots }
    cancelOrder(state, record, REASON)
    return
  }
  takeResting(state, record, lots)
  record.order = preventedOrder(record.order, lots, nextMoment(state, record))
  fitReservation(record, record.order.remainingLots, state)
  state.accountChanged(record.account)
  if (record.group !== undefined) state.followUps.push({ record, filledLots: closedLots })
  state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason: REASON })
}
