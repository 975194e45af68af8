import type { OrderStatus } from './order.ts'

/** What can happen to an order. Status says where it is, event says what happened. */
export type LifecycleEvent =
  | 'accept'
  /** Accepted in place of an order that was filled in part ... */
  | 'acceptPart'
  /** ... or whose whole new quantity was filled before. */
  | 'acceptAll'
  | 'reject'
  /** A leg that waits for its parent. */
  | 'hold'
  | 'fillPart'
  | 'fillAll'
  | 'cancel'
  | 'expire'
  | 'replace'
  /** Its terms changed without a request, or less of it is left without a fill. */
  | 'restate'
  /** Its stop price was reached. */
  | 'trigger'
  /** A trade was busted, or corrected to less: some of what was filled is left ... */
  | 'unfillPart'
  /** ... or none of it. */
  | 'unfillAll'
  /** A trade was corrected to another price. */
  | 'reprice'

type Row = Readonly<Record<LifecycleEvent, OrderStatus | null>>

/** No way on: terminal, or a status that nothing simulated so far leads to. */
const NONE: Row = {
  accept: null,
  acceptPart: null,
  acceptAll: null,
  reject: null,
  hold: null,
  fillPart: null,
  fillAll: null,
  cancel: null,
  expire: null,
  replace: null,
  restate: null,
  trigger: null,
  unfillPart: null,
  unfillAll: null,
  reprice: null,
}

/** Ended for good: a bust changes what it filled, and nothing else. */
function ended(status: OrderStatus): Row {
  return { ...NONE, unfillPart: status, unfillAll: status, reprice: status }
}

const WORKING: Row = {
  ...NONE,
  fillPart: 'partiallyFilled',
  fillAll: 'filled',
  cancel: 'canceled',
  expire: 'expired',
  replace: 'replaced',
}

/**
 * The whole life cycle: (status, event) -> status; null where the event is impossible. Simulated so far: an
 * order is decided on entry, is held while it is a leg of an order that works still, waits for its stop price
 * where it has one, works, and ends filled, canceled, expired or replaced. A bust takes back
 * what was filled, whatever became of the order since. Suspension is not simulated, so its status leads nowhere.
 */
export const LIFECYCLE = {
  pendingNew: {
    ...NONE,
    accept: 'new',
    acceptPart: 'partiallyFilled',
    acceptAll: 'filled',
    reject: 'rejected',
    hold: 'held',
  },
  new: { ...WORKING, restate: 'new', trigger: 'new' },
  partiallyFilled: {
    ...WORKING,
    restate: 'partiallyFilled',
    unfillPart: 'partiallyFilled',
    unfillAll: 'new',
    reprice: 'partiallyFilled',
  },
  held: {
    ...NONE,
    accept: 'new',
    cancel: 'canceled',
    expire: 'expired',
    replace: 'replaced',
    restate: 'held',
  },
  doneForDay: NONE,
  pendingCancel: NONE,
  pendingReplace: NONE,
  suspended: NONE,
  // Not put back to work: the rest of it counts as canceled.
  filled: { ...NONE, unfillPart: 'canceled', unfillAll: 'canceled', reprice: 'filled' },
  canceled: ended('canceled'),
  replaced: ended('replaced'),
  rejected: NONE,
  expired: ended('expired'),
} satisfies Record<OrderStatus, Row>

const OPEN: Readonly<Record<OrderStatus, boolean>> = {
  pendingNew: true,
  new: true,
  partiallyFilled: true,
  held: true,
  doneForDay: true,
  pendingCancel: true,
  pendingReplace: true,
  suspended: true,
  filled: false,
  canceled: false,
  replaced: false,
  rejected: false,
  expired: false,
}

export function isOpen(status: OrderStatus): boolean {
  return OPEN[status]
}

/** @throws Error when the table knows no such step: a fault of the exchange, never of its user. */
export function nextStatus(status: OrderStatus, event: LifecycleEvent): OrderStatus {
  const next = (LIFECYCLE[status] as Row)[event]
  if (next === null) throw new Error(`order life cycle: ${event} is impossible in status ${status}`)
  return next
}
