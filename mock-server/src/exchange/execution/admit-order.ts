import type { OrderEntry } from '../orders/entry.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import { settleFinished } from './conclude-order.ts'
import { acceptOrder, concludeEntry, takeSteps } from './enter-order.ts'
import { admitLegs } from './legs.ts'
import { waitForStop } from './wait-for-stop.ts'

/** An order that passed the checks: accepted, then it trades and rests, or waits for its stop price. */
export function admitOrder(state: ExchangeState, record: OrderRecord, entry: OrderEntry): void {
  const { listing, waits } = entry
  if (waits) takeStop(record, entry)
  acceptOrder(state, record, listing)
  if (entry.original === undefined) admitLegs(state, record)
  if (record.order.remainingLots === 0) settleFinished(state, record)
  // An order that took another's place rests already.
  else if (waits) waitForStop(state, record, listing)
  else if (record.resting === undefined) {
    takeSteps(state, record, listing, entry.steps)
    concludeEntry(state, record)
  }
}

/** Where its stop stands decides what it holds. */
function takeStop(record: OrderRecord, { extreme, stopTicks }: OrderEntry): void {
  record.extreme = extreme
  if (stopTicks !== undefined) record.order = { ...record.order, stopPriceTicks: stopTicks }
}
