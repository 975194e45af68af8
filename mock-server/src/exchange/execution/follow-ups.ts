import { fitReservation } from '../accounts/reservations.ts'
import { buyingPowerSuffices } from '../orders/checks/buying-power.ts'
import { isWithinBands } from '../orders/checks/market.ts'
import { positionSuffices } from '../orders/checks/position.ts'
import { stockCanBeBorrowed } from '../orders/checks/short-sale.ts'
import { OrderEntry } from '../orders/entry.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { OrderTerms } from '../orders/order.ts'
import type { OrderGroup, OrderRecord } from '../orders/order-record.ts'
import { restatedOrder } from '../orders/progress.ts'
import type { ExchangeState, FollowUp } from '../state.ts'
import type { Lots } from '../values/types.ts'
import { cancelOrder, leaveBook, nextMoment, takeResting } from './conclude-order.ts'
import { acceptOrder, restOrder } from './enter-order.ts'
import { isWorking } from './legs.ts'
import { work } from './work.ts'

/**
 * What becomes of the other orders of a group, by three rules: exits start on what their parent has filled, an
 * exit is canceled when the other one trades (`oco`), or reduced by what the other one traded. Made after the
 * sweep in which something happened, in the same command: nobody can come in between.
 */
export function followUp(state: ExchangeState): void {
  for (let next = state.followUps.shift(); next !== undefined; next = state.followUps.shift()) {
    const { group } = next.record
    if (group === undefined) continue
    // What was opened counts first: one command may have filled the parent after its exit.
    if (group.orderClass !== 'oco') followParent(state, group)
    if (group.exits.includes(next.record)) followExit(state, group, next)
    for (const exit of group.exits) if (isOpen(exit.order.status)) refit(state, exit)
  }
}

function followParent(state: ExchangeState, group: OrderGroup): void {
  const { status, filledLots: allLots } = group.parent.order
  // One sweep may fill it several times, and is followed once.
  const newLots = allLots - group.openedLots
  if (group.isActive) {
    if (newLots < 0) resizeExits(state, group, newLots, 'trade-busted')
    else if (group.growsWithFills && newLots > 0) resizeExits(state, group, newLots, 'parent-filled')
    return
  }
  if (status === 'filled' || (group.growsWithFills && allLots > 0)) activate(state, group, allLots)
  else if (!isOpen(status)) cancelExits(state, group, 'parent-ended')
}

function followExit(state: ExchangeState, group: OrderGroup, { record, filledLots }: FollowUp): void {
  const { status } = record.order
  const sibling = group.siblingOf(record)
  if (filledLots < 0) {
    // What it had closed is to be closed again, by either of the two.
    if (sibling !== undefined && isWorking(sibling.order) && group.orderClass !== 'oco')
      resize(state, sibling, sibling.order.remainingLots - filledLots, 'trade-busted')
  } else if (filledLots > 0) {
    if (sibling !== undefined && isOpen(sibling.order.status)) {
      const rest = group.orderClass === 'oco' ? 0 : sibling.order.remainingLots - filledLots
      resize(state, sibling, rest, 'sibling-filled')
    }
    if (status === 'filled') endEntry(state, group, 'leg-filled')
  } else if (status === 'filled') endEntry(state, group, 'leg-filled')
  else if (
    status === 'canceled' &&
    !isOwnDoing(record) &&
    sibling !== undefined &&
    isOpen(sibling.order.status)
  ) {
    cancelOrder(state, sibling, 'sibling-canceled')
  }
}

/** Canceled because of the other one, which goes on. */
function isOwnDoing({ order: { reason } }: OrderRecord): boolean {
  return reason === 'sibling-filled' || reason === 'sibling-triggered' || reason === 'parent-ended'
}

/** The stop-loss is reached: it is the one that trades. */
export function stepAside(state: ExchangeState, record: OrderRecord): void {
  const { group } = record
  const sibling = group?.siblingOf(record)
  if (sibling !== undefined && isOpen(sibling.order.status)) cancelOrder(state, sibling, 'sibling-triggered')
  if (group !== undefined) endEntry(state, group, 'leg-triggered')
  refit(state, record)
}

