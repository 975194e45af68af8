import type { Account } from '../accounts/account.ts'
import type { Rejection } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import type { WaitingStop } from '../instruments/stops.ts'
import type { RestingOrder } from '../matching/price-level.ts'
import type { HalfTicks, Lots, Minor, Time } from '../values/types.ts'
import type { Order } from './order.ts'

/** An order's life: its present value, and what the exchange must know besides. */
export class OrderRecord {
  order: Order
  readonly account: Account
  /** Undefined for an order that was rejected because its symbol is unknown. */
  readonly listing: Listing | undefined
  readonly fingerprint: string | undefined
  rejection: Rejection | undefined = undefined
  resting: RestingOrder | undefined = undefined
  /** Where it waits for its stop price. */
  waiting: WaitingStop | undefined = undefined
  /** Trailing stops: the best price since they follow. */
  extreme: HalfTicks | undefined = undefined
  /** Money held for what remains of a buy order. */
  reservedCash: Minor = 0n
  /** Stock held for what remains of a sell order. */
  reservedLots: Lots = 0
  /** Number of its `OrderAccepted` among the account's order events. */
  acceptedSeq = 0
  /** Its place in time among the orders of its price, given when it came to rest, or of an order whose place it kept. */
  placeNumber = 0
  /** Quantity that stood before it when it came to rest. */
  aheadLots: Lots = 0
  /** Liquidity only: what recorded prints consumed of it, not yet shown in the book. */
  printedLots: Lots = 0
  expiresAt: Time | undefined = undefined
  /** Dropped from memory; lists that still hold it skip it. */
  forgotten = false

  constructor(order: Order, account: Account, listing: Listing | undefined, fingerprint: string | undefined) {
    this.order = order
    this.account = account
    this.listing = listing
    this.fingerprint = fingerprint
  }
}
