import type { Instrument } from '../instruments/instrument.ts'
import { isOpen } from '../orders/lifecycle.ts'
import { isStop, limitOf, type Order } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { trailingStop } from '../orders/trail.ts'
import type { Lots, Minor, Ticks } from '../values/types.ts'

/** How much an order holds, and at which price: the same for money that is held and for credit. */

/** Stock that a sale holds. */
export function lotsHeldBy(record: OrderRecord, remainingLots: Lots): Lots {
  if (record.order.terms.side !== 'sell' || record.order.status === 'held') return 0
  if (record.group === undefined) return remainingLots
  return Math.max(0, remainingLots - sharedBy(record, ({ order }) => order.remainingLots, 0))
}

/** Of two exits only one will trade: the second holds what it needs beyond the first. */
export function sharedBy<Amount>(
  record: OrderRecord,
  held: (leader: OrderRecord) => Amount,
  none: Amount,
): Amount {
  const leader = record.group?.exits[0]
  if (leader === undefined || leader === record || record.group?.exits.includes(record) !== true) return none
  return isOpen(leader.order.status) && leader.order.status !== 'held' ? held(leader) : none
}

/** What is needed beyond what the first exit holds already. */
export function beyondShared(needed: Minor, shared: Minor): Minor {
  return needed > shared ? needed - shared : 0n
}

/** The price at which a buy holds money; undefined for what trades at any price now. */
export function heldPriceOf(
  order: Pick<Order, 'terms' | 'stopPriceTicks' | 'triggeredAt'>,
  instrument: Instrument,
): Ticks | undefined {
  const { terms, stopPriceTicks, triggeredAt } = order
  const limit = limitOf(terms)
  if (limit !== undefined || !isStop(terms) || triggeredAt !== undefined) return limit
  if (stopPriceTicks !== undefined) return stopPriceTicks
  // A trailing buy that does not follow yet will start no higher than this.
  return terms.activationPriceTicks === undefined
    ? undefined
    : trailingStop(terms, 2 * terms.activationPriceTicks, instrument)
}
