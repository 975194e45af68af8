import type { Account } from '../accounts/account.ts'
import { NOTHING_FILLED, type OrderSoFar } from '../accounts/fees/fee-model.ts'
import { heldPriceOf } from '../accounts/held-by-order.ts'
import { withinExcess } from '../accounts/margin/buying-power.ts'
import { isOnCredit } from '../accounts/margin/credit.ts'
import type { MarginDesk } from '../accounts/margin/margin-desk.ts'
import type { Listing } from '../instruments/listing.ts'
import { referencePrice } from '../instruments/stops.ts'
import type { Match } from '../matching/match.ts'
import { type EntryStep, paidOf, tradesOf } from '../matching/self-trade.ts'
import { crosses, opposite } from '../matching/side.ts'
import { type Admission, admissionOf } from '../sessions/permissions.ts'
import { collarOf } from '../sessions/reference.ts'
import type { VolatilityRules } from '../sessions/volatility.ts'
import type { HalfTicks, Lots, Minor, Ticks, Time } from '../values/types.ts'
import { decideSteps } from './decide-steps.ts'
import { isOpen } from './lifecycle.ts'
import { countNotional } from './notional.ts'
import { isStop, limitOf, type OrderTerms } from './order.ts'
import type { OrderRecord } from './order-record.ts'
import { trailingStop } from './trail.ts'

/** What the checks look at beyond the order, its account and its symbol: the exchange's state. */
export interface OrderDesk extends MarginDesk {
  readonly volatilityRules: VolatilityRules
}

/** Where an order works instead of at its limit, and why, by a reason of the contract. */
export interface Repricing {
  readonly limitPriceTicks: Ticks
  readonly reason: 'repriced-to-band' | 'repriced-above-bid'
}

export type EntryParts = Pick<OrderEntry, 'terms' | 'account' | 'listing' | 'desk'> & {
  /** @default the terms */
  readonly asked?: OrderTerms
  /** @default false */
  readonly shownFollows?: boolean
  readonly auctionTicks?: Ticks
  readonly repricing?: Repricing
}

/** An order at the door: what the checks look at. */
export class OrderEntry {
  /** With the quantity that a notional makes now, and the limit at which it may work. */
  readonly terms: OrderTerms
  /** What it was asked for. */
  readonly asked: OrderTerms
  /** What it shows shrinks with its quantity: its replacement did not say how much. */
  readonly shownFollows: boolean
  /** What made its limit another than was asked for. */
  readonly repricing: Repricing | undefined
  readonly account: Account
  readonly listing: Listing
  readonly desk: OrderDesk
  /** The price of an auction in which it is about to trade. */
  readonly auctionTicks: Ticks | undefined
  /** The open order whose place it is to take, with what that has filled and holds. */
  readonly original: OrderRecord | undefined
  #admission: Admission | undefined = undefined
  #steps: readonly EntryStep[] | undefined = undefined
  #matches: readonly Match[] | undefined = undefined

  constructor(parts: EntryParts, original?: OrderRecord) {
    const { terms, asked = terms, account, listing, desk, shownFollows = false } = parts
    const { auctionTicks, repricing } = parts
    this.asked = asked
    this.shownFollows = shownFollows
    this.terms = terms.notional === undefined ? terms : countNotional(terms, terms.notional, listing, account)
    this.account = account
    this.listing = listing
    this.desk = desk
    this.auctionTicks = auctionTicks
    this.original = original
    this.repricing = repricing
  }

  get time(): Time {
    return this.desk.time
  }

  /** Whether it will wait for its stop price rather than trade. */
  get waits(): boolean {
    return isStop(this.terms) && this.original?.order.triggeredAt === undefined
  }

  /** What the present phase does with it. */
  get admission(): Admission {
    const { terms, account, listing } = this
    this.#admission ??= admissionOf(listing.status.phase, terms, account.kind === 'liquidity')
    return this.#admission
  }

  /** Whether it will wait for a session or an auction. */
  get queues(): boolean {
    return !this.waits && this.admission === 'waits'
  }

  /** Best price of a trailing stop so far; undefined where it does not follow yet, or has nothing to follow. */
  get extreme(): HalfTicks | undefined {
    const { terms, original, listing } = this
    if (terms.type !== 'trailingStop') return undefined
    if (original?.extreme !== undefined) return original.extreme
    const { side, triggerBy = 'last', activationPriceTicks } = terms
    const price = referencePrice(listing, triggerBy, side)
    if (price === undefined || activationPriceTicks === undefined) return price
    return crosses(opposite(side), price, 2 * activationPriceTicks) ? price : undefined
  }

