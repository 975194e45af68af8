import { lotsHeldBy } from '../accounts/held-by-order.ts'
import { isOnCredit } from '../accounts/margin/credit.ts'
import { NO_AMOUNT } from '../accounts/margin/margin-account.ts'
import { openAmountOf } from '../accounts/margin/open-amount.ts'
import { reservationOf } from '../accounts/reservations.ts'
import { referencePrice } from '../instruments/stops.ts'
import { crosses } from '../matching/side.ts'
import { isOpen } from '../orders/lifecycle.ts'
import { isStop } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { hold } from './hold.ts'

export function orderIsSound({ order }: OrderRecord): void {
  const { filledLots, remainingLots, preventedLots = 0, terms, status, orderNumber } = order
  const numbers = () =>
    `order ${orderNumber} (${status}): ${filledLots} filled, ${remainingLots} remaining, ${preventedLots} prevented of ${terms.quantityLots}`
  hold(filledLots >= 0 && filledLots <= terms.quantityLots, 'filled is within quantity', numbers)
  const done = filledLots + preventedLots
  const working = isOpen(status) ? done + remainingLots === terms.quantityLots : remainingLots === 0
  hold(working, 'filled and remaining make the quantity, ended orders have no remainder', numbers)
  // Filled with a request on its way: an order is over when that is answered.
  const mayBeAll = status === 'pendingCancel' || status === 'pendingReplace'
  const isComplete =
    status === 'filled' ? done === terms.quantityLots : mayBeAll || filledLots < terms.quantityLots
  hold(status === 'rejected' || isComplete, 'filled means all of it', numbers)
}

export function reservationIsExact(record: OrderRecord): void {
  if (record.account.kind !== 'customer' || record.order.status === 'pendingNew') return
  const { order, account, listing } = record
  if (listing !== undefined && isOnCredit(account, listing.instrument)) {
    const [counted, needed] = [record.exposure ?? NO_AMOUNT, openAmountOf(record, order.remainingLots)]
    const same =
      counted.lots === needed.lots && counted.value === needed.value && counted.fees === needed.fees
    const numbers = () => `order ${order.orderNumber} counts ${counted.value}, needs ${needed.value}`
    hold(same && record.reservedCash === 0n && record.reservedLots === 0, 'reservations are exact', numbers)
    return
  }
  const cash = reservationOf(record, order.remainingLots)
  const lots = lotsHeldBy(record, order.remainingLots)
  const numbers = () =>
    `order ${order.orderNumber} reserves ${record.reservedCash} and ${record.reservedLots} lots, needs ${cash} and ${lots}`
  hold(record.reservedCash === cash && record.reservedLots === lots, 'reservations are exact', numbers)
}

/** An open stop waits where its price says, and no price has reached it while there was trading. */
export function stopIsAhead({ order, listing, waiting }: OrderRecord): void {
  const { terms, stopPriceTicks, triggeredAt, orderNumber, status } = order
  const { side, triggerBy = 'last' } = terms
  const isExpected =
    isStop(terms) &&
    status !== 'held' &&
    status !== 'pendingNew' &&
    triggeredAt === undefined &&
    stopPriceTicks !== undefined
  const place = isExpected ? stopPriceTicks : undefined
  const numbers = () => `order ${orderNumber} waits at ${waiting?.stopTicks}, its stop is ${place}`
  hold(waiting?.stopTicks === place, 'stops wait at their price', numbers)
  if (!isExpected || listing === undefined || !listing.isRegular) return
  const price = referencePrice(listing, triggerBy, side)
  const isAhead = price === undefined || !crosses(side, price, 2 * stopPriceTicks)
  hold(isAhead, 'no stop is left past its price', () => `${numbers()}, ${triggerBy} at ${price} half ticks`)
}
