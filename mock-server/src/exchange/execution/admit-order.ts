import type { OrderEntry } from '../orders/entry.ts'
import { limitOf } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import { settleFinished } from './conclude-order.ts'
import { acceptOrder } from './enter-order.ts'
import { admitLegs } from './legs.ts'
import { reprice } from './reprice.ts'
import { work } from './work.ts'

/** An order that passed the checks: accepted, then it trades and rests, or waits for its stop price. */
export function admitOrder(state: ExchangeState, record: OrderRecord, entry: OrderEntry): void {
  const { listing, waits } = entry
  if (waits) takeStop(record, entry)
  if (entry.queues && limitOf(entry.terms) === undefined) record.collarTicks = entry.heldPrice
  acceptOrder(state, record, listing)
  if (entry.repricing !== undefined && record.order.remainingLots > 0) reprice(state, record, entry.repricing)
  if (entry.original === undefined) admitLegs(state, record)
  if (record.order.remainingLots === 0) settleFinished(state, record)
  // An order that took another's place rests already.
  else if (record.resting === undefined) work(state, record, entry)
}

/** Where its stop stands decides what it holds. */
function takeStop(record: OrderRecord, { extreme, stopTicks }: OrderEntry): void {
  record.extreme = extreme
  if (stopTicks !== undefined) record.order = { ...record.order, stopPriceTicks: stopTicks }
}
