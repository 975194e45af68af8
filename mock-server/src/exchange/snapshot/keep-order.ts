import type { OrderRecord } from '../orders/order-record.ts'
import { nameOf } from './snapshot.ts'

/** Found again in the books, and among the account's open orders. */
export const FOUND_OF_ORDERS = [
  'resting',
  'waiting',
  'openAt',
] as const satisfies readonly (keyof OrderRecord)[]

/** An order as a snapshot has it. */
export type KeptOrder = Omit<OrderRecord, (typeof FOUND_OF_ORDERS)[number]>

export function nameOfOrder({ order }: Pick<KeptOrder, 'order'>): string {
  return nameOf('orders', order.orderNumber)
}

/** As it is now, in the order of its fields. Field by field: `...` takes several times as long, and open orders may be many. */
export function copyOrder(record: KeptOrder): KeptOrder {
  return {
    order: record.order,
    account: record.account,
    listing: record.listing,
    group: record.group,
    reservedCash: record.reservedCash,
    reservedLots: record.reservedLots,
    expiresAt: record.expiresAt,
    placeNumber: record.placeNumber,
    aheadLots: record.aheadLots,
    acceptedSeq: record.acceptedSeq,
    fingerprint: record.fingerprint,
    rejection: record.rejection,
    waitNumber: record.waitNumber,
    extreme: record.extreme,
    election: record.election,
    aside: record.aside,
    collarTicks: record.collarTicks,
    exposure: record.exposure,
    shortPriceTicks: record.shortPriceTicks,
    printedLots: record.printedLots,
    forgotten: record.forgotten,
  }
}
