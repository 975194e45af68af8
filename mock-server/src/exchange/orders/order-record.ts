import type { Account } from '../accounts/account.ts'
import type { OpenAmount } from '../accounts/margin/margin-account.ts'
import type { Election, Rejection } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import type { WaitingStop } from '../instruments/stops.ts'
import type { Slot } from '../matching/order-pool.ts'
import type { HalfTicks, Lots, Minor, Ticks, Time } from '../values/types.ts'
import type { Order, OrderClass } from './order.ts'

/**
 * An order's life: its present value, and what the exchange must know besides. What most orders need to enter and to
 * leave comes first: fields lie in memory as they stand here, and an order that rested for long is far from any cache.
 */
export class OrderRecord {
  order: Order
  readonly account: Account
  /** Undefined for an order that was rejected because its symbol is unknown. */
  readonly listing: Listing | undefined
  /** Where it rests in the book. */
  resting: Slot | undefined = undefined
  /** Orders that depend on it, or it on them. */
  group: OrderGroup | undefined = undefined
  /** Money held for what remains of a buy order. */
  reservedCash: Minor = 0n
  /** Stock held for what remains of a sell order. */
  reservedLots: Lots = 0
  expiresAt: Time | undefined = undefined
  /** Its place among the account's open orders. */
  openAt = 0
  /**
   * Its place in time among the orders of its price, given when it came to rest or to wait for a session, or of an
   * order whose place it kept.
   */
  placeNumber = 0
  /** Quantity that stood before it when it came to rest. */
  aheadLots: Lots = 0
  /** Number of its `OrderAccepted` among the account's order events. */
  acceptedSeq = 0
  readonly fingerprint: string | undefined
  rejection: Rejection | undefined = undefined
  /** Where it waits for its stop price. */
  waiting: WaitingStop | undefined = undefined
  /** Its place in time among stops, given when it began to wait, or of an order whose place it kept. */
  waitNumber = 0
  /** Trailing stops: the best price since they follow. */
  extreme: HalfTicks | undefined = undefined
  /** What reached its stop. */
  election: Election | undefined = undefined
  /** Where it was set aside when a request came that is on its way. */
  aside: 'suspend' | 'finishDay' | undefined = undefined
  /** Market orders that wait for a session: the price for which they hold money. */
  collarTicks: Ticks | undefined = undefined
  /** What it counts as where it is on credit; it reserves nothing of the above then. */
  exposure: OpenAmount | undefined = undefined
  /** What a sale on credit is counted at, where its own price is less: fixed when it came. */
  shortPriceTicks: Ticks | undefined = undefined
  /** Liquidity only: what recorded prints consumed of it, not yet shown in the book. */
  printedLots: Lots = 0
  /** Dropped from memory; its group may have it still. */
  forgotten = false

  constructor(order: Order, account: Account, listing: Listing | undefined, fingerprint: string | undefined) {
    this.order = order
    this.account = account
    this.listing = listing
    this.fingerprint = fingerprint
  }
}

/**
 * Orders that depend on each other. The exits are the orders that close what the parent opened: its legs, and
 * with `oco` the parent itself and its leg.
 */
export class OrderGroup {
  readonly orderClass: OrderClass
  /** Whether the exits grow with the parent's fills rather than wait for all of them. */
  readonly growsWithFills: boolean
  parent: OrderRecord
  exits: readonly OrderRecord[]
  /** Whether the exits work; until then they are held. */
  isActive: boolean
  /** What of the parent's fills the exits have been told. */
  openedLots: Lots = 0

  constructor(parent: OrderRecord, legs: readonly OrderRecord[]) {
    const { orderClass = 'simple', bracketMode } = parent.order.terms
    this.orderClass = orderClass
    this.growsWithFills = bracketMode === 'partial'
    this.parent = parent
    this.isActive = orderClass === 'oco'
    this.exits = orderClass === 'oco' ? [parent, ...legs] : legs
    for (const record of [parent, ...legs]) record.group = this
  }

  /** The other exit, open or not. */
  siblingOf(record: OrderRecord): OrderRecord | undefined {
    return this.exits.includes(record) ? this.exits.find((exit) => exit !== record) : undefined
  }

  /** A replacement goes on in the group in the place of the order that it replaced. */
  succeed(original: OrderRecord, successor: OrderRecord): void {
    if (this.parent === original) this.parent = successor
    this.exits = this.exits.map((exit) => (exit === original ? successor : exit))
    original.group = undefined
    successor.group = this
  }
}
