import type { OrderChange } from '../commands.ts'
import { type Order, type OrderTerms, shownWithin } from '../orders/order.ts'
import type { OrderGroup, OrderRecord } from '../orders/order-record.ts'
import { successorOrder } from '../orders/progress.ts'
import { entryOf } from '../orders/reprice.ts'
import { validateHeld, validateOrder } from '../orders/validate.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots } from '../values/types.ts'
import { admitOrder } from './admit-order.ts'
import { replaceOrder as endReplaced } from './conclude-order.ts'
import { holdOrder, recordOrder, recordSuccessor, rejectOrder } from './enter-order.ts'
import { resize } from './follow-ups.ts'

/** The order that takes the place: known already, or with the id that it is to have. */
export type Successor =
  | { readonly successor: OrderRecord }
  | { readonly successor?: undefined; readonly clientOrderId: string; readonly fingerprint: string }

/**
 * One order in another's place, in one step: there is no moment at which both or neither of them work. All is
 * decided before anything is changed, so that a refusal leaves the open order as it was.
 */
export function replaceNow(
  state: ExchangeState,
  original: OrderRecord,
  change: OrderChange,
  by: Successor,
): void {
  const { account, listing } = original
  if (listing === undefined) return
  const { clientOrderId } = by.successor === undefined ? by : by.successor.order.terms
  const terms = changedTerms(original.order, clientOrderId, change)
  const shownFollows = change.displayLots === undefined
  const entry = entryOf({ terms, account, listing, desk: state, shownFollows }, original)
  const isHeld = original.order.status === 'held'
  const rejection = isHeld ? validateHeld(entry) : validateOrder(entry)
  if (rejection !== undefined) {
    rejectOrder(state, by.successor ?? recordOrder(state, account, terms, listing, by.fingerprint), rejection)
    return
  }
  const record = successorOf(state, original, entry.terms, by)
  if (keepsPlace(original.order, entry.terms)) takePlace(state, record, original)
  const { group } = original
  group?.succeed(original, record)
  endReplaced(state, original, record.order.orderNumber)
  if (isHeld) holdOrder(state, record)
  else admitOrder(state, record, entry)
  if (group !== undefined) regroup(state, group, record)
}

/** With what the other has filled by now. */
function successorOf(
  state: ExchangeState,
  original: OrderRecord,
  terms: OrderTerms,
  by: Successor,
): OrderRecord {
  if (by.successor === undefined) return recordSuccessor(state, original, terms, by.fingerprint)
  const { orderNumber, createdAt, updatedSeq } = by.successor.order
  const order = successorOrder(orderNumber, original.order, terms, createdAt)
  by.successor.order = { ...order, updatedSeq }
  return by.successor
}

/** What a leg, or either order of a pair, may not become: it keeps the rules under which it came. */
export function legFault(
  record: OrderRecord,
  { quantityLots, displayLots, timeInForce }: OrderChange,
): string | undefined {
  if (record.group?.exits.includes(record) !== true) return undefined
  if (quantityLots !== undefined) return 'its quantity follows what it closes'
  if (displayLots !== undefined) return 'it shows all of its quantity'
  const stays = timeInForce === undefined || timeInForce === 'day' || timeInForce === 'gtc'
  return stays ? undefined : 'its time in force is day or gtc'
}

/** Legs that are held close what their parent may open now; then the group follows. */
function regroup(state: ExchangeState, group: OrderGroup, record: OrderRecord): void {
  if (record === group.parent && !group.isActive) {
    for (const exit of group.exits) {
      if (exit.order.status === 'held')
        resize(state, exit, record.order.terms.quantityLots, 'parent-replaced')
    }
  }
  state.followUps.push({ record, filledLots: 0 })
}

/** What was filled cannot be taken back: a smaller total means no more than that. */
export function changedTerms(order: Order, clientOrderId: string, change: OrderChange): OrderTerms {
  const { expiresAt, displayLots, ...terms } = { ...order.terms, ...change, clientOrderId }
  const quantityLots = Math.max(change.quantityLots ?? wantedLots(order), order.filledLots)
  const shownLots = change.displayLots ?? shownWithin(displayLots, quantityLots)
  return {
    ...terms,
    quantityLots,
    ...(shownLots === undefined ? {} : { displayLots: shownLots }),
    // An end belongs to gtd alone: an order that becomes another leaves it behind.
    ...(terms.timeInForce === 'gtd' && expiresAt !== undefined ? { expiresAt } : {}),
  }
}

/** What the open order still means to have traded in the end: less what it was kept from trading. */
function wantedLots({ terms, preventedLots = 0 }: Order): Lots {
  return terms.quantityLots - preventedLots
}

/** Less at the same price waits where it waited; more, another price, another part to show or another time in force queues anew. */
function keepsPlace(order: Order, after: OrderTerms): boolean {
  const before = order.terms
  return (
    after.quantityLots <= wantedLots(order) &&
    after.limitPriceTicks === before.limitPriceTicks &&
    after.stopPriceTicks === before.stopPriceTicks &&
    after.trailTicks === before.trailTicks &&
    after.trailPercent === before.trailPercent &&
    after.displayLots === shownWithin(before.displayLots, after.quantityLots) &&
    after.timeInForce === before.timeInForce
  )
}

function takePlace(state: ExchangeState, record: OrderRecord, original: OrderRecord): void {
  const { listing, resting } = original
  const { orderNumber, remainingLots } = record.order
  if (listing === undefined || remainingLots === 0) return
  record.waitNumber = original.waitNumber
  if (listing.queue.has(original.order.orderNumber)) record.placeNumber = original.placeNumber
  if (resting === undefined) return
  state.touch(listing)
  record.resting = listing.succeed(resting, orderNumber, remainingLots)
  record.placeNumber = original.placeNumber
  record.aheadLots = original.aheadLots
  record.printedLots = Math.min(original.printedLots, remainingLots)
  original.resting = undefined
}