  /** Where its stop stands on entry. */
  get stopTicks(): Ticks | undefined {
    const { extreme } = this
    if (extreme === undefined) return this.terms.stopPriceTicks
    return trailingStop(this.terms, extreme, this.listing.instrument)
  }

  /** The price at which a buy holds money until it trades. */
  get heldPrice(): Ticks | undefined {
    const { terms, stopTicks, original, listing } = this
    if (terms.orderClass === 'oco' && terms.side === 'buy') return this.#dearerExit
    if (!isStop(terms)) return limitOf(terms) ?? this.#waitingPrice
    const triggeredAt = original?.order.triggeredAt
    return heldPriceOf(
      {
        terms,
        ...(stopTicks === undefined ? {} : { stopPriceTicks: stopTicks }),
        ...(triggeredAt === undefined ? {} : { triggeredAt }),
      },
      listing.instrument,
    )
  }

  /** At which a market order is to be paid that does not meet the book now. */
  get #waitingPrice(): Ticks | undefined {
    if (this.auctionTicks !== undefined) return this.auctionTicks
    return this.queues ? collarOf(this.listing) : undefined
  }

  /** The other exit, which holds for both. */
  get #sibling(): OrderRecord | undefined {
    return this.original?.group?.siblingOf(this.original)
  }

  /** What it has come to, with the orders that it replaces. */
  get soFar(): OrderSoFar {
    return this.original?.order ?? NOTHING_FILLED
  }

  /** A pair of buys holds what the dearer of them needs, as they stand now. */
  get #dearerExit(): Ticks {
    const { limitPriceTicks = 0, stopLoss } = this.terms
    if (this.original === undefined)
      return Math.max(limitPriceTicks, stopLoss?.limitPriceTicks ?? stopLoss?.stopPriceTicks ?? 0)
    const other = this.#sibling?.order
    if (other === undefined || !isOpen(other.status)) return limitPriceTicks
    return Math.max(limitPriceTicks, heldPriceOf(other, this.listing.instrument) ?? 0)
  }

  get filledLots(): Lots {
    return this.original?.order.filledLots ?? 0
  }

  /** What is to be traded still. */
  get workingLots(): Lots {
    return this.terms.quantityLots - this.filledLots
  }

  /** Orders that stop counting once it counts: the one whose place it takes, and the other exit beside that. */
  get replaced(): readonly OrderRecord[] {
    return [this.original, this.#sibling].flatMap((record) => record ?? [])
  }

  /** Whether it counts against what a margin account may borrow, rather than against its money and stock. */
  get isOnCredit(): boolean {
    return isOnCredit(this.account, this.listing.instrument)
  }

  /** Money that the order may use; of a margin account no more than credit leaves. */
  get availableCash(): Minor {
    const { quoteAsset } = this.listing.instrument
    const { margin, currency, balances } = this.account
    const released = (this.original?.reservedCash ?? 0n) + (this.#sibling?.reservedCash ?? 0n)
    const available = balances.get(quoteAsset)?.available ?? 0n
    if (margin === undefined || quoteAsset !== currency) return available + released
    return released + withinExcess(this.desk, this.account, available)
  }

  /** Stock that the order may use. */
  get availableLots(): Lots {
    const position = this.account.positions.get(this.listing.instrument.symbol)
    return (
      (position?.availableLots ?? 0) + (this.original?.reservedLots ?? 0) + (this.#sibling?.reservedLots ?? 0)
    )
  }

  /** Whom it would meet now, and what comes of it; decided once, and executed as decided. */
  get steps(): readonly EntryStep[] {
    this.#steps ??= this.#decide()
    return this.#steps
  }

  /** What of that is paid for: what trades, and what moves between accounts of a group. */
  get matches(): readonly Match[] {
    this.#matches ??= paidOf(this.steps)
    return this.#matches
  }

  #decide(): readonly EntryStep[] {
    if (this.waits || this.queues) return []
    const steps = decideSteps(this.listing, this.account, this.terms, this.workingLots)
    if (this.terms.timeInForce !== 'fok') return steps
    const lots = tradesOf(steps).reduce((sum, match) => sum + match.quantityLots, 0)
    return lots < this.workingLots ? [] : steps
  }
}
