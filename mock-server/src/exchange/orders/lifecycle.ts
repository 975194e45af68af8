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
  /** A replacement on its way to the order whose place it is to take. */
  | 'await'
  /** A cancel of the order, or a replacement, is on its way. */
  | 'awaitCancel'
  | 'awaitReplace'
  /** Its symbol is halted. */
  | 'suspend'
  /** The session is over, and it goes on in the next one. */
  | 'finishDay'
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

/** No way on. */
const NONE: Row = {
  accept: null,
  acceptPart: null,
  acceptAll: null,
  reject: null,
  hold: null,
  await: null,
  awaitCancel: null,
  awaitReplace: null,
  suspend: null,
  finishDay: null,
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

/** To work, with or without fills. */
const BACK = { accept: 'new', acceptPart: 'partiallyFilled' } as const

const WORKING: Row = {
  ...NONE,
  fillPart: 'partiallyFilled',
  fillAll: 'filled',
  cancel: 'canceled',
  expire: 'expired',
  replace: 'replaced',
  awaitCancel: 'pendingCancel',
  awaitReplace: 'pendingReplace',
}

/**
 * While a request is on its way everything may happen to the order, and its status stays: it outranks the others.
 * What is refused goes back to where the order is by then.
 */
function pending(status: OrderStatus): Row {
  return {
    ...WORKING,
    ...BACK,
    acceptAll: 'filled',
    suspend: 'suspended',
    finishDay: 'doneForDay',
    fillPart: status,
    fillAll: status,
    restate: status,
    trigger: status,
    unfillPart: status,
    unfillAll: status,
    reprice: status,
    awaitCancel: null,
    awaitReplace: null,
    replace: status === 'pendingReplace' ? 'replaced' : null,
  }
}

/** Set aside for a while: in the book still, and canceled or replaced like others. */
function aside(status: OrderStatus): Row {
  return { ...WORKING, ...BACK, restate: status, unfillPart: status, unfillAll: status, reprice: status }
}

/**
 * The whole life cycle: (status, event) -> status; null where the event is impossible. An order is decided on
 * entry, is held while it is a leg of an order that works still, waits for its stop price where it has one, works,
 * and ends filled, canceled, expired or replaced. A bust takes back what was filled, whatever became of the order
 * since.
 */
export const LIFECYCLE = {
  pendingNew: {
    ...NONE,
    accept: 'new',
    acceptPart: 'partiallyFilled',
    acceptAll: 'filled',
    reject: 'rejected',
    hold: 'held',
    await: 'pendingNew',
    cancel: 'canceled',
  },
  new: { ...WORKING, restate: 'new', trigger: 'new', suspend: 'suspended', finishDay: 'doneForDay' },
  partiallyFilled: {
    ...WORKING,
    suspend: 'suspended',
    finishDay: 'doneForDay',
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
  doneForDay: aside('doneForDay'),
  pendingCancel: pending('pendingCancel'),
  pendingReplace: pending('pendingReplace'),
  suspended: aside('suspended'),
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

/** Whether a request is on its way to the order, or it is one itself. */
export function isPending(status: OrderStatus): boolean {
  return status === 'pendingCancel' || status === 'pendingReplace' || status === 'pendingNew'
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