/** An entry that works still, while what it opened is closed already, opens no more. */
function endEntry(state: ExchangeState, { parent, exits }: OrderGroup, reason: string): void {
  if (!exits.includes(parent) && isOpen(parent.order.status)) cancelOrder(state, parent, reason)
}

function cancelExits(state: ExchangeState, group: OrderGroup, reason: string): void {
  for (const exit of group.exits) if (isOpen(exit.order.status)) cancelOrder(state, exit, reason)
}

/** The exits start to work, for what there is to close. */
function activate(state: ExchangeState, group: OrderGroup, lots: Lots): void {
  const exits = group.exits.filter(({ order }) => isOpen(order.status))
  state.orders.changing(group)
  group.isActive = true
  group.openedLots = lots
  for (const exit of exits) {
    const terms = { ...exit.order.terms, quantityLots: lots }
    exit.order = { ...exit.order, terms, remainingLots: lots }
    const reason = refusal(state, exit)
    if (reason === undefined) continue
    cancelExits(state, group, reason)
    return
  }
  for (const exit of exits) if (exit.listing !== undefined) acceptOrder(state, exit, exit.listing)
  for (const exit of exits) start(state, exit)
}

/** What was bought may have been sold meanwhile, what was sold may cost more than there is, prices may be elsewhere. */
function refusal(state: ExchangeState, record: OrderRecord, terms = record.order.terms): string | undefined {
  const entry = entryOf(state, record, terms)
  if (entry === undefined) return undefined
  const funds = stockCanBeBorrowed(entry) ?? buyingPowerSuffices(entry) ?? positionSuffices(entry)
  return (isWithinBands(entry) ?? funds)?.code
}

function start(state: ExchangeState, record: OrderRecord): void {
  const entry = entryOf(state, record)
  if (entry !== undefined && isOpen(record.order.status)) work(state, record, entry)
}

function entryOf(
  state: ExchangeState,
  record: OrderRecord,
  terms = record.order.terms,
): OrderEntry | undefined {
  const { account, listing } = record
  if (listing === undefined) return undefined
  return new OrderEntry({ terms, account, listing, desk: state }, record)
}

/** Exits that cannot be paid for stay what they are, and grow with a later fill where there is enough then. */
function resizeExits(state: ExchangeState, group: OrderGroup, lots: Lots, reason: string): void {
  const exits = group.exits.filter(({ order }) => isWorking(order))
  if (lots > 0 && exits.length === 0) return
  if (lots > 0 && exits.some((exit) => refusal(state, exit, grownTerms(exit, lots)) !== undefined)) return
  state.orders.changing(group)
  group.openedLots += lots
  for (const exit of exits) resize(state, exit, exit.order.remainingLots + lots, reason)
}

/** As an order of its own that is to trade what is left and so much more. */
function grownTerms({ order }: OrderRecord, lots: Lots): OrderTerms {
  return { ...order.terms, quantityLots: order.filledLots + order.remainingLots + lots }
}

/** Another remainder; more of it queues anew, and none of it is the end. */
export function resize(state: ExchangeState, record: OrderRecord, lots: Lots, reason: string): void {
  const { order, listing, resting } = record
  if (lots === order.remainingLots) return
  if (lots <= 0) {
    cancelOrder(state, record, reason)
    return
  }
  const terms = { ...order.terms, quantityLots: order.terms.quantityLots + lots - order.remainingLots }
  if (resting !== undefined && listing !== undefined) {
    if (lots < order.remainingLots) takeResting(state, record, order.remainingLots - lots)
    else {
      const { priceTicks } = listing.book.placeOf(resting)
      leaveBook(state, record)
      restOrder(state, record, listing, priceTicks, lots)
    }
  }
  record.order = restatedOrder(order, { terms, remainingLots: lots }, nextMoment(state, record))
  refit(state, record)
  state.emit({ type: 'OrderRestated', time: state.time, order: record.order, reason })
}

function refit(state: ExchangeState, record: OrderRecord): void {
  fitReservation(record, record.order.remainingLots, state)
  state.accountChanged(record.account)
}
