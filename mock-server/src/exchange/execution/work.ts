import type { OrderEntry } from '../orders/entry.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import { concludeEntry, takeSteps } from './enter-order.ts'
import { queueOrder } from './queue.ts'
import { waitForStop } from './wait-for-stop.ts'

/** What an accepted order does: it waits for its price, or for a session, or it trades. */
export function work(state: ExchangeState, record: OrderRecord, entry: OrderEntry): void {
  const { listing } = entry
  if (entry.waits) waitForStop(state, record, listing)
  else if (entry.queues) queueOrder(state, record, listing)
  else {
    takeSteps(state, record, listing, entry.steps)
    concludeEntry(state, record)
  }
}
